package org.wangge.errand;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * When a resident wishes it done.
 *
 * @param from no earlier
 * @param until and no later
 */
public record ErrandWindow(Instant from, Instant until) {
  /** So many days ahead can be ordered at most. */
  public static final int MOST_DAYS = 30;

  /** So long is left for what is dispatched after it was wished, or a second time. */
  public static final Duration AGAIN = Duration.ofHours(24);

  /**
   * @throws Invalid with code {@code errand-window}
   */
  public ErrandWindow {
    if (!until.isAfter(from)) {
      throw new Invalid("until", "errand-window", Map.of("most", MOST_DAYS));
    }
  }

  /**
   * Refuses what is over, or too far ahead.
   *
   * @throws Invalid with code {@code errand-window}
   */
  void requireAheadOf(Instant now) {
    if (!until.isAfter(now) || until.isAfter(now.plus(Duration.ofDays(MOST_DAYS)))) {
      throw new Invalid("until", "errand-window", Map.of("most", MOST_DAYS));
    }
  }

  boolean isOverAt(Instant now) {
    return !until.isAfter(now);
  }

  /** The same with an end at least {@link #AGAIN} from now, so that somebody can still do it. */
  ErrandWindow againFrom(Instant now) {
    Instant end = now.plus(AGAIN);
    return end.isAfter(until) ? new ErrandWindow(from, end) : this;
  }

  /** Whether this is what was ordered, be it that the end has moved since. */
  boolean isOf(ErrandWindow ordered) {
    return from.equals(ordered.from) && !until.isBefore(ordered.until);
  }
}
