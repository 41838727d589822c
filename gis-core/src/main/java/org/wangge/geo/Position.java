package org.wangge.geo;

/**
 * A place in degrees, WGS 84, before it is rounded to the {@link Lattice}. Nothing is checked: a
 * position read from a file may be anywhere, or not a number.
 *
 * @param lonDegrees longitude, east positive
 * @param latDegrees latitude, north positive
 */
public record Position(double lonDegrees, double latDegrees) {

  /**
   * The lattice point nearest to it.
   *
   * @throws IllegalArgumentException when a coordinate is not a number or off the globe
   */
  public LatticePoint toLattice() {
    return LatticePoint.ofDegrees(lonDegrees, latDegrees);
  }
}
