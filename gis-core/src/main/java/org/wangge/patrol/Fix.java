package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * Where a device was at an instant.
 *
 * @param location as the device measured it
 * @param at when
 */
public record Fix(LatticePoint location, Instant at) {
  /** 144 km/h: faster than anybody on duty gets about a town. */
  private static final double FASTEST_METERS_PER_SECOND = 40;

  /** Two devices' errors at their usual worst. */
  private static final double ERROR_METERS = 100;

  /** Devices say something every few seconds; after so long one was asleep. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  /** Whether the device was silent since the fix before: where its person went nobody knows. */
  public boolean isAfterSilence(Fix before) {
    return Duration.between(before.at, at).compareTo(LONGEST_SILENCE) > 0;
  }

  /** Whether nobody can have got here since an earlier fix: one of the two is wrong. */
  public boolean isJumpFrom(Fix before) {
    double seconds = Duration.between(before.at, at).toMillis() / 1000.0;
    return Geodesy.isFarther(
        before.location, location, ERROR_METERS + FASTEST_METERS_PER_SECOND * seconds);
  }
}
