package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person was when their device last said so.
 *
 * @param number counts the people seen since the program started; short, for streams
 * @param staffCode code of the person
 * @param fix what the device said
 * @param walking whether they moved between the last two fixes
 * @param since when they began to walk or stand so
 * @param jumped whether they cannot have got there from where they were last
 * @param gridOrNull code of the grid; null outside every grid
 * @param generated whether a demonstration made it up
 */
public record Position(
    int number,
    String staffCode,
    Fix fix,
    boolean walking,
    Instant since,
    boolean jumped,
    @Nullable String gridOrNull,
    boolean generated) {

  /** How long a position says where someone is; after that it says where they were. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  /** How long it is worth showing at all. */
  public static final Duration SHOWN = Duration.ofMinutes(30);

  public Optional<String> gridCode() {
    return Optional.ofNullable(gridOrNull);
  }

  /** Whether it is too old to say where the person is. */
  public boolean isStale(Instant now) {
    return fix.at().isBefore(now.minus(FRESH));
  }
}
