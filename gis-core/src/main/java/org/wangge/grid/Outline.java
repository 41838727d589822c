package org.wangge.grid;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/**
 * A shape laid out for being asked about points: its rings, one after another, as whole numbers.
 * Immutable.
 */
final class Outline {
  private final LatticeBox bounds;
  private final int[] lons;
  private final int[] lats;

  /** Where each ring stops; a ring ends with its first vertex. */
  private final int[] ringEnds;

  /**
   * @throws IllegalArgumentException when the shape is wider than {@link
   *     Lattice#MAX_EXTENT_DEGREES}, because sidedness would no longer be exact
   */
  Outline(LatticeShape shape) {
    bounds = shape.bounds();
    long most = (long) Lattice.MAX_EXTENT_DEGREES * Lattice.UNITS_PER_DEGREE;
    if ((long) bounds.east() - bounds.west() > most
        || (long) bounds.north() - bounds.south() > most) {
      throw new IllegalArgumentException("wider than an outline may be: " + bounds);
    }
    MultiPolygon scaled = shape.scaled();
    lons = new int[scaled.getNumPoints()];
    lats = new int[lons.length];
    ringEnds = new int[ringCount(scaled)];
    int ring = 0;
    int end = 0;
    for (int i = 0; i < scaled.getNumGeometries(); i++) {
      Polygon piece = (Polygon) scaled.getGeometryN(i);
      end = take(piece.getExteriorRing().getCoordinateSequence(), end);
      ringEnds[ring++] = end;
      for (int hole = 0; hole < piece.getNumInteriorRing(); hole++) {
        end = take(piece.getInteriorRingN(hole).getCoordinateSequence(), end);
        ringEnds[ring++] = end;
      }
    }
  }

  private static int ringCount(MultiPolygon scaled) {
    int count = 0;
    for (int i = 0; i < scaled.getNumGeometries(); i++) {
      count += 1 + ((Polygon) scaled.getGeometryN(i)).getNumInteriorRing();
    }
    return count;
  }

  private int take(CoordinateSequence ring, int start) {
    for (int i = 0; i < ring.size(); i++) {
      lons[start + i] = (int) ring.getX(i);
      lats[start + i] = (int) ring.getY(i);
    }
    return start + ring.size();
  }

  LatticeBox bounds() {
    return bounds;
  }

  /**
   * Whether a point is inside or on the border, exactly. Counts the edges that a ray to the east
   * meets, over all rings at once: a hole takes away what its shell gave.
   */
  boolean holds(int lon, int lat) {
    boolean inside = false;
    int i = 0;
    for (int end : ringEnds) {
      int lon1 = lons[i];
      int lat1 = lats[i];
      for (i++; i < end; i++) {
        int lon2 = lons[i];
        int lat2 = lats[i];
        if (lat1 > lat != lat2 > lat) {
          // Differences stay below 2^32 and those of one outline below 2^29, so this cannot
          // overflow.
          long side =
              ((long) lon2 - lon1) * ((long) lat - lat1)
                  - ((long) lon - lon1) * ((long) lat2 - lat1);
          if (side == 0) {
            return true;
          }
          inside ^= side > 0 == lat2 > lat1;
        } else if (lat2 == lat && touchesRow(lon, lon1, lat1 == lat, lon2)) {
          return true;
        }
        lon1 = lon2;
        lat1 = lat2;
      }
    }
    return inside;
  }

  /** Whether an edge that ends in the point's row, but does not cross it, holds the point. */
  private static boolean touchesRow(int lon, int lon1, boolean level, int lon2) {
    return lon2 == lon || (level && lon1 > lon != lon2 > lon);
  }

  /** Squared distance in m² from the origin of the plane to the nearest border. */
  double squaredDistance(LocalPlane plane) {
    double best = Double.POSITIVE_INFINITY;
    int i = 0;
    for (int end : ringEnds) {
      for (i++; i < end; i++) {
        best = Math.min(best, plane.squaredToEdge(lons[i - 1], lats[i - 1], lons[i], lats[i]));
      }
    }
    return best;
  }
}
