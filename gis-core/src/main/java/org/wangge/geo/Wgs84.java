package org.wangge.geo;

/**
 * The shape of the WGS 84 ellipsoid, and how long a unit of the lattice is on it: by its radii of
 * curvature at a latitude.
 */
public final class Wgs84 {
  /** Of the equator. */
  static final double SEMI_MAJOR_METERS = 6_378_137;

  private static final double FLATTENING = 1 / 298.257_223_563;

  static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  private static final double RADIANS_A_UNIT = Math.toRadians(1.0 / Lattice.UNITS_PER_DEGREE);

  private Wgs84() {}

  /** Length of a lattice unit to the east; at the poles nearly nothing. */
  public static double metersPerLon(double latDegrees) {
    double lat = Math.toRadians(latDegrees);
    return primeVerticalMeters(lat) * Math.cos(lat) * RADIANS_A_UNIT;
  }

  /** Length of a lattice unit to the north. */
  public static double metersPerLat(double latDegrees) {
    double lat = Math.toRadians(latDegrees);
    double meridian = primeVerticalMeters(lat) * (1 - ECCENTRICITY_SQUARED) / bulge(lat);
    return meridian * RADIANS_A_UNIT;
  }

  /** Radius of curvature across the meridian. */
  static double primeVerticalMeters(double latRadians) {
    return SEMI_MAJOR_METERS / Math.sqrt(bulge(latRadians));
  }

  private static double bulge(double latRadians) {
    double sin = Math.sin(latRadians);
    return 1 - ECCENTRICITY_SQUARED * sin * sin;
  }
}
