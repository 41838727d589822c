package org.wangge.camera;

import java.util.List;
import java.util.regex.Pattern;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.geo.LatticePoint;

/**
 * A camera as it stands now.
 *
 * @param id 20 digits after GB/T 28181: centre 8, industry 2, type 3, network 1, sequence 6
 * @param name what its owner calls it
 * @param location where it is mounted
 * @param mountHeightMeters lens above ground
 * @param azimuthDegrees middle of its view, clockwise from north, from 0 up to 360
 * @param angleDegrees horizontal opening of its view, above 0 up to 360
 * @param rangeMeters how far it sees enough
 * @param ptz whether it can be turned
 * @param state whether pictures can be had from it
 * @param directionCertainty how well the azimuth is known
 * @param gridCode grid it stands in
 * @param generated whether a demonstration made it up
 */
public record Camera(
    String id,
    String name,
    LatticePoint location,
    double mountHeightMeters,
    double azimuthDegrees,
    double angleDegrees,
    double rangeMeters,
    boolean ptz,
    CameraState state,
    DirectionCertainty directionCertainty,
    String gridCode,
    boolean generated) {
  /** Height of a picture as a share of its width. */
  private static final double ASPECT = 9.0 / 16;

  /** So much of the tangent of the elevation is above the horizon. */
  private static final double SKY = 0.15;

  private static final double FLATTEST = 0.2;
  private static final double STEEPEST = 2;

  private static final Pattern ID = Pattern.compile("[0-9]{20}");

  public Camera {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a camera id has 20 digits: " + id);
    }
    if (!(azimuthDegrees >= 0 && azimuthDegrees < 360)
        || !(angleDegrees > 0 && angleDegrees <= 360)
        || !(rangeMeters > 0)) {
      throw new IllegalArgumentException("azimuth, angle or range out of range: " + id);
    }
  }

  /** What decides what it sees. Where its direction is not known it may look anywhere. */
  public Eye eye() {
    Lens lens = lens();
    Lens known =
        directionCertainty == DirectionCertainty.UNKNOWN
            ? Lens.round(lens.nearMeters(), lens.farMeters())
            : lens;
    int mount = (int) Math.round(mountHeightMeters * 100);
    return new Eye(
        id, location, Math.min(Math.max(1, mount), Eye.HIGHEST_CENTIMETERS), false, List.of(known));
  }

  /**
   * Its lens, as it is registered. Nobody has measured from where on it sees the ground: its
   * picture is taken to be 16 wide and 9 high with a little sky, which tells how steeply its lower
   * border looks down.
   */
  public Lens lens() {
    double far = Math.min(rangeMeters, Lens.FARTHEST_METERS);
    double down = Math.toRadians(angleDegrees) * ASPECT - SKY;
    double near = mountHeightMeters / Math.max(FLATTEST, Math.min(STEEPEST, down));
    return new Lens(azimuthDegrees, angleDegrees, Math.min(near, far / 2), far);
  }

  /** Whether it may see elsewhere than drawn: its direction was not surveyed. */
  public boolean isEstimated() {
    return directionCertainty != DirectionCertainty.MEASURED;
  }
}
