package org.wangge.server.figure;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.figure.Figure;
import org.wangge.figure.FigureTable;
import org.wangge.figure.GradeRules;
import org.wangge.figure.Tally;
import org.wangge.server.plan.paper.Canvas;
import org.wangge.server.plan.paper.Canvas.Align;
import org.wangge.server.plan.paper.Frame;
import org.wangge.server.plan.paper.PaperSize;
import org.wangge.server.plan.paper.Pen;
import org.wangge.server.plan.paper.Sheet;
import org.wangge.server.plan.paper.Table;
import org.wangge.server.plan.paper.Table.Column;
import org.wangge.server.plan.paper.Tone;

/**
 * 考核表: who is graded how in a period, with the figures that decide, their numerators and
 * denominators, and the thresholds; on A4, with boxes to sign.
 */
final class AppraisalSheet {
  private static final double WIDTH = PaperSize.A4.shortMillimeters();
  private static final double HEIGHT = PaperSize.A4.longMillimeters();
  private static final double EDGE = 14;
  private static final double TITLE = 26;
  private static final double TEXT = 2.7;
  private static final double SIGN = 16;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final FigureWords words;
  private final FigureTable table;
  private final List<String> names;
  private final FieldworkCells fieldwork;
  private final String place;
  private final boolean generated;
  private final ZoneId zone;
  private final Sheet sheet;

  private AppraisalSheet(Printed printed, Sheet sheet) {
    this.words = printed.words();
    this.table = printed.table();
    this.names = printed.names();
    this.fieldwork = printed.fieldwork();
    this.place = printed.place();
    this.generated = printed.generated();
    this.zone = printed.zone();
    this.sheet = sheet;
  }

  /**
   * What is printed.
   *
   * @param words in which language
   * @param table what was counted
   * @param names of its groups, in their order
   * @param fieldwork what was patrolled and visited there, which grades nobody
   * @param place what was asked for is called
   * @param generated whether a demonstration made it up
   * @param zone of the place
   * @param at when it is printed
   */
  record Printed(
      FigureWords words,
      FigureTable table,
      List<String> names,
      FieldworkCells fieldwork,
      String place,
      boolean generated,
      ZoneId zone,
      Instant at) {}

  /** Draws it; the sheet is the caller's to write and close. */
  static Sheet draw(Printed printed) {
    Sheet sheet =
        new Sheet(
            printed.words().of("figures.sheet"),
            printed.words().language(),
            printed.at().toEpochMilli());
    boolean drawn = false;
    try {
      new AppraisalSheet(printed, sheet).draw(printed.at());
      drawn = true;
      return sheet;
    } finally {
      if (!drawn) {
        sheet.abandon();
      }
    }
  }

  private void draw(Instant at) {
    Table paper = new Table(columns(), TEXT);
    List<List<String>> rows = rows();
    int next = 0;
    do {
      Canvas canvas = sheet.page(WIDTH, HEIGHT);
      title(canvas, at);
      double top = HEIGHT - EDGE - TITLE;
      Frame room = new Frame(EDGE, EDGE + SIGN + 6, WIDTH - 2 * EDGE, top - EDGE - SIGN - 6);
      int to = Math.min(rows.size(), next + paper.rowsIn(room.height()));
      paper.draw(canvas, room, rows.subList(next, to));
      next = to;
      if (next == rows.size()) {
        sign(canvas);
      }
    } while (next < rows.size());
    for (int i = 0; i < sheet.pages(); i++) {
      String page = words.of("figures.page", Map.of("page", i + 1, "pages", sheet.pages()));
      sheet.canvas(i).text(page, 2.2, Tone.FAINT, Align.RIGHT, WIDTH - EDGE, 7);
    }
  }

  private void title(Canvas canvas, Instant at) {
    double top = HEIGHT - EDGE;
    canvas.text(words.of("figures.sheet"), 6, Tone.INK, Align.LEFT, EDGE, top - 5);
    if (generated) {
      canvas.text(words.of("figures.generated"), 3.2, Tone.NEW, Align.RIGHT, WIDTH - EDGE, top - 5);
    }
    String line = place + " · " + words.period(table);
    String running = table.span().isRunning() ? " · " + words.of("figures.running") : "";
    canvas.text(line + running, 3.4, Tone.INK, Align.LEFT, EDGE, top - 11);
    String printed =
        words.of("figures.printed", Map.of("at", MINUTE.withZone(zone).format(at)))
            + " · "
            + words.of("figures.rules", Map.of("version", table.rules().version()));
    canvas.text(printed, 2.6, Tone.FAINT, Align.LEFT, EDGE, top - 15.5);
    List<String> asked = new ArrayList<>();
    for (GradeRules.Threshold one : table.rules().thresholds()) {
      boolean higher = one.figure().better() == Figure.Better.HIGHER;
      asked.add(
          words.of("figure." + one.figure().word())
              + " "
              + words.of(
                  higher ? "figures.at-least" : "figures.at-most",
                  Map.of(
                      "excellent", one.excellent().stripTrailingZeros().toPlainString(),
                      "competent", one.competent().stripTrailingZeros().toPlainString())));
    }
    String all = String.join("; ", asked);
    canvas.text(
        canvas.fitted(all, 2.6, WIDTH - 2 * EDGE), 2.6, Tone.FAINT, Align.LEFT, EDGE, top - 20);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(words.of("figures.name"), 26, Align.LEFT));
    columns.add(new Column(words.of("figures.grade"), 12, Align.LEFT));
    for (GradeRules.Threshold one : table.rules().thresholds()) {
      columns.add(new Column(words.of("figure." + one.figure().word()), 30, Align.RIGHT));
    }
    if (fieldwork.any()) {
      fieldwork.heads().forEach(head -> columns.add(new Column(head, 30, Align.RIGHT)));
    }
    return columns;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(place, table.total().now(), fieldwork.ofAll()));
    for (int i = 0; i < table.groups().size(); i++) {
      FigureTable.Group group = table.groups().get(i);
      rows.add(row(names.get(i), group.figures().now(), fieldwork.of(group.key())));
    }
    return rows;
  }

  private List<String> row(String name, Tally tally, List<String> worked) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(
        words.of(
            "figures.grade." + table.rules().of(tally).map(GradeRules.Grade::word).orElse("none")));
    for (GradeRules.Threshold one : table.rules().thresholds()) {
      Tally.Value value = tally.of(one.figure());
      String share = value.result().map(it -> it + "%").orElse(words.of("figures.none"));
      cells.add(share + "  " + value.numerator() + "/" + value.denominatorOrNull());
    }
    if (fieldwork.any()) {
      cells.addAll(worked);
    }
    return cells;
  }

  private void sign(Canvas canvas) {
    double width = (WIDTH - 2 * EDGE) / 2;
    Pen pen = Pen.of(Tone.INK, 0.2);
    for (int i = 0; i < 2; i++) {
      Frame box = new Frame(EDGE + i * width, EDGE, width, SIGN);
      canvas.box(pen, box);
      String who = words.of(i == 0 ? "figures.sign.made" : "figures.sign.checked");
      canvas.text(who, 2.6, Tone.INK, Align.LEFT, box.x() + 2, box.top() - 4);
    }
  }
}
