package org.wangge.plan.topology;

import org.locationtech.jts.algorithm.Distance;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.planar.Sides;

/** Judges whether a node may be put on an edge, given that it is rounded to the lattice. */
final class NodeRoom {
  /** Nearer than this to an edge it is not on, a node would tear apart what looks like one. */
  private static final double CLEAR_UNITS = 2;

  private NodeRoom() {}

  /**
   * @throws org.wangge.fault.Invalid with code {@code vertex-would-cross} or {@code
   *     border-not-shared}, and the place
   */
  static void requireRoom(Topology topology, Edge edge, LatticePoint node) {
    LatticeBox box = box(edge, node);
    for (String piece : topology.mosaic().near(box)) {
      requireClear(edge, node, topology.mosaic().shape(piece), box);
    }
    for (Face face : topology.bystanders(box)) {
      requireClear(edge, node, face.shape(), box);
    }
  }

  private static void requireClear(
      Edge edge, LatticePoint node, LatticeShape shape, LatticeBox box) {
    if (!shape.bounds().intersects(box)) {
      return;
    }
    for (Edge other : RingEdges.edges(shape)) {
      if (!edge.isSameAs(other)) {
        requireClear(edge, node, other);
      }
    }
  }

  private static LatticeBox box(Edge edge, LatticePoint node) {
    int clear = (int) CLEAR_UNITS + 1;
    LatticePoint a = edge.a();
    LatticePoint b = edge.b();
    return new LatticeBox(
        Math.min(node.lon(), Math.min(a.lon(), b.lon())) - clear,
        Math.min(node.lat(), Math.min(a.lat(), b.lat())) - clear,
        Math.max(node.lon(), Math.max(a.lon(), b.lon())) + clear,
        Math.max(node.lat(), Math.max(a.lat(), b.lat())) + clear);
  }

  private static void requireClear(Edge edge, LatticePoint node, Edge other) {
    LatticePoint a = edge.a();
    LatticePoint b = edge.b();
    if (unitsFrom(node, other) < CLEAR_UNITS) {
      throw Refusal.at(node, "line", "border-not-shared");
    }
    boolean swept = !edge.has(other.a()) && Sides.inTriangle(a, node, b, other.a());
    boolean newlyCrossed =
        !Sides.cross(a, b, other.a(), other.b())
            && (Sides.cross(a, node, other.a(), other.b())
                || Sides.cross(node, b, other.a(), other.b()));
    if (swept || newlyCrossed) {
      throw Refusal.at(node, "line", "vertex-would-cross");
    }
  }

  private static double unitsFrom(LatticePoint point, Edge edge) {
    return Distance.pointToSegment(
        GroundScale.coordinate(point),
        GroundScale.coordinate(edge.a()),
        GroundScale.coordinate(edge.b()));
  }
}
