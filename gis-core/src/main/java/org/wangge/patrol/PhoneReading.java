package org.wangge.patrol;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a phone's app says that it was, in units of this program and coordinates of the phone.
 *
 * @param lonDegrees as it was said, in whatever datum the phone speaks
 * @param latDegrees likewise
 * @param at when
 * @param speedMetersPerSecond NaN where the app does not know
 * @param accuracyMeters radius within which the phone likely is; NaN where the app does not know
 * @param mocked whether the phone says that another program made the place up
 */
public record PhoneReading(
    double lonDegrees,
    double latDegrees,
    Instant at,
    double speedMetersPerSecond,
    double accuracyMeters,
    boolean mocked) {
  /** One international nautical mile (1,852 m, exact) an hour. */
  private static final double KNOT = 1852.0 / 3600;

  private static final double KILOMETER_PER_HOUR = 1000.0 / 3600;

  /** As {@link Fix#isJumpFrom} has it. */
  private static final double FASTEST_METERS_PER_SECOND = 40;

  /** A phone without satellites guesses by radio masts; farther off it says nothing of a grid. */
  private static final double COARSEST_METERS = 1_000;

  /** A speed in knots as metres a second; NaN for what no speed is, such as the usual −1. */
  public static double ofKnots(double knots) {
    return ofMetersPerSecond(knots * KNOT);
  }

  /** A speed in kilometres an hour as metres a second; NaN for what no speed is. */
  public static double ofKilometersPerHour(double kilometersPerHour) {
    return ofMetersPerSecond(kilometersPerHour * KILOMETER_PER_HOUR);
  }

  /** A speed in metres a second; NaN for what no speed is. */
  public static double ofMetersPerSecond(double metersPerSecond) {
    return metersPerSecond >= 0 && Double.isFinite(metersPerSecond) ? metersPerSecond : Double.NaN;
  }

  /** Whether there is a place at all: zero and zero is what receivers say before they know. */
  public boolean isPlace() {
    return lonDegrees != 0 || latDegrees != 0;
  }

  /**
   * Why it is to be doubted by what it says itself: {@code mocked}, {@code too-fast} or {@code
   * coarse}. It is kept all the same.
   */
  public Optional<String> doubt() {
    if (mocked) {
      return Optional.of("mocked");
    }
    if (speedMetersPerSecond > FASTEST_METERS_PER_SECOND) {
      return Optional.of("too-fast");
    }
    return accuracyMeters > COARSEST_METERS ? Optional.of("coarse") : Optional.empty();
  }
}
