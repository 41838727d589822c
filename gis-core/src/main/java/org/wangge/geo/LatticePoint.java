package org.wangge.geo;

/**
 * A place on the {@link Lattice}, WGS 84.
 *
 * @param lon longitude in lattice units, east positive
 * @param lat latitude in lattice units, north positive
 */
public record LatticePoint(int lon, int lat) implements Comparable<LatticePoint> {

  /**
   * The lattice point nearest to a position in degrees.
   *
   * @throws IllegalArgumentException when a coordinate is not a number or out of range
   */
  public static LatticePoint ofDegrees(double lon, double lat) {
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("not a latitude between -90 and 90 degrees: " + lat);
    }
    return new LatticePoint(Lattice.ofDegrees(lon), Lattice.ofDegrees(lat));
  }

  public double lonDegrees() {
    return Lattice.toDegrees(lon);
  }

  public double latDegrees() {
    return Lattice.toDegrees(lat);
  }

  /** West to east, then south to north. */
  @Override
  public int compareTo(LatticePoint other) {
    int byLon = Integer.compare(lon, other.lon);
    return byLon != 0 ? byLon : Integer.compare(lat, other.lat);
  }
}
