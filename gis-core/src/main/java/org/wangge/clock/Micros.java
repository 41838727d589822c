package org.wangge.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/** Instants and durations as whole microseconds, of which all of the program's instants are. */
final class Micros {
  static final long SECOND = 1_000_000L;
  static final long MINUTE = 60 * SECOND;
  static final long DAY = 24 * 60 * MINUTE;

  private static final long NANOS = 1_000;
  private static final Duration MICRO = Duration.ofNanos(NANOS);

  /** Of the years that can be counted. */
  static final int FIRST_YEAR = 1970;

  static final int YEAR_AFTER = 2300;

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant AFTER = Instant.parse(YEAR_AFTER + "-01-01T00:00:00Z");

  private Micros() {}

  /**
   * Microseconds since 1970; what is finer is cut.
   *
   * @throws Invalid with code {@code clock-out-of-range} for an instant before 1970 or after 2299
   */
  static long of(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(AFTER)) {
      throw new Invalid(
          "from",
          "clock-out-of-range",
          Map.of("given", instant.toString(), "first", FIRST_YEAR, "last", YEAR_AFTER - 1));
    }
    return instant.getEpochSecond() * SECOND + instant.getNano() / NANOS;
  }

  static long of(Duration duration) {
    return duration.dividedBy(MICRO);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * NANOS);
  }

  static Duration duration(long micros) {
    return Duration.ofSeconds(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * NANOS);
  }

  static Counted counted(long from, long to, long time) {
    return new Counted(instant(from), instant(to), duration(time));
  }
}
