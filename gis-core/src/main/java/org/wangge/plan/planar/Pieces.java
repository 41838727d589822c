package org.wangge.plan.planar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** Divides outlines along paths whose every meeting with a border is a vertex of both. Pure. */
public final class Pieces {
  private Pieces() {}

  /**
   * The pieces of an outline. No vertex moves: the pieces together have the edges of the outline,
   * and those of the path twice.
   *
   * @param path from border to border; stretches outside of this outline or along its edges do not
   *     count
   */
  static List<LatticeShape> of(LatticeShape shape, List<LatticePoint> path) {
    Geometry scaled = shape.scaled();
    List<Edge> border = RingEdges.edges(shape);
    List<LineString> lines = new ArrayList<>();
    border.forEach(edge -> lines.add(line(edge)));
    List<Edge> cuts =
        RingEdges.edges(path).stream()
            .filter(edge -> border.stream().noneMatch(edge::isSameAs))
            .filter(edge -> holds(scaled, GroundScale.place(edge.a(), edge.b(), 0.5)))
            .toList();
    if (cuts.isEmpty()) {
      return List.of(shape);
    }
    cuts.forEach(edge -> lines.add(line(edge)));
    return within(scaled, lines);
  }

  @SuppressWarnings("unchecked")
  private static List<LatticeShape> within(Geometry scaled, List<LineString> lines) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(lines);
    List<LatticeShape> pieces = new ArrayList<>();
    for (Polygon piece : (Collection<Polygon>) polygonizer.getPolygons()) {
      if (holds(scaled, piece.getInteriorPoint().getCoordinate())) {
        pieces.add(LatticeShape.ofScaled(piece));
      }
    }
    return pieces;
  }

  /** What some outlines leave of the one they lie in, given that they have common nodes. */
  public static List<LatticeShape> rest(LatticeShape whole, List<LatticeShape> parts) {
    Set<Edge> edges = new LinkedHashSet<>();
    RingEdges.edges(whole).forEach(edge -> edges.add(edge.undirected()));
    parts.forEach(part -> RingEdges.edges(part).forEach(edge -> edges.add(edge.undirected())));
    return within(whole.scaled(), edges.stream().map(Pieces::line).toList()).stream()
        .filter(
            piece -> {
              Coordinate inside = piece.scaled().getInteriorPoint().getCoordinate();
              return parts.stream().noneMatch(part -> holds(part.scaled(), inside));
            })
        .toList();
  }

  public static boolean holds(Geometry scaled, Coordinate place) {
    return SimplePointInAreaLocator.locate(place, scaled) == Location.INTERIOR;
  }

  private static LineString line(Edge edge) {
    return RingEdges.FLOATING.createLineString(
        new Coordinate[] {GroundScale.coordinate(edge.a()), GroundScale.coordinate(edge.b())});
  }

  /** Twice the area in square lattice units, exactly: single sums may overflow, the last cannot. */
  public static long doubledArea(LatticeShape shape) {
    long sum = 0;
    for (int i = 0; i < shape.scaled().getNumGeometries(); i++) {
      Polygon part = (Polygon) shape.scaled().getGeometryN(i);
      sum += doubledArea(part.getExteriorRing().getCoordinates());
      for (int k = 0; k < part.getNumInteriorRing(); k++) {
        sum -= doubledArea(part.getInteriorRingN(k).getCoordinates());
      }
    }
    return sum;
  }

  private static long doubledArea(Coordinate[] ring) {
    long sum = 0;
    long x = (long) ring[0].x;
    long y = (long) ring[0].y;
    for (int i = 1; i < ring.length; i++) {
      sum +=
          ((long) ring[i - 1].x - x) * ((long) ring[i].y - y)
              - ((long) ring[i].x - x) * ((long) ring[i - 1].y - y);
    }
    return Math.abs(sum);
  }
}
