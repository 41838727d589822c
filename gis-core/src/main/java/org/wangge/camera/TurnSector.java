package org.wangge.camera;

/**
 * The directions that a camera can be turned to: the middle of its view goes anywhere within.
 *
 * @param azimuthDegrees middle of the sector, clockwise from north, from 0 up to 360
 * @param angleDegrees how wide it is, above 0; 360 is all round
 */
public record TurnSector(double azimuthDegrees, double angleDegrees) {
  private static final double ALL_ROUND = 360;

  public TurnSector {
    if (!(azimuthDegrees >= 0 && azimuthDegrees < ALL_ROUND)
        || !(angleDegrees > 0 && angleDegrees <= ALL_ROUND)) {
      throw new IllegalArgumentException(
          "turn sector out of range: " + azimuthDegrees + ", " + angleDegrees);
    }
  }

  /** One that can be turned all round. */
  public static TurnSector allRound() {
    return new TurnSector(0, ALL_ROUND);
  }

  /** All that a lens can be made to see: its view at either end, and what lies between. */
  CameraLens reachOf(CameraLens lens) {
    return new CameraLens(
        azimuthDegrees,
        Math.min(ALL_ROUND, angleDegrees + lens.angleDegrees()),
        lens.nearMeters(),
        lens.rangeMeters());
  }
}
