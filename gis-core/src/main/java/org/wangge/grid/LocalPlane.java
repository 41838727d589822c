package org.wangge.grid;

import org.wangge.geo.LatticePoint;
import org.wangge.geo.Wgs84;

/**
 * A flat map around one point, with which the search for the nearest outline compares distances
 * cheaply: both axes are scaled to metres as the WGS 84 ellipsoid has them at that point. Over a
 * town it is right to a few parts in ten thousand. All distances are handed out squared, in m².
 */
final class LocalPlane {
  /** A unit is not allowed to vanish, or every meridian would meet at the pole. */
  private static final double SHORTEST_METERS = 1e-8;

  private final LatticePoint origin;
  private final double metersPerLon;
  private final double metersPerLat;

  LocalPlane(LatticePoint origin) {
    this.origin = origin;
    double latitude = origin.latDegrees();
    metersPerLon = Math.max(SHORTEST_METERS, Wgs84.metersPerLon(latitude));
    metersPerLat = Wgs84.metersPerLat(latitude);
  }

  /** To the nearest point of a box; 0 inside it. */
  double squaredToBox(int west, int south, int east, int north) {
    double x = beyond(west, origin.lon(), east) * metersPerLon;
    double y = beyond(south, origin.lat(), north) * metersPerLat;
    return x * x + y * y;
  }

  private static double beyond(int low, int value, int high) {
    return Math.max(0, Math.max((double) low - value, (double) value - high));
  }

  /** To the nearest point of the straight line between two vertices. */
  double squaredToEdge(int lon1, int lat1, int lon2, int lat2) {
    double x1 = ((double) lon1 - origin.lon()) * metersPerLon;
    double y1 = ((double) lat1 - origin.lat()) * metersPerLat;
    double dx = ((double) lon2 - lon1) * metersPerLon;
    double dy = ((double) lat2 - lat1) * metersPerLat;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : -(x1 * dx + y1 * dy) / length;
    double t = Math.max(0, Math.min(1, along));
    double x = x1 + t * dx;
    double y = y1 + t * dy;
    return x * x + y * y;
  }
}
