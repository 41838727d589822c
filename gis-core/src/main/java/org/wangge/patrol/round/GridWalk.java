package org.wangge.patrol.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a grid was walked in a patrol.
 *
 * @param gridCode code of the grid
 * @param enteredOrNull when somebody first came into it, or was in it when the time began; null
 *     where they never did
 * @param leftOrNull when they last left it, or the time ended, or the phone fell silent
 * @param passes how often they were in it, as {@link RunComparison#SAME_PASS} tells them apart
 * @param within how long they were in it
 * @param meters how far they went in it
 * @param streetMeters length of the streets asked for in it
 * @param walkedStreetMeters how much of that was walked
 * @param lacking how long what is lacking takes at least; zero where nothing is
 */
public record GridWalk(
    String gridCode,
    @Nullable Instant enteredOrNull,
    @Nullable Instant leftOrNull,
    int passes,
    Duration within,
    double meters,
    double streetMeters,
    double walkedStreetMeters,
    Duration lacking) {
  private static final int ALL = 100;

  /** Streets are measured in doubles. */
  private static final double A_MILLIMETER = 0.001;

  /** 5 km/h. */
  private static final double WALKING_METERS_PER_SECOND = 1.4;

  public Optional<Instant> entered() {
    return Optional.ofNullable(enteredOrNull);
  }

  public Optional<Instant> left() {
    return Optional.ofNullable(leftOrNull);
  }

  /** Whether all that is asked for was done here. */
  public boolean isMet() {
    return lacking.isZero();
  }

  /**
   * How long what is lacking takes at least: the minutes that are lacking, or the streets at a
   * walk, whichever is longer; a second where nothing is but to come there.
   */
  static Duration lacking(
      PatrolTerms.Wanted wanted,
      boolean entered,
      Duration within,
      double streetMeters,
      double walkedStreetMeters) {
    Duration time = Duration.ofMinutes(wanted.minutes()).minus(within);
    double streets = streetMeters * wanted.streetPercent() / ALL - walkedStreetMeters;
    Duration walk =
        streets > A_MILLIMETER
            ? Duration.ofSeconds((long) Math.ceil(streets / WALKING_METERS_PER_SECOND))
            : Duration.ZERO;
    Duration way = entered ? Duration.ZERO : Duration.ofSeconds(1);
    return longest(longest(time, walk), way);
  }

  private static Duration longest(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
