package org.wangge.plan;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** The edges of outlines, and outlines with one vertex more. */
final class RingEdges {
  /** For what is worked out between lattice points; nothing made by it is stored. */
  static final GeometryFactory FLOATING = new GeometryFactory();

  private RingEdges() {}

  /** A straight stretch of border between two vertices. */
  record Edge(LatticePoint a, LatticePoint b) {
    boolean isSameAs(Edge other) {
      return equals(other) || (a.equals(other.b) && b.equals(other.a));
    }

    boolean has(LatticePoint end) {
      return a.equals(end) || b.equals(end);
    }
  }

  /** Every ring of an outline as lattice points, each ending where it began. */
  static List<List<LatticePoint>> rings(LatticeShape shape) {
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
  static List<Edge> edges(LatticeShape shape) {
    List<Edge> edges = new ArrayList<>(shape.vertexCount());
    rings(shape).forEach(ring -> addEdges(ring, edges));
    return edges;
  }

  /** The edges of a path or ring, in its order. */
  static List<Edge> edges(List<LatticePoint> path) {
    List<Edge> edges = new ArrayList<>(path.size());
    addEdges(path, edges);
    return edges;
  }

  private static void addEdges(List<LatticePoint> path, List<Edge> edges) {
    for (int i = 1; i < path.size(); i++) {
      edges.add(new Edge(path.get(i - 1), path.get(i)));
    }
  }

  /**
   * The outline with a vertex in the middle of an edge, wherever one of its rings has that edge.
   */
  static LatticeShape withVertex(LatticeShape shape, Edge edge, LatticePoint vertex) {
    Geometry scaled = shape.scaled();
    Polygon[] parts = new Polygon[scaled.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      Polygon part = (Polygon) scaled.getGeometryN(i);
      LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
      for (int k = 0; k < holes.length; k++) {
        holes[k] = withVertex(part.getInteriorRingN(k), edge, vertex);
      }
      LinearRing shell = withVertex(part.getExteriorRing(), edge, vertex);
      parts[i] = LatticeShape.SCALED.createPolygon(shell, holes);
    }
    return LatticeShape.ofScaled(LatticeShape.SCALED.createMultiPolygon(parts));
  }

  private static LinearRing withVertex(LinearRing ring, Edge edge, LatticePoint vertex) {
    List<LatticePoint> points = points(ring);
    List<Coordinate> all = new ArrayList<>(points.size() + 1);
    all.add(GroundScale.coordinate(points.get(0)));
    for (int i = 1; i < points.size(); i++) {
      if (edge.isSameAs(new Edge(points.get(i - 1), points.get(i)))) {
        all.add(GroundScale.coordinate(vertex));
      }
      all.add(GroundScale.coordinate(points.get(i)));
    }
    return LatticeShape.SCALED.createLinearRing(all.toArray(Coordinate[]::new));
  }
}
