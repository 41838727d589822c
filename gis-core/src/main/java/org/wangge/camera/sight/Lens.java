package org.wangge.camera.sight;

/**
 * One lens of a camera, as seen from above: the ground between two distances in the directions of
 * an angle. Its borders belong to it.
 *
 * @param azimuthDegrees middle of the view, clockwise from north, from 0 up to 360
 * @param angleDegrees horizontal opening, above 0; 360 is all round
 * @param nearMeters from where on the ground is seen: what is nearer lies below the picture
 * @param farMeters to where enough is seen; at most {@link #FARTHEST_METERS}
 */
public record Lens(
    double azimuthDegrees, double angleDegrees, double nearMeters, double farMeters) {
  /** Farther than any camera at a street shows enough. */
  public static final double FARTHEST_METERS = 5_000;

  private static final double FULL_DEGREES = 360;

  public Lens {
    if (!(azimuthDegrees >= 0 && azimuthDegrees < FULL_DEGREES)
        || !(angleDegrees > 0 && angleDegrees <= FULL_DEGREES)) {
      throw new IllegalArgumentException(
          "azimuth or angle out of range: " + azimuthDegrees + ", " + angleDegrees);
    }
    if (!(nearMeters >= 0 && nearMeters < farMeters && farMeters <= FARTHEST_METERS)) {
      throw new IllegalArgumentException("range out of range: " + nearMeters + " to " + farMeters);
    }
  }

  /** One that sees all round. */
  public static Lens round(double nearMeters, double farMeters) {
    return new Lens(0, FULL_DEGREES, nearMeters, farMeters);
  }

  /** Whether it goes all the way round. */
  public boolean isRound() {
    return angleDegrees >= FULL_DEGREES;
  }

  /**
   * How far a place lies off the middle of the view, 0 to 180; 0 at the foot and where it sees all
   * round.
   *
   * @param x metres to the east of the foot
   * @param y metres to the north of it
   */
  double offAxisDegrees(double x, double y) {
    if (isRound() || (x == 0 && y == 0)) {
      return 0;
    }
    double off = Math.abs(Math.toDegrees(Math.atan2(x, y)) - azimuthDegrees);
    double turned = off % FULL_DEGREES;
    return Math.min(turned, FULL_DEGREES - turned);
  }
}
