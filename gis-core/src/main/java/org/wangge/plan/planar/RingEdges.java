package org.wangge.plan.planar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** The edges of outlines, and outlines with one vertex more. */
public final class RingEdges {
  /** For what is worked out between lattice points; nothing made by it is stored. */
  public static final GeometryFactory FLOATING = new GeometryFactory();

  private RingEdges() {}

  /** Every ring of an outline as lattice points, each ending where it began. */
  public static List<List<LatticePoint>> rings(LatticeShape shape) {
    List<List<LatticePoint>> rings = new ArrayList<>();
    Geometry scaled = shape.scaled();
    for (int i = 0; i < scaled.getNumGeometries(); i++) {
      Polygon part = (Polygon) scaled.getGeometryN(i);
      rings.add(points(part.getExteriorRing()));
      for (int k = 0; k < part.getNumInteriorRing(); k++) {
        rings.add(points(part.getInteriorRingN(k)));
      }
    }
    return rings;
  }

  private static List<LatticePoint> points(LinearRing ring) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    List<LatticePoint> points = new ArrayList<>(vertices.size());
    for (int i = 0; i < vertices.size(); i++) {
      points.add(new LatticePoint((int) vertices.getX(i), (int) vertices.getY(i)));
    }
    return points;
  }

  /** Every edge of an outline. */
  public static List<Edge> edges(LatticeShape shape) {
    List<Edge> edges = new ArrayList<>(shape.vertexCount());
    rings(shape).forEach(ring -> addEdges(ring, edges));
    return edges;
  }

  /** The edges of a path or ring, in its order. */
  public static List<Edge> edges(List<LatticePoint> path) {
    List<Edge> edges = new ArrayList<>(path.size());
    addEdges(path, edges);
    return edges;
  }

  /** Whether one of the rings of an outline has an edge, in either direction. */
  public static boolean has(LatticeShape shape, Edge edge) {
    return edges(shape).stream().anyMatch(edge::isSameAs);
  }

  /** Whether a point is a vertex of an outline. */
  public static boolean hasVertex(LatticeShape shape, LatticePoint point) {
    if (!shape.bounds().contains(point)) {
      return false;
    }
    VertexSearch search = new VertexSearch(point);
    shape.scaled().apply(search);
    return search.isDone();
  }

  /** Stops where it finds the point. */
  private static final class VertexSearch implements CoordinateSequenceFilter {
    private final LatticePoint point;
    private boolean found;

    VertexSearch(LatticePoint point) {
      this.point = point;
    }

    @Override
    public void filter(CoordinateSequence vertices, int i) {
      found = vertices.getX(i) == point.lon() && vertices.getY(i) == point.lat();
    }

    @Override
    public boolean isDone() {
      return found;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }

  private static void addEdges(List<LatticePoint> path, List<Edge> edges) {
    for (int i = 1; i < path.size(); i++) {
      edges.add(new Edge(path.get(i - 1), path.get(i)));
    }
  }

  /** The outline with a vertex elsewhere, or without it. */
  public static LatticeShape replaced(
      LatticeShape shape, LatticePoint vertex, @Nullable LatticePoint place) {
    return mapped(shape, points -> replaced(points, vertex, place));
  }

  private static List<LatticePoint> replaced(
      List<LatticePoint> ring, LatticePoint vertex, @Nullable LatticePoint place) {
    List<LatticePoint> next = new ArrayList<>();
    for (LatticePoint point : ring.subList(1, ring.size())) {
      if (!point.equals(vertex)) {
        next.add(point);
      } else if (place != null) {
        next.add(place);
      }
    }
    next.add(0, next.get(next.size() - 1));
    return next;
  }

  /**
   * The outline with a vertex in the middle of an edge, wherever one of its rings has that edge.
   */
  public static LatticeShape withVertex(LatticeShape shape, Edge edge, LatticePoint vertex) {
    return mapped(shape, points -> withVertex(points, edge, vertex));
  }

  private static List<LatticePoint> withVertex(
      List<LatticePoint> ring, Edge edge, LatticePoint vertex) {
    List<LatticePoint> next = new ArrayList<>(ring.size() + 1);
    next.add(ring.get(0));
    for (int i = 1; i < ring.size(); i++) {
      if (edge.isSameAs(new Edge(ring.get(i - 1), ring.get(i)))) {
        next.add(vertex);
      }
      next.add(ring.get(i));
    }
    return next;
  }

  private static LatticeShape mapped(LatticeShape shape, UnaryOperator<List<LatticePoint>> change) {
    Geometry scaled = shape.scaled();
    Polygon[] parts = new Polygon[scaled.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      Polygon part = (Polygon) scaled.getGeometryN(i);
      LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
      for (int k = 0; k < holes.length; k++) {
        holes[k] = ring(change.apply(points(part.getInteriorRingN(k))));
      }
      LinearRing shell = ring(change.apply(points(part.getExteriorRing())));
      parts[i] = LatticeShape.SCALED.createPolygon(shell, holes);
    }
    return LatticeShape.ofScaled(LatticeShape.SCALED.createMultiPolygon(parts));
  }

  private static LinearRing ring(List<LatticePoint> points) {
    return LatticeShape.SCALED.createLinearRing(
        points.stream().map(GroundScale::coordinate).toArray(Coordinate[]::new));
  }
}
