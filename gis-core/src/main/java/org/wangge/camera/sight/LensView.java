package org.wangge.camera.sight;

import org.wangge.camera.sight.Verdict.Reason;

/**
 * A lens ready to be asked: its borders as directions, so that no angle has to be computed. All in
 * metres to the east and north of the foot of the camera.
 *
 * @param near from where on it sees the ground
 * @param far to where it sees enough
 * @param isRound whether it sees all round
 * @param isWide whether it is the whole of a plane less a wedge, and not a wedge
 * @param leftX direction of its left border, seen from the camera, to the east
 * @param leftY the same to the north
 * @param rightX direction of its right border to the east
 * @param rightY the same to the north
 */
record LensView(
    double near,
    double far,
    boolean isRound,
    boolean isWide,
    double leftX,
    double leftY,
    double rightX,
    double rightY) {
  private static final double HALF_TURN_DEGREES = 180;

  static LensView of(Lens lens) {
    double left = Math.toRadians(lens.azimuthDegrees() - lens.angleDegrees() / 2);
    double right = Math.toRadians(lens.azimuthDegrees() + lens.angleDegrees() / 2);
    return new LensView(
        lens.nearMeters(),
        lens.farMeters(),
        lens.isRound(),
        lens.angleDegrees() > HALF_TURN_DEGREES,
        Math.sin(left),
        Math.cos(left),
        Math.sin(right),
        Math.cos(right));
  }

  /** Whether a place is neither too near nor too far, and within the angle. */
  boolean holds(double x, double y, double squared) {
    return squared >= near * near && squared <= far * far && isWithin(x, y);
  }

  /** Why a place is not held, or that it is. */
  Reason reason(double x, double y) {
    double squared = x * x + y * y;
    if (squared > far * far) {
      return Reason.TOO_FAR;
    }
    if (!isWithin(x, y)) {
      return Reason.OUTSIDE_ANGLE;
    }
    return squared < near * near ? Reason.TOO_NEAR : Reason.SEEN;
  }

  private boolean isWithin(double x, double y) {
    if (isRound) {
      return true;
    }
    boolean rightOfLeft = x * leftY - y * leftX >= 0;
    boolean leftOfRight = x * rightY - y * rightX <= 0;
    return isWide ? rightOfLeft || leftOfRight : rightOfLeft && leftOfRight;
  }
}
