package org.wangge.plan.street;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.LineSegment;
import org.wangge.geo.LatticePoint;
import org.wangge.place.StreetEdge;
import org.wangge.plan.planar.GroundScale;

/**
 * Centre-lines of streets. Two lines are joined where both have a vertex at the same place, so that
 * a bridge over a street is no way onto it. Immutable.
 *
 * @param lines vertex by vertex, at least two each
 */
public record StreetNetwork(List<List<LatticePoint>> lines) {
  /** A line no further than this from a centre-line is drawn on it. */
  static final double ON_METERS = 0.2;

  private static final double STEP_METERS = 5;

  public StreetNetwork {
    lines = lines.stream().map(List::copyOf).toList();
  }

  public static StreetNetwork of(Collection<StreetEdge> edges) {
    return new StreetNetwork(edges.stream().map(StreetEdge::line).toList());
  }

  /**
   * Whether a line lies on centre-lines from its one end to the other, within {@value #ON_METERS}
   * metres; it is looked at every {@value #STEP_METERS} metres or so.
   */
  public boolean carries(List<LatticePoint> line) {
    GroundScale ground = new GroundScale(line.get(0));
    List<LineSegment> streets = lines.stream().flatMap(one -> segments(ground, one)).toList();
    return segments(ground, line).allMatch(edge -> isOn(edge, streets));
  }

  private static Stream<LineSegment> segments(GroundScale ground, List<LatticePoint> line) {
    return IntStream.range(1, line.size())
        .mapToObj(
            i -> new LineSegment(ground.toMeters(line.get(i - 1)), ground.toMeters(line.get(i))));
  }

  private static boolean isOn(LineSegment edge, List<LineSegment> streets) {
    int looks = (int) Math.ceil(edge.getLength() / STEP_METERS);
    return IntStream.rangeClosed(0, Math.max(1, looks))
        .mapToObj(i -> edge.pointAlong((double) i / Math.max(1, looks)))
        .allMatch(at -> streets.stream().anyMatch(street -> street.distance(at) <= ON_METERS));
  }
}
