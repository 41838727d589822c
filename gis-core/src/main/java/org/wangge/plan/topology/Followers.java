package org.wangge.plan.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.repair.CoverageRepair;

/**
 * Outlines above and beside grids, led along repaired borders: where one had an edge of a repaired
 * outline, it goes the way that this goes now.
 */
final class Followers {
  private static final int LONGEST_WAY = 64;

  private final Map<LatticePoint, LatticePoint> moves;
  private final Map<Edge, List<LatticePoint>> ways = new HashMap<>();

  private Followers(Map<LatticePoint, LatticePoint> moves) {
    this.moves = moves;
  }

  /** Faces that are no grids or micro-grids of the tree, where their outline is other now. */
  static List<Face> of(Map<String, Face> faces, CoverageRepair.Outcome outcome) {
    Followers followers = new Followers(outcome.moves());
    outcome
        .shapes()
        .forEach((id, is) -> followers.learn(Objects.requireNonNull(faces.get(id)).shape(), is));
    List<Face> changed = new ArrayList<>();
    for (Face face : faces.values()) {
      if (BaseMosaic.isGround(face)) {
        continue;
      }
      LatticeShape led = followers.led(face.shape());
      if (!led.equals(face.shape()) && led.scaled().isValid()) {
        changed.add(face.on(led));
      }
    }
    return changed;
  }

  private LatticePoint moved(LatticePoint point) {
    return moves.getOrDefault(point, point);
  }

  private void learn(LatticeShape was, LatticeShape is) {
    Map<LatticePoint, LatticePoint> next = new LinkedHashMap<>();
    RingEdges.edges(is).forEach(edge -> next.put(edge.a(), edge.b()));
    for (Edge edge : RingEdges.edges(was)) {
      List<LatticePoint> way = way(next, moved(edge.a()), moved(edge.b()));
      if (!way.isEmpty()) {
        ways.putIfAbsent(edge, way);
        List<LatticePoint> back = new ArrayList<>(way);
        Collections.reverse(back);
        ways.putIfAbsent(edge.reversed(), back);
      }
    }
  }

  /** From one vertex of an outline on to another; empty when it is not there, or far. */
  private static List<LatticePoint> way(
      Map<LatticePoint, LatticePoint> next, LatticePoint from, LatticePoint to) {
    List<LatticePoint> way = new ArrayList<>(List.of(from));
    LatticePoint at = from;
    while (!at.equals(to) && way.size() < LONGEST_WAY) {
      LatticePoint then = next.get(at);
      if (then == null) {
        return List.of();
      }
      way.add(then);
      at = then;
    }
    return at.equals(to) && isShort(way) ? way : List.of();
  }

  /** Not the way round the whole outline. */
  private static boolean isShort(List<LatticePoint> way) {
    GroundScale scale = new GroundScale(way.get(0));
    double meters = 0;
    for (int i = 1; i < way.size(); i++) {
      meters += scale.meters(way.get(i - 1), way.get(i));
    }
    return meters <= 1.5 * scale.meters(way.get(0), way.get(way.size() - 1)) + 4;
  }

  private LatticeShape led(LatticeShape shape) {
    Geometry scaled = shape.scaled();
    List<List<LatticePoint>> rings = RingEdges.rings(shape);
    int taken = 0;
    Polygon[] parts = new Polygon[scaled.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      LinearRing shell = ring(rings.get(taken++));
      LinearRing[] holes = new LinearRing[((Polygon) scaled.getGeometryN(i)).getNumInteriorRing()];
      for (int k = 0; k < holes.length; k++) {
        holes[k] = ring(rings.get(taken++));
      }
      parts[i] = LatticeShape.SCALED.createPolygon(shell, holes);
    }
    return LatticeShape.ofScaled(LatticeShape.SCALED.createMultiPolygon(parts));
  }

  private LinearRing ring(List<LatticePoint> was) {
    List<Coordinate> is = new ArrayList<>(List.of(GroundScale.coordinate(moved(was.get(0)))));
    for (Edge edge : RingEdges.edges(was)) {
      List<LatticePoint> way = ways.getOrDefault(edge, List.of(moved(edge.a()), moved(edge.b())));
      way.stream().skip(1).map(GroundScale::coordinate).forEach(is::add);
    }
    return LatticeShape.SCALED.createLinearRing(is.toArray(Coordinate[]::new));
  }
}
