package org.wangge.camera;

import org.jspecify.annotations.Nullable;
import org.wangge.camera.sight.Lens;

/**
 * One lens of a camera, as it is registered.
 *
 * @param azimuthDegrees middle of its view, clockwise from north, from 0 up to 360
 * @param angleDegrees horizontal opening, above 0; 360 is all round
 * @param nearMeters from where on it sees the ground; null where nobody has measured it
 * @param rangeMeters how far it sees enough; beyond {@link Lens#FARTHEST_METERS} is cut to it
 */
public record CameraLens(
    double azimuthDegrees, double angleDegrees, @Nullable Double nearMeters, double rangeMeters) {
  /** Height of a picture as a share of its width. */
  private static final double ASPECT = 9.0 / 16;

  /** So much of the tangent of the elevation is above the horizon. */
  private static final double SKY = 0.15;

  private static final double FLATTEST = 0.2;
  private static final double STEEPEST = 2;

  public CameraLens {
    if (!(azimuthDegrees >= 0 && azimuthDegrees < 360)
        || !(angleDegrees > 0 && angleDegrees <= 360)
        || !(rangeMeters > 0)) {
      throw new IllegalArgumentException(
          "azimuth, angle or range out of range: %s, %s, %s"
              .formatted(azimuthDegrees, angleDegrees, rangeMeters));
    }
    if (nearMeters != null && !(nearMeters >= 0 && nearMeters < farMeters(rangeMeters))) {
      throw new IllegalArgumentException("near range out of range: " + nearMeters);
    }
  }

  /** One whose near range nobody has measured. */
  public static CameraLens of(double azimuthDegrees, double angleDegrees, double rangeMeters) {
    return new CameraLens(azimuthDegrees, angleDegrees, null, rangeMeters);
  }

  /**
   * What it sees of flat ground from a height. Where nobody has measured from where on it sees the
   * ground, its picture is taken to be 16 wide and 9 high with a little sky, which tells how
   * steeply its lower border looks down.
   */
  public Lens seenFrom(double mountHeightMeters) {
    double far = farMeters(rangeMeters);
    double near = nearMeters == null ? nearBorder(mountHeightMeters, far) : nearMeters;
    return new Lens(azimuthDegrees, angleDegrees, near, far);
  }

  private static double farMeters(double range) {
    return Math.min(range, Lens.FARTHEST_METERS);
  }

  private double nearBorder(double mountHeightMeters, double far) {
    double down = Math.toRadians(angleDegrees) * ASPECT - SKY;
    double near = mountHeightMeters / Math.max(FLATTEST, Math.min(STEEPEST, down));
    return Math.min(near, far / 2);
  }
}
