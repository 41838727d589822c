package org.wangge.server.plan.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.server.plan.paper.Canvas.Align;
import org.wangge.server.plan.paper.Table.Column;

/**
 * The sheet of a plan: title, map, legend, table of its grids and boxes to sign; rows for which
 * there is no room go on on further pages.
 */
final class PlanSheet {
  private static final double EDGE = 9;
  private static final double TITLE = 15;
  private static final double FOOT = 13;
  private static final double COLUMN = 68;
  private static final double GAP = 6;
  private static final double BOX = 13;
  private static final List<String> SIGNERS = List.of("drawn", "checked", "approved");

  private final Words words;
  private final PlanPicture picture;
  private final PaperSize size;
  private final double unit;
  private final double width;
  private final double height;
  private final Sheet sheet;

  private PlanSheet(Words words, PlanPicture picture, PaperSize size, Sheet sheet) {
    this.words = words;
    this.picture = picture;
    this.size = size;
    this.unit = size.unit();
    this.width = size.longMillimeters();
    this.height = size.shortMillimeters();
    this.sheet = sheet;
  }

  /** Draws it; the sheet is the caller's to write and close. */
  static Sheet draw(Words words, PlanPicture picture, PaperSize size) {
    Sheet sheet = new Sheet(picture.plan().name(), words.language(), picture.at().toEpochMilli());
    boolean drawn = false;
    try {
      new PlanSheet(words, picture, size, sheet).draw();
      drawn = true;
      return sheet;
    } finally {
      if (!drawn) {
        sheet.abandon();
      }
    }
  }

  private void draw() {
    Canvas canvas = sheet.page(width, height);
    double edge = EDGE * unit;
    double column = COLUMN * unit;
    Frame frame =
        new Frame(
            edge + 3 * unit,
            edge + FOOT * unit,
            width - 2 * edge - column - GAP * unit - 6 * unit,
            height - 2 * edge - (FOOT + TITLE) * unit);
    PlanMapPart part = new PlanMapPart(picture, frame, unit);
    part.draw(canvas);
    Furniture.north(canvas, words, unit, frame.right() - 8 * unit, frame.top() - 16 * unit);
    title(canvas);
    foot(canvas, part);
    Frame side = new Frame(width - edge - column, edge, column, height - 2 * edge - TITLE * unit);
    int shown = side(canvas, side);
    furtherPages(shown);
    numberPages();
  }

  private void title(Canvas canvas) {
    double top = height - EDGE * unit;
    String title = picture.areaName() + " " + words.of("paper.title");
    canvas.text(title, 5.6 * unit, Tone.INK, Align.LEFT, EDGE * unit + 3 * unit, top - 5.2 * unit);
    String state =
        words.known("paper.state.", picture.plan().state().word())
            + " · "
            + words.of("paper.version", Map.of("version", picture.plan().version()));
    String line = picture.plan().name() + " · " + state + " · " + days();
    canvas.text(
        canvas.fitted(line, 2.8 * unit, width - 2 * EDGE * unit),
        2.8 * unit,
        Tone.FAINT,
        Align.LEFT,
        EDGE * unit + 3 * unit,
        top - 9.6 * unit);
    if (picture.generated()) {
      canvas.text(
          words.of("paper.generated"),
          3.4 * unit,
          Tone.NEW,
          Align.RIGHT,
          width - EDGE * unit,
          top - 5.2 * unit);
    }
  }

  private String days() {
    String printed = words.of("paper.printed", Map.of("day", words.time(picture.at())));
    return picture
        .plan()
        .published()
        .map(from -> words.of("paper.effective", Map.of("day", words.time(from))) + " · " + printed)
        .orElse(printed);
  }

  private void foot(Canvas canvas, PlanMapPart part) {
    PaperMap map = part.map();
    double y = EDGE * unit;
    double x = map.frame().x();
    Furniture.scaleBar(canvas, map, words, unit, x + 2 * unit, y);
    String scale = words.of("paper.scale", Map.of("scale", Integer.toString(map.scale())));
    canvas.text(scale, 3.4 * unit, Tone.INK, Align.LEFT, x + 75 * unit, y);
    CoordinateGrid lines = new CoordinateGrid(map, picture.system(), unit);
    String system =
        words.of(
            "paper.crs",
            Map.of(
                "crs", picture.system().name(), "step", lines.spacing(words.of("paper.meters"))));
    canvas.text(system, 2.4 * unit, Tone.FAINT, Align.RIGHT, map.frame().right(), y);
  }

  private int side(Canvas canvas, Frame side) {
    double y = legend(canvas, side);
    double signed = side.y() + SIGNERS.size() * BOX * unit + 3 * unit;
    sign(canvas, side);
    canvas.text(words.of("paper.table"), 3 * unit, Tone.INK, Align.LEFT, side.x(), y - 7 * unit);
    Frame room = new Frame(side.x(), signed, side.width(), y - 8.5 * unit - signed);
    Table table = table(2.15 * unit);
    int rows = Math.min(picture.grids().size(), table.rowsIn(room.height()));
    table.draw(canvas, room, cells(0, rows));
    return rows;
  }

  private double legend(Canvas canvas, Frame side) {
    double y = side.top() - 3 * unit;
    canvas.text(words.of("paper.legend"), 3 * unit, Tone.INK, Align.LEFT, side.x(), y);
    double step = 4.2 * unit;
    double mark = 9 * unit;
    List<Pen> pens =
        List.of(
            PlanMapPart.fresh(unit),
            PlanMapPart.old(unit),
            PlanMapPart.kept(unit),
            Pen.of(Tone.STREET, 0.7 * unit));
    List<String> names = List.of("new", "old", "kept", "street");
    for (int i = 0; i < pens.size(); i++) {
      y -= step;
      canvas.line(pens.get(i), side.x(), y + 0.8 * unit, side.x() + mark, y + 0.8 * unit);
      legendText(canvas, side, names.get(i), y);
    }
    y -= step;
    canvas.fill(Tone.BUILDING, new Frame(side.x(), y, mark, 2 * unit));
    legendText(canvas, side, "building", y);
    y -= step;
    canvas.text(picture.endOf("990101001001008"), 2.6 * unit, Tone.NEW, Align.LEFT, side.x(), y);
    legendText(canvas, side, "code", y);
    y -= step;
    canvas.text(
        "(" + picture.endOf("990101001001002") + ")",
        2.6 * unit,
        Tone.OLD,
        Align.LEFT,
        side.x(),
        y);
    legendText(canvas, side, "retired", y);
    return y;
  }

  private void legendText(Canvas canvas, Frame side, String name, double y) {
    canvas.text(
        words.of("paper.legend." + name, Map.of("digits", picture.digits())),
        2.3 * unit,
        Tone.INK,
        Align.LEFT,
        side.x() + 11.5 * unit,
        y);
  }

  private void sign(Canvas canvas, Frame side) {
    Pen pen = Pen.of(Tone.INK, 0.2 * unit);
    for (int i = 0; i < SIGNERS.size(); i++) {
      Frame box =
          new Frame(
              side.x(), side.y() + (SIGNERS.size() - 1 - i) * BOX * unit, side.width(), BOX * unit);
      canvas.box(pen, box);
      double top = box.top() - 3.6 * unit;
      canvas.text(
          words.of("paper.sign." + SIGNERS.get(i)),
          2.5 * unit,
          Tone.INK,
          Align.LEFT,
          box.x() + 1.5 * unit,
          top);
      canvas.text(
          words.of("paper.sign.day"),
          2.5 * unit,
          Tone.FAINT,
          Align.LEFT,
          box.x() + box.width() * 0.62,
          top);
    }
  }

  private Table table(double text) {
    return new Table(
        List.of(
            new Column(words.of("paper.column.code"), 26, Align.LEFT),
            new Column(words.of("paper.column.name"), 24, Align.LEFT),
            new Column(words.of("paper.column.households"), 11, Align.RIGHT),
            new Column(words.of("paper.column.change"), 12, Align.LEFT),
            new Column(words.of("paper.column.head"), 13, Align.LEFT)),
        text);
  }

  private List<List<String>> cells(int from, int to) {
    List<List<String>> cells = new ArrayList<>();
    for (GridRow row : picture.grids().subList(from, to)) {
      cells.add(
          List.of(
              row.area().code(),
              row.area().name(),
              Integer.toString(row.area().households()),
              words.of("paper.change." + row.change().word()),
              row.head()));
    }
    return cells;
  }

  /** Rows that found no room beside the map, on pages of their own in several columns. */
  private void furtherPages(int shown) {
    Table table = table(2.15 * unit);
    double edge = EDGE * unit;
    double column = COLUMN * unit;
    int across = Math.max(1, (int) ((width - 2 * edge + GAP * unit) / (column + GAP * unit)));
    double room = height - 2 * edge - TITLE * unit;
    int next = shown;
    while (next < picture.grids().size()) {
      Canvas canvas = sheet.page(width, height);
      title(canvas);
      for (int i = 0; i < across && next < picture.grids().size(); i++) {
        int to = Math.min(picture.grids().size(), next + table.rowsIn(room));
        Frame frame = new Frame(edge + i * (column + GAP * unit), edge, column, room);
        table.draw(canvas, frame, cells(next, to));
        next = to;
      }
    }
  }

  private void numberPages() {
    for (int i = 0; i < sheet.pages(); i++) {
      String text =
          size.name()
              + " · "
              + words.of("paper.page", Map.of("page", i + 1, "pages", sheet.pages()));
      sheet.canvas(i).text(text, 2 * unit, Tone.FAINT, Align.RIGHT, width - EDGE * unit, 4 * unit);
    }
  }
}
