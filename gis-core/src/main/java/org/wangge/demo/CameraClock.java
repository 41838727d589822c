package org.wangge.demo;

import java.time.Duration;

/**
 * How far the clocks of the town's cameras are off, as clocks of cameras are that nobody sets: some
 * are exact, most a few seconds or more than a minute ahead or behind. The same for a camera at
 * every instant.
 */
final class CameraClock {
  private static final double EXACT_CHANCE = 0.25;
  private static final int MOST_SECONDS = 90;

  private CameraClock() {}

  /** What its clock shows less the time it is, from -90 s to 90 s in whole seconds. */
  static Duration offset(long seed, String cameraId) {
    Dice dice = Dice.of(seed, "camera-clock " + cameraId);
    return dice.chance(EXACT_CHANCE)
        ? Duration.ZERO
        : Duration.ofSeconds(dice.whole(-MOST_SECONDS, MOST_SECONDS));
  }
}
