package org.wangge.tiles;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Judges polygons in pixels, and makes valid ones where rounding did not. */
final class PolygonRepair {
  private static final PrecisionModel WHOLE_PIXELS = new PrecisionModel(1.0);

  private PolygonRepair() {}

  /** Valid in the sense of OGC simple features, which the tile specification asks for. */
  static boolean isValid(Geometry polygons) {
    return isConvexQuad(polygons) || new IsValidOp(polygons).isValid();
  }

  /**
   * Most buildings are four corners that all turn the same way; those need no further look. (Five
   * could be a pentagram.)
   */
  private static boolean isConvexQuad(Geometry geometry) {
    if (!(geometry instanceof Polygon polygon)
        || polygon.getNumPoints() > 5
        || polygon.getNumInteriorRing() > 0) {
      return false;
    }
    Coordinate[] ring = polygon.getCoordinates();
    int first = turn(ring, 0);
    for (int i = 1; i < ring.length - 1; i++) {
      if (turn(ring, i) != first) {
        return false;
      }
    }
    return first != Orientation.COLLINEAR;
  }

  private static int turn(Coordinate[] ring, int at) {
    int corners = ring.length - 1;
    return Orientation.index(ring[at], ring[at + 1], ring[(at + 2) % corners]);
  }

  /** The part of some polygons within a box, on whole pixels and valid; perhaps empty. */
  static Geometry snapRound(Geometry polygons, Envelope box) {
    Geometry frame = polygons.getFactory().toGeometry(box);
    try {
      return overlay(polygons, frame);
    } catch (TopologyException | IllegalArgumentException invalidInput) {
      return overlay(GeometryFixer.fix(polygons), frame);
    }
  }

  private static Geometry overlay(Geometry polygons, Geometry frame) {
    OverlayNG overlay = new OverlayNG(polygons, frame, WHOLE_PIXELS, OverlayNG.INTERSECTION);
    overlay.setStrictMode(true);
    return overlay.getResult();
  }
}
