package org.wangge.geo;

/**
 * The whole-number raster that areas and looked-up points live on: units of 1e-7 degree, about 1 cm
 * on the ground.
 *
 * <p>Equality and sidedness of lattice points are exact 64-bit integer arithmetic as long as an
 * extent stays within {@link #MAX_EXTENT_DEGREES}: the cross product of two such vectors is below 2
 * · (5e8)² = 5e17 &lt; 2⁶³.
 */
public final class Lattice {
  /** Lattice units in one degree. */
  public static final int UNITS_PER_DEGREE = 10_000_000;

  /** Widest extent, in degrees of longitude or latitude, for which orientation tests are exact. */
  public static final int MAX_EXTENT_DEGREES = 50;

  private Lattice() {}

  /**
   * The lattice coordinate nearest to an angle.
   *
   * @param degrees longitude or latitude, −180 to 180
   * @throws IllegalArgumentException when the angle is not a number or out of range
   */
  public static int ofDegrees(double degrees) {
    if (!(degrees >= -180 && degrees <= 180)) {
      throw new IllegalArgumentException("not an angle between -180 and 180 degrees: " + degrees);
    }
    return (int) Math.rint(degrees * UNITS_PER_DEGREE);
  }

  /**
   * The angle of a lattice coordinate in degrees, decoded only this way so that it always comes
   * back the same.
   */
  public static double toDegrees(long units) {
    return units / (double) UNITS_PER_DEGREE;
  }
}
