package org.wangge.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * How long reporters may answer. An edition: never changed, another follows it.
 *
 * @param version from 1
 * @param since from when on
 * @param days calendar days after the closing of an incident
 */
public record Terms(int version, Instant since, int days) {
  /** Nobody is asked longer than this. */
  public static final int MOST_DAYS = 90;

  /**
   * @throws Invalid with code {@code evaluation-days}
   */
  public Terms {
    if (days < 1 || days > MOST_DAYS) {
      throw new Invalid("days", "evaluation-days", Map.of("most", MOST_DAYS));
    }
  }

  /** How long reporters may answer after the closing. */
  public Duration answer() {
    return Duration.ofDays(days);
  }

  Terms with(int otherDays, Instant now) {
    return new Terms(version + 1, now, otherDays);
  }
}
