package org.wangge.camera.sight;

import org.wangge.camera.sight.Verdict.Reason;

/**
 * A lens ready to be asked: its borders as directions, so that no angle has to be computed. All in
 * metres to the east and north of the foot of the camera.
 *
 * @param near from where on it sees the ground
 * @param far to where it sees enough
 * @param azimuth middle of its view, degrees
 * @param angle its opening, degrees
 * @param leftX direction of its left border, seen from the camera, to the east
 * @param leftY the same to the north
 * @param rightX direction of its right border to the east
 * @param rightY the same to the north
 */
record LensView(
    double near,
    double far,
    double azimuth,
    double angle,
    double leftX,
    double leftY,
    double rightX,
    double rightY) {
  private static final double HALF_TURN = 180;

  static LensView of(Lens lens) {
    double left = Math.toRadians(lens.azimuthDegrees() - lens.angleDegrees() / 2);
    double right = Math.toRadians(lens.azimuthDegrees() + lens.angleDegrees() / 2);
    return new LensView(
        lens.nearMeters(),
        lens.farMeters(),
        lens.azimuthDegrees(),
        lens.angleDegrees(),
        Math.sin(left),
        Math.cos(left),
        Math.sin(right),
        Math.cos(right));
  }

  boolean isRound() {
    return angle >= Lens.FULL_DEGREES;
  }

  /** Whether it is the whole of a plane less a wedge, and not a wedge. */
  boolean isWide() {
    return angle > HALF_TURN;
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
    if (isRound()) {
      return true;
    }
    boolean rightOfLeft = x * leftY - y * leftX >= 0;
    boolean leftOfRight = x * rightY - y * rightX <= 0;
    return isWide() ? rightOfLeft || leftOfRight : rightOfLeft && leftOfRight;
  }

  /** How far a place lies off the middle, 0 to 180; 0 at the foot and where it sees all round. */
  double offAxisDegrees(double x, double y) {
    if (isRound() || (x == 0 && y == 0)) {
      return 0;
    }
    double off = Math.abs(Math.toDegrees(Math.atan2(x, y)) - azimuth);
    double turned = off % Lens.FULL_DEGREES;
    return Math.min(turned, Lens.FULL_DEGREES - turned);
  }
}
