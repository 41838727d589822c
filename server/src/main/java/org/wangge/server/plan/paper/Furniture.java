package org.wangge.server.plan.paper;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.wangge.server.plan.paper.Canvas.Align;

/** What every map on paper has: scale bar and scale number, and where north is. */
final class Furniture {
  private static final double BAR_MILLIMETERS = 60;
  private static final int PARTS = 4;
  private static final GeometryFactory MILLIMETERS = new GeometryFactory();

  private Furniture() {}

  /**
   * The scale bar; its length is that of its ground, to the point. Its left lower corner is given.
   */
  static void scaleBar(Canvas canvas, PaperMap map, Words words, double unit, double x, double y) {
    double meters = MapScale.lengthAtMost(map.meters(BAR_MILLIMETERS * unit));
    double length = map.millimeters(meters);
    double height = 1.4 * unit;
    Pen edge = Pen.of(Tone.INK, 0.15 * unit);
    for (int i = 0; i < PARTS; i++) {
      Frame part = new Frame(x + i * length / PARTS, y, length / PARTS, height);
      if (i % 2 == 0) {
        canvas.fill(Tone.INK, part);
      }
    }
    canvas.box(edge, new Frame(x, y, length, height));
    double size = 2.2 * unit;
    double above = y + height + 0.6 * unit;
    canvas.text("0", size, Tone.INK, Align.MIDDLE, x, above);
    canvas.text(plain(meters / 2), size, Tone.INK, Align.MIDDLE, x + length / 2, above);
    canvas.text(
        plain(meters) + " " + words.of("paper.meters"),
        size,
        Tone.INK,
        Align.MIDDLE,
        x + length,
        above);
  }

  private static String plain(double meters) {
    return String.format(Locale.ROOT, meters == Math.rint(meters) ? "%.0f" : "%.1f", meters);
  }

  /** An arrow to the north. The middle of its foot is given. */
  static void north(Canvas canvas, Words words, double unit, double x, double y) {
    double half = 2.2 * unit;
    double height = 8 * unit;
    canvas.fill(Tone.PAPER, new Frame(x - 2 * half, y - unit, 4 * half, height + 6 * unit));
    canvas.fill(Tone.INK, triangle(x, y, -half, height));
    canvas.stroke(Pen.of(Tone.INK, 0.2 * unit), triangle(x, y, half, height));
    canvas.text(words.of("paper.north"), 3.4 * unit, Tone.INK, Align.MIDDLE, x, y + height + unit);
  }

  private static Polygon triangle(double x, double y, double side, double height) {
    return MILLIMETERS.createPolygon(
        new Coordinate[] {
          new Coordinate(x, y + height * 0.2),
          new Coordinate(x + side, y),
          new Coordinate(x, y + height),
          new Coordinate(x, y + height * 0.2)
        });
  }
}
