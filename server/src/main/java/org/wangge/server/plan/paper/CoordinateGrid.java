package org.wangge.server.plan.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.Ordinates;
import org.wangge.geo.Position;
import org.wangge.server.plan.paper.Canvas.Align;

/**
 * Lines of equal coordinates of a system over a map, with their values at its frame. They are drawn
 * point by point, since those of a projected system are not upright on a plane of true north.
 */
final class CoordinateGrid {
  private static final double SPACING_MILLIMETERS = 55;
  private static final int POINTS_OF_LINE = 25;
  private static final int POINTS_OF_SIDE = 9;
  private static final double WIDTH_MILLIMETERS = 0.12;
  private static final double TEXT_MILLIMETERS = 2.1;

  private final PaperMap map;
  private final CoordinateSystem system;
  private final double unit;
  private final double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
  private final double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
  private final double step;

  /**
   * The lines over a map.
   *
   * @param unit how large furniture is
   * @throws org.wangge.fault.Invalid where the system is not used there
   */
  CoordinateGrid(PaperMap map, CoordinateSystem system, double unit) {
    this.map = map;
    this.system = system;
    this.unit = unit;
    for (int i = 0; i <= POINTS_OF_SIDE; i++) {
      double along = (double) i / POINTS_OF_SIDE;
      Frame frame = map.frame();
      double x = frame.x() + along * frame.width();
      double y = frame.y() + along * frame.height();
      reach(map.at(x, frame.y()));
      reach(map.at(x, frame.top()));
      reach(map.at(frame.x(), y));
      reach(map.at(frame.right(), y));
    }
    double each = Math.max(1, map.frame().width() / (SPACING_MILLIMETERS * unit));
    step = MapScale.lengthAtMost((high[0] - low[0]) / each);
  }

  private void reach(Position position) {
    Ordinates values = system.fromWgs84(position.lonDegrees(), position.latDegrees());
    double[] both = {values.x(), values.y()};
    for (int axis = 0; axis < 2; axis++) {
      low[axis] = Math.min(low[axis], both[axis]);
      high[axis] = Math.max(high[axis], both[axis]);
    }
  }

  private boolean isInDegrees() {
    return Math.abs(high[0]) <= 180 && Math.abs(high[1]) <= 90;
  }

  /** The distance between two lines, with its unit. */
  String spacing(String meters) {
    return isInDegrees() ? value(step) + "°" : value(step) + " " + meters;
  }

  private String value(double number) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  void draw(Canvas canvas) {
    Pen pen = Pen.of(Tone.GRATICULE, WIDTH_MILLIMETERS * unit);
    for (int axis = 0; axis < 2; axis++) {
      for (long k = (long) Math.ceil(low[axis] / step); k * step <= high[axis]; k++) {
        List<Coordinate> line = line(axis, k * step);
        canvas.within(
            map.frame(),
            () -> {
              for (int i = 1; i < line.size(); i++) {
                canvas.line(
                    pen, line.get(i - 1).x, line.get(i - 1).y, line.get(i).x, line.get(i).y);
              }
            });
        label(canvas, axis, value(k * step) + (isInDegrees() ? "°" : ""), line);
      }
    }
  }

  private List<Coordinate> line(int axis, double value) {
    int other = 1 - axis;
    List<Coordinate> line = new ArrayList<>();
    for (int i = 0; i <= POINTS_OF_LINE; i++) {
      double along = low[other] + (high[other] - low[other]) * i / POINTS_OF_LINE;
      Position place = axis == 0 ? system.toWgs84(value, along) : system.toWgs84(along, value);
      line.add(map.onPage(place));
    }
    return line;
  }

  /** Values of upright lines stand below and above the frame, the others turned at its sides. */
  private void label(Canvas canvas, int axis, String text, List<Coordinate> line) {
    Frame frame = map.frame();
    double size = TEXT_MILLIMETERS * unit;
    double gap = 0.5 * size;
    if (axis == 0) {
      double below = crossing(line, frame.y(), false);
      if (below > frame.x() && below < frame.right()) {
        canvas.text(text, size, Tone.FAINT, Align.MIDDLE, below, frame.y() - gap - size * 0.8);
      }
      double above = crossing(line, frame.top(), false);
      if (above > frame.x() && above < frame.right()) {
        canvas.text(text, size, Tone.FAINT, Align.MIDDLE, above, frame.top() + gap);
      }
      return;
    }
    double left = crossing(line, frame.x(), true);
    if (left > frame.y() && left < frame.top()) {
      canvas.text(text, size, Tone.FAINT, Align.MIDDLE, frame.x() - gap, left, 90);
    }
    double right = crossing(line, frame.right(), true);
    if (right > frame.y() && right < frame.top()) {
      canvas.text(
          text, size, Tone.FAINT, Align.MIDDLE, frame.right() + gap + size * 0.8, right, 90);
    }
  }

  /** Where a line crosses a side of the frame; not a number where it does not. */
  private static double crossing(List<Coordinate> line, double side, boolean upright) {
    for (int i = 1; i < line.size(); i++) {
      double a = upright ? line.get(i - 1).x : line.get(i - 1).y;
      double b = upright ? line.get(i).x : line.get(i).y;
      if ((a - side) * (b - side) <= 0 && a != b) {
        double t = (side - a) / (b - a);
        double from = upright ? line.get(i - 1).y : line.get(i - 1).x;
        double to = upright ? line.get(i).y : line.get(i).x;
        return from + t * (to - from);
      }
    }
    return Double.NaN;
  }
}
