package org.wangge.plan.planar;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticePoint;

/** A line of lattice points; places on it are told by their way from its beginning. Immutable. */
public final class LineAlong {
  private final List<LatticePoint> line;
  private final GroundScale scale;

  /**
   * @param line two points at least
   */
  public LineAlong(List<LatticePoint> line) {
    this.line = List.copyOf(line);
    this.scale = new GroundScale(line.get(0));
  }

  /**
   * Where on the line is nearest to a point.
   *
   * @param way metres from the beginning
   * @param off metres from the point
   */
  public record Spot(double way, double off) {}

  public Spot nearest(LatticePoint point) {
    Coordinate there = GroundScale.coordinate(point);
    Spot best = new Spot(0, Double.MAX_VALUE);
    double way = 0;
    for (int i = 1; i < line.size(); i++) {
      LatticePoint a = line.get(i - 1);
      LatticePoint b = line.get(i);
      double along = scale.along(a, b, there);
      double off = scale.meters(there, GroundScale.place(a, b, along));
      double meters = scale.meters(a, b);
      if (off < best.off()) {
        best = new Spot(way + along * meters, off);
      }
      way += meters;
    }
    return best;
  }

  public double meters() {
    double sum = 0;
    for (int i = 1; i < line.size(); i++) {
      sum += scale.meters(line.get(i - 1), line.get(i));
    }
    return sum;
  }

  /** The place after some metres, on the lattice. */
  public LatticePoint at(double way) {
    double left = way;
    for (int i = 1; i < line.size(); i++) {
      double meters = scale.meters(line.get(i - 1), line.get(i));
      if (left <= meters) {
        return GroundScale.rounded(
            GroundScale.place(line.get(i - 1), line.get(i), meters == 0 ? 0 : left / meters));
      }
      left -= meters;
    }
    return line.get(line.size() - 1);
  }

  /** The part from one place to another that comes after it. */
  public List<LatticePoint> part(double from, double to) {
    List<LatticePoint> part = new ArrayList<>(List.of(at(from)));
    double way = 0;
    for (int i = 1; i < line.size(); i++) {
      way += scale.meters(line.get(i - 1), line.get(i));
      if (way > from && way < to) {
        add(part, line.get(i));
      }
    }
    add(part, at(to));
    return part;
  }

  private static void add(List<LatticePoint> part, LatticePoint point) {
    if (!part.get(part.size() - 1).equals(point)) {
      part.add(point);
    }
  }
}
