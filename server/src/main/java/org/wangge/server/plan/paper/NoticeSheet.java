package org.wangge.server.plan.paper;

import java.util.List;
import java.util.Map;
import org.wangge.geo.LatticeShape;
import org.wangge.server.http.QrCode;
import org.wangge.server.plan.paper.Canvas.Align;
import org.wangge.server.plan.paper.NoticePicture.PublishedPerson;
import org.wangge.server.plan.paper.Table.Column;

/** The notice (公示牌) of a grid: what it is called, where it is, who is in charge, and its code. */
final class NoticeSheet {
  private static final double SHORTEST = 210;
  private static final double EDGE = 14;
  private static final double QR = 46;
  private static final double MAP_HEIGHT = 118;
  private static final int MOST_PEOPLE = 7;

  private final Words words;
  private final NoticePicture picture;
  private final double unit;
  private final double width;
  private final double height;
  private final Canvas canvas;

  private NoticeSheet(Words words, NoticePicture picture, PaperSize size, Canvas canvas) {
    this.words = words;
    this.picture = picture;
    this.unit = size.shortMillimeters() / SHORTEST;
    this.width = size.shortMillimeters();
    this.height = size.longMillimeters();
    this.canvas = canvas;
  }

  /** Draws it; the sheet is the caller's to write and close. */
  static Sheet draw(Words words, NoticePicture picture, PaperSize size) {
    Sheet sheet = new Sheet(picture.grid().name(), words.language(), picture.at().toEpochMilli());
    boolean drawn = false;
    try {
      Canvas canvas = sheet.page(size.shortMillimeters(), size.longMillimeters());
      new NoticeSheet(words, picture, size, canvas).draw();
      drawn = true;
      return sheet;
    } finally {
      if (!drawn) {
        sheet.abandon();
      }
    }
  }

  private void draw() {
    double edge = EDGE * unit;
    canvas.box(Pen.of(Tone.INK, 0.8 * unit), new Frame(0, 0, width, height).inset(edge / 2));
    double y = head();
    Frame frame = new Frame(edge, y - MAP_HEIGHT * unit, width - 2 * edge, MAP_HEIGHT * unit);
    if (picture.grid().shape().isPresent()) {
      map(frame, picture.grid().shape().get());
    }
    people(new Frame(edge, edge + (QR + 12) * unit, width - 2 * edge, peopleRoom(frame)));
    code(edge);
  }

  private double peopleRoom(Frame frame) {
    return frame.y() - (EDGE + QR + 12 + 12) * unit;
  }

  private double head() {
    double middle = width / 2;
    double y = height - 29 * unit;
    canvas.text(words.of("notice.title"), 13 * unit, Tone.INK, Align.MIDDLE, middle, y);
    y -= 13 * unit;
    String name = canvas.fitted(picture.grid().name(), 9 * unit, width - 3 * EDGE * unit);
    canvas.text(name, 9 * unit, Tone.NEW, Align.MIDDLE, middle, y);
    y -= 8.5 * unit;
    String line =
        words.of("notice.code")
            + " "
            + picture.grid().code()
            + "    "
            + words.of("notice.households")
            + " "
            + words.of(
                "notice.households-number", Map.of("households", picture.grid().households()));
    canvas.text(line, 4.2 * unit, Tone.INK, Align.MIDDLE, middle, y);
    y -= 6.5 * unit;
    String within = words.of("notice.within") + " " + String.join(" › ", picture.within());
    canvas.text(
        canvas.fitted(within, 3.6 * unit, width - 3 * EDGE * unit),
        3.6 * unit,
        Tone.FAINT,
        Align.MIDDLE,
        middle,
        y);
    return y - 5 * unit;
  }

  private void map(Frame frame, LatticeShape shape) {
    PaperMap map = PaperMap.of(shape.bounds(), frame);
    double thick = unit * 1.4;
    canvas.within(
        frame,
        () -> {
          picture.around().draw(canvas, map, thick);
          Pen beside = Pen.dashed(Tone.KEPT, 0.4 * unit);
          picture.neighbours().forEach(other -> canvas.stroke(beside, map.onPage(other)));
          canvas.stroke(Pen.of(Tone.NEW, 1.2 * unit), map.onPage(shape));
        });
    canvas.box(Pen.of(Tone.INK, 0.4 * unit), frame);
    Furniture.north(canvas, words, unit, frame.right() - 8 * unit, frame.top() - 16 * unit);
    double y = frame.y() + 3 * unit;
    canvas.fill(Tone.PAPER, new Frame(frame.x() + unit, frame.y() + unit, 84 * unit, 8 * unit));
    Furniture.scaleBar(canvas, map, words, unit * 0.7, frame.x() + 4 * unit, y);
    canvas.text(
        words.of("paper.scale", Map.of("scale", Integer.toString(map.scale()))),
        2.8 * unit,
        Tone.INK,
        Align.LEFT,
        frame.x() + 55 * unit,
        y);
  }

  private void people(Frame frame) {
    canvas.text(
        words.of("notice.people"),
        5 * unit,
        Tone.INK,
        Align.LEFT,
        frame.x(),
        frame.top() + 3 * unit);
    if (picture.people().isEmpty()) {
      canvas.text(
          words.of("notice.nobody"),
          4 * unit,
          Tone.FAINT,
          Align.LEFT,
          frame.x(),
          frame.top() - 6 * unit);
      return;
    }
    Table table =
        new Table(
            List.of(
                new Column(words.of("notice.duty"), 30, Align.LEFT),
                new Column(words.of("notice.name"), 30, Align.LEFT),
                new Column(words.of("notice.phone"), 40, Align.LEFT)),
            4 * unit);
    int rows = Math.min(MOST_PEOPLE, table.rowsIn(frame.height()));
    table.draw(canvas, frame, picture.people().stream().limit(rows).map(this::cells).toList());
  }

  private List<String> cells(PublishedPerson one) {
    return List.of(words.known("impact.duty.", one.duty()), one.name(), one.phone());
  }

  private void code(double edge) {
    double side = QR * unit;
    double x = width - edge - side;
    QrSquares.draw(canvas, QrCode.squares(picture.address()), new Frame(x, edge, side, side));
    double text = 4.4 * unit;
    canvas.text(words.of("notice.scan"), text, Tone.INK, Align.LEFT, edge, edge + 24 * unit);
    canvas.text(
        canvas.fitted(picture.address(), 3 * unit, x - edge - 4 * unit),
        3 * unit,
        Tone.FAINT,
        Align.LEFT,
        edge,
        edge + 17 * unit);
    canvas.text(
        words.of("notice.printed", Map.of("day", words.time(picture.at()))),
        3 * unit,
        Tone.FAINT,
        Align.LEFT,
        edge,
        edge + 10 * unit);
    if (picture.generated()) {
      canvas.text(
          words.of("paper.generated"), 4.2 * unit, Tone.NEW, Align.LEFT, edge, edge + 3 * unit);
    }
  }
}
