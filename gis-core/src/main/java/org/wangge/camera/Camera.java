package org.wangge.camera;

import java.util.regex.Pattern;
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
}
