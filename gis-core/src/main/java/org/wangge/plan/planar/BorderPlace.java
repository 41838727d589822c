package org.wangge.plan.planar;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * The place of an outline that is nearest to a point.
 *
 * @param edge the edge it is on
 * @param place on the edge, not rounded
 * @param meters from the point to it
 * @param ring number of the ring, 0 being the outer one
 */
public record BorderPlace(Edge edge, Coordinate place, double meters, int ring) {

  public static BorderPlace nearest(LatticeShape shape, GroundScale scale, Coordinate point) {
    BorderPlace best = null;
    List<List<LatticePoint>> rings = RingEdges.rings(shape);
    for (int ring = 0; ring < rings.size(); ring++) {
      for (Edge edge : RingEdges.edges(rings.get(ring))) {
        double along = scale.along(edge.a(), edge.b(), point);
        Coordinate place = GroundScale.place(edge.a(), edge.b(), along);
        double meters = scale.meters(point, place);
        if (best == null || meters < best.meters) {
          best = new BorderPlace(edge, place, meters, ring);
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("an outline without an edge");
    }
    return best;
  }
}
