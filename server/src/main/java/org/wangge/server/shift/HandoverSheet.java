package org.wangge.server.shift;

import java.awt.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wangge.people.Shown;
import org.wangge.server.plan.paper.Canvas;
import org.wangge.server.plan.paper.Canvas.Align;
import org.wangge.server.plan.paper.Frame;
import org.wangge.server.plan.paper.PaperSize;
import org.wangge.server.plan.paper.Pen;
import org.wangge.server.plan.paper.Sheet;
import org.wangge.server.plan.paper.Table;
import org.wangge.server.plan.paper.Table.Column;
import org.wangge.server.plan.paper.Tone;
import org.wangge.shift.Handover;
import org.wangge.shift.HandoverItem;
import org.wangge.shift.Signature;

/** 交接班单: what stood open, what was said, and both signatures; on A4. */
final class HandoverSheet {
  private static final double WIDTH = PaperSize.A4.shortMillimeters();
  private static final double HEIGHT = PaperSize.A4.longMillimeters();
  private static final double EDGE = 14;
  private static final double TITLE = 40;
  private static final double TEXT = 2.7;
  private static final double SIGN = 24;

  private final Printed printed;
  private final Sheet sheet;

  private HandoverSheet(Printed printed, Sheet sheet) {
    this.printed = printed;
    this.sheet = sheet;
  }

  /**
   * What is printed.
   *
   * @param words in which language
   * @param handover the sheet
   * @param names of accounts, as whoever prints may know them
   * @param said what was said, as they may read it
   * @param areaName what an area is called
   * @param at when it is printed
   */
  record Printed(
      ShiftWords words,
      Handover handover,
      Map<String, Shown> names,
      UnaryOperator<String> said,
      UnaryOperator<String> areaName,
      Instant at) {

    String who(String account) {
      Shown name = names.get(account);
      return name == null ? account : name.text() + " (" + account + ")";
    }
  }

  /** Draws it; the sheet is the caller's to write and close. */
  static Sheet draw(Printed printed) {
    Sheet sheet =
        new Sheet(
            printed.words().of("shift.sheet"),
            printed.words().language(),
            printed.at().toEpochMilli());
    boolean drawn = false;
    try {
      new HandoverSheet(printed, sheet).draw();
      drawn = true;
      return sheet;
    } finally {
      if (!drawn) {
        sheet.abandon();
      }
    }
  }

  private void draw() {
    Table table = new Table(columns(), TEXT);
    List<List<String>> rows = printed.handover().items().stream().map(this::row).toList();
    int next = 0;
    do {
      Canvas canvas = sheet.page(WIDTH, HEIGHT);
      title(canvas);
      double foot = EDGE + SIGN + 6;
      double top = HEIGHT - EDGE - TITLE;
      Frame room = new Frame(EDGE, foot, WIDTH - 2 * EDGE, top - foot);
      int to = Math.min(rows.size(), next + table.rowsIn(room.height()));
      table.draw(canvas, room, rows.subList(next, to));
      next = to;
      if (next == rows.size()) {
        sign(canvas);
      }
    } while (next < rows.size());
    for (int i = 0; i < sheet.pages(); i++) {
      String page = printed.words().of("shift.page", Map.of("page", i + 1, "pages", sheet.pages()));
      sheet.canvas(i).text(page, 2.2, Tone.FAINT, Align.RIGHT, WIDTH - EDGE, 7);
    }
  }

  private void title(Canvas canvas) {
    ShiftWords words = printed.words();
    Handover handover = printed.handover();
    double y = HEIGHT - EDGE - 5;
    canvas.text(words.of("shift.sheet"), 6, Tone.INK, Align.LEFT, EDGE, y);
    if (handover.generated()) {
      canvas.text(words.of("shift.generated"), 3.2, Tone.NEW, Align.RIGHT, WIDTH - EDGE, y);
    }
    Map<String, Object> shift =
        Map.of(
            "number", handover.id(),
            "area", printed.areaName().apply(handover.area()),
            "state", words.of("shift.state." + handover.state().word()),
            "since", words.minute(handover.since()),
            "taken", words.minute(handover.takenAt()));
    line(canvas, y - 6, words.of("shift.head", shift), Tone.INK);
    line(canvas, y - 11, words.of("shift.span", shift), Tone.INK);
    List<String> counts = new ArrayList<>();
    handover
        .counts()
        .forEach((kind, count) -> counts.add(words.of("shift.kind." + kind.word()) + " " + count));
    line(canvas, y - 16, String.join("  ·  ", counts), Tone.INK);
    line(canvas, y - 21, said("shift.remarks", handover.remarks().text()), Tone.INK);
    line(canvas, y - 26, said("shift.answer", handover.answer().text()), Tone.INK);
    line(
        canvas,
        y - 31,
        words.of("shift.printed", Map.of("at", words.minute(printed.at()))),
        Tone.FAINT);
  }

  private String said(String key, String text) {
    return printed
        .words()
        .of(key, Map.of("text", printed.said().apply(text).replaceAll("\\s+", " ")));
  }

  private static void line(Canvas canvas, double y, String text, Color tone) {
    canvas.text(canvas.fitted(text, 3, WIDTH - 2 * EDGE), 3, tone, Align.LEFT, EDGE, y);
  }

  private List<Column> columns() {
    ShiftWords words = printed.words();
    return List.of(
        new Column(words.of("shift.what"), 14, Align.LEFT),
        new Column(words.of("shift.label"), 30, Align.LEFT),
        new Column(words.of("shift.detail"), 22, Align.LEFT),
        new Column(words.of("shift.where"), 24, Align.LEFT),
        new Column(words.of("shift.when"), 18, Align.LEFT));
  }

  private List<String> row(HandoverItem item) {
    return List.of(
        printed.words().of("shift.kind." + item.kind().word()),
        item.label(),
        item.detail(),
        item.area().isEmpty() ? "" : printed.areaName().apply(item.area()),
        Optional.ofNullable(item.atOrNull()).map(printed.words()::minute).orElse(""));
  }

  private void sign(Canvas canvas) {
    double width = (WIDTH - 2 * EDGE) / 2;
    Pen pen = Pen.of(Tone.INK, 0.2);
    for (Signature.Side side : Signature.Side.values()) {
      double x = side == Signature.Side.OUTGOING ? EDGE : EDGE + width;
      Frame box = new Frame(x, EDGE, width, SIGN);
      canvas.box(pen, box);
      canvas.text(
          printed.words().of("shift.sign." + side.word()),
          2.8,
          Tone.INK,
          Align.LEFT,
          box.x() + 2,
          box.top() - 4);
      printed.handover().signature(side).ifPresent(one -> signature(canvas, box, one));
    }
  }

  private void signature(Canvas canvas, Frame box, Signature one) {
    double room = box.width() - 4;
    double y = box.top() - 9;
    String who = printed.who(one.account()) + "  " + printed.words().minute(one.at());
    canvas.text(canvas.fitted(who, 3, room), 3, Tone.INK, Align.LEFT, box.x() + 2, y);
    canvas.text("SHA-256", 2, Tone.FAINT, Align.LEFT, box.x() + 2, y - 5);
    canvas.text(one.hash(), 2, Tone.FAINT, Align.LEFT, box.x() + 2, y - 8);
    boolean holds = printed.handover().holds(one);
    canvas.text(
        printed.words().of(holds ? "shift.sound" : "shift.unsound"),
        2.2,
        holds ? Tone.FAINT : Tone.NEW,
        Align.LEFT,
        box.x() + 2,
        y - 12);
  }
}
