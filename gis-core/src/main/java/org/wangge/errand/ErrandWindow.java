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
}
