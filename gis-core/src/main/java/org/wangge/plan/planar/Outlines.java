package org.wangge.plan.planar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** Outlines from edges and edges from outlines; the ground is always to the left. */
final class Outlines {
  private Outlines() {}

  /** The edges of an outline with its ground to their left. */
  static List<Edge> edges(LatticeShape shape) {
    // Normal form winds shells clockwise and holes the other way: the ground is to the right.
    return RingEdges.edges(shape).stream().map(Edge::reversed).toList();
  }

  /**
   * The outline of the ground that a predicate tells.
   *
   * @param rim all edges that have the ground to their left and something else to their right
   */
  static LatticeShape trace(PlanarMap map, Predicate<String> ground, Collection<Edge> rim) {
    Set<Edge> open = new LinkedHashSet<>(rim);
    List<List<LatticePoint>> rings = new ArrayList<>();
    while (!open.isEmpty()) {
      Edge first = open.iterator().next();
      List<LatticePoint> ring = new ArrayList<>();
      Edge edge = first;
      do {
        if (!open.remove(edge)) {
          throw new IllegalArgumentException("a border that does not close at " + edge.a());
        }
        ring.add(edge.a());
        edge = map.next(edge, ground);
      } while (!edge.equals(first));
      addSimple(ring, rings);
    }
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.createMultiPolygon(polygons(rings).toArray(Polygon[]::new)));
  }

  /** The pieces that edges enclose, in no promised order; every edge belongs to one of them. */
  static List<LatticeShape> pieces(PlanarMap map, Set<Edge> edges) {
    Set<Edge> open = new LinkedHashSet<>(edges);
    List<List<LatticePoint>> rings = new ArrayList<>();
    while (!open.isEmpty()) {
      Edge first = open.iterator().next();
      List<LatticePoint> ring = new ArrayList<>();
      Edge edge = first;
      do {
        if (!open.remove(edge)) {
          throw new IllegalArgumentException("a border that does not close at " + edge.a());
        }
        ring.add(edge.a());
        edge = map.next(edge);
      } while (!edge.equals(first));
      addSimple(ring, rings);
    }
    return polygons(rings).stream().map(LatticeShape::ofScaled).toList();
  }

  /** Takes a ring that touches itself apart into rings that do not. */
  private static void addSimple(List<LatticePoint> ring, List<List<LatticePoint>> rings) {
    Map<LatticePoint, Integer> seen = new HashMap<>();
    List<LatticePoint> open = new ArrayList<>();
    for (LatticePoint point : ring) {
      Integer before = seen.get(point);
      if (before != null) {
        List<LatticePoint> loop = open.subList(before, open.size());
        rings.add(List.copyOf(loop));
        loop.forEach(seen::remove);
        loop.clear();
      }
      seen.put(point, open.size());
      open.add(point);
    }
    rings.add(open);
  }

  private static List<Polygon> polygons(List<List<LatticePoint>> rings) {
    Map<LinearRing, List<LinearRing>> shells = new LinkedHashMap<>();
    List<LinearRing> holes = new ArrayList<>();
    for (List<LatticePoint> ring : rings) {
      LinearRing closed = closed(ring);
      if (Area.ofRingSigned(closed.getCoordinateSequence()) < 0) {
        shells.put(closed, new ArrayList<>());
      } else {
        holes.add(closed);
      }
    }
    for (LinearRing hole : holes) {
      shells.computeIfAbsent(shellOf(hole, shells.keySet()), shell -> new ArrayList<>()).add(hole);
    }
    List<Polygon> polygons = new ArrayList<>();
    shells.forEach(
        (shell, inside) ->
            polygons.add(
                LatticeShape.SCALED.createPolygon(shell, inside.toArray(LinearRing[]::new))));
    return polygons;
  }

  private static LinearRing closed(List<LatticePoint> ring) {
    Coordinate[] all = new Coordinate[ring.size() + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = GroundScale.coordinate(ring.get(i % ring.size()));
    }
    return LatticeShape.SCALED.createLinearRing(all);
  }

  /** The smallest shell round a hole. */
  private static LinearRing shellOf(LinearRing hole, Set<LinearRing> shells) {
    LinearRing best = null;
    double least = Double.MAX_VALUE;
    for (LinearRing shell : shells) {
      double area = Math.abs(Area.ofRingSigned(shell.getCoordinateSequence()));
      if (area < least && holds(shell, hole)) {
        best = shell;
        least = area;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("a hole in nothing at " + hole.getCoordinateN(0));
    }
    return best;
  }

  private static boolean holds(LinearRing shell, LinearRing hole) {
    if (!shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal())) {
      return false;
    }
    Coordinate[] around = shell.getCoordinates();
    Coordinate[] vertices = hole.getCoordinates();
    for (int i = 1; i < vertices.length; i++) {
      int where = PointLocation.locateInRing(vertices[i], around);
      if (where == Location.BOUNDARY) {
        where =
            PointLocation.locateInRing(LineSegment.midPoint(vertices[i - 1], vertices[i]), around);
      }
      if (where != Location.BOUNDARY) {
        return where == Location.INTERIOR;
      }
    }
    // The same ring the other way round.
    return false;
  }
}
