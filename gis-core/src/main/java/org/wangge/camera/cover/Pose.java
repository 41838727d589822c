package org.wangge.camera.cover;

import java.util.List;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.geo.LatticePoint;

/**
 * How a new camera would be mounted.
 *
 * @param mountCentimeters lens above the ground
 * @param angleDegrees horizontal opening
 * @param nearMeters from where on the ground is seen
 * @param farMeters to where enough is seen
 * @param directions in how many directions it may look, from north on
 */
public record Pose(
    int mountCentimeters,
    double angleDegrees,
    double nearMeters,
    double farMeters,
    int directions) {
  private static final double FULL_DEGREES = 360;

  /**
   * A usual one at a street. Its lower border is as steep as that of a registered camera of unknown
   * near range: 6 m ÷ tan of half a right angle in a picture of 16 : 9 with a little sky, rounded
   * up.
   */
  public static final Pose USUAL = new Pose(600, 90, 8.2, 100, 8);

  public Pose {
    if (directions < 1 || !(nearMeters < farMeters)) {
      throw new IllegalArgumentException("looks nowhere");
    }
  }

  double azimuthDegrees(int direction) {
    return FULL_DEGREES * direction / directions;
  }

  /** A camera of this kind, looking one way. */
  public Eye eye(String id, LatticePoint place, double azimuthDegrees) {
    Lens lens = new Lens(azimuthDegrees, angleDegrees, nearMeters, farMeters);
    return new Eye(id, place, mountCentimeters, false, List.of(lens));
  }

  /** One that looks all round: what it sees and is in an angle, one that looks that way sees. */
  Eye round(String id, LatticePoint place) {
    return new Eye(id, place, mountCentimeters, false, List.of(Lens.round(nearMeters, farMeters)));
  }
}
