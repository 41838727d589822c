package org.wangge.plan.balance;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;

/**
 * Guesses how a line would divide an outline, quickly enough to compare hundreds of lines: what
 * stands on either side of it, along the outer border. Immutable.
 */
final class HalvingEstimate {
  private static final String INTERIORS_MEET = "T********";
  private static final GeometryFactory FLOATING = new GeometryFactory();

  private final Coordinate[] ring;
  private final List<Building> buildings;
  private final List<Coordinate> middles = new ArrayList<>();
  private final List<Integer> homes = new ArrayList<>();

  HalvingEstimate(LatticeShape shape, List<Building> near) {
    Polygon outline = (Polygon) shape.scaled().getGeometryN(0);
    ring = outline.getExteriorRing().getCoordinates();
    buildings = near;
    for (Building one : near) {
      Coordinate middle = coordinate(one.footprint().labelPoint());
      if (one.households() > 0 && PointLocation.isInRing(middle, ring)) {
        middles.add(middle);
        homes.add(one.households());
      }
    }
  }

  private static Coordinate coordinate(LatticePoint point) {
    return new Coordinate(point.lon(), point.lat());
  }

  /**
   * How differently large both sides would be: 0 when equal, 1 when all is on one. Counted in
   * households, or in ground where nobody is known to live.
   */
  double unevenness(List<LatticePoint> line) {
    Coordinate[] side = side(line);
    double part = 0;
    double whole = 0;
    for (int i = 0; i < middles.size(); i++) {
      whole += homes.get(i);
      part += PointLocation.isInRing(middles.get(i), side) ? homes.get(i) : 0;
    }
    if (whole == 0) {
      whole = Area.ofRing(ring);
      part = Area.ofRing(side);
    }
    return Math.abs(2 * part / whole - 1);
  }

  /** Whether a line runs through a building. */
  boolean cuts(List<LatticePoint> line) {
    LineString path =
        FLOATING.createLineString(
            line.stream().map(HalvingEstimate::coordinate).toArray(Coordinate[]::new));
    return buildings.stream()
        .map(one -> one.footprint().scaled())
        .filter(one -> one.getEnvelopeInternal().intersects(path.getEnvelopeInternal()))
        .anyMatch(one -> RelateNG.relate(one, path, RelatePredicate.matches(INTERIORS_MEET)));
  }

  /** The ring round one side: the line, and the border from its end back to its beginning. */
  private Coordinate[] side(List<LatticePoint> line) {
    List<Coordinate> side = new ArrayList<>();
    line.forEach(point -> side.add(coordinate(point)));
    int from = edgeAt(side.get(side.size() - 1));
    int to = edgeAt(side.get(0));
    double fromAlong = along(from, side.get(side.size() - 1));
    double toAlong = along(to, side.get(0));
    int edges = ring.length - 1;
    int steps = Math.floorMod(to - from, edges);
    if (steps == 0 && toAlong < fromAlong) {
      steps = edges;
    }
    for (int i = 1; i <= steps; i++) {
      side.add(ring[(from + i) % edges]);
    }
    side.add(side.get(0));
    return side.toArray(Coordinate[]::new);
  }

  private int edgeAt(Coordinate place) {
    int best = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < ring.length; i++) {
      double distance = new LineSegment(ring[i], ring[i + 1]).distance(place);
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    return best;
  }

  private double along(int edge, Coordinate place) {
    return new LineSegment(ring[edge], ring[edge + 1]).segmentFraction(place);
  }
}
