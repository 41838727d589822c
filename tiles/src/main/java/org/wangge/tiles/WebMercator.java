package org.wangge.tiles;

import org.wangge.geo.Lattice;

/**
 * Spherical web Mercator (EPSG:3857) on the unit square that tiles divide: x runs east from −180°,
 * y runs <em>south</em> from {@link #MAX_LATITUDE_DEGREES}, both 0 to 1.
 *
 * <p>Uses {@link StrictMath}, so that every machine makes the same bytes of the same tile and an
 * ETag means the same behind any of them.
 */
public final class WebMercator {
  /** Where the square ends: atan(sinh(π)). */
  public static final double MAX_LATITUDE_DEGREES = 85.05112877980659;

  /** Half the circumference of the sphere of EPSG:3857 (radius 6 378 137 m), in metres. */
  public static final double HALF_WORLD_METERS = StrictMath.PI * 6_378_137.0;

  private static final double UNITS_PER_TURN = 360.0 * Lattice.UNITS_PER_DEGREE;
  private static final double RADIANS_PER_UNIT = StrictMath.PI / (180.0 * Lattice.UNITS_PER_DEGREE);
  private static final double MAX_LATITUDE_UNITS = MAX_LATITUDE_DEGREES * Lattice.UNITS_PER_DEGREE;

  private WebMercator() {}

  /** Position east, 0 to 1, of a longitude in lattice units. */
  public static double x(double lonUnits) {
    return lonUnits / UNITS_PER_TURN + 0.5;
  }

  /**
   * Position south, 0 to 1, of a latitude in lattice units. What lies beyond the square is drawn on
   * its edge.
   */
  public static double y(double latUnits) {
    double within = Math.max(-MAX_LATITUDE_UNITS, Math.min(MAX_LATITUDE_UNITS, latUnits));
    double sine = StrictMath.sin(within * RADIANS_PER_UNIT);
    return 0.5 - StrictMath.log((1 + sine) / (1 - sine)) / (4 * StrictMath.PI);
  }

  /** Longitude in lattice units, unrounded, of a position east. */
  public static double lonUnits(double x) {
    return (x - 0.5) * UNITS_PER_TURN;
  }

  /** Latitude in lattice units, unrounded, of a position south. */
  public static double latUnits(double y) {
    return StrictMath.atan(StrictMath.sinh(StrictMath.PI * (1 - 2 * y))) / RADIANS_PER_UNIT;
  }
}
