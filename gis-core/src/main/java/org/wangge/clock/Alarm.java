package org.wangge.clock;

import java.time.Instant;

/**
 * What a clock is to ring for.
 *
 * @param mark what it is, such as {@code due}, or {@code warn-75} when three quarters are spent
 * @param at when
 */
public record Alarm(String mark, Instant at) {
  /** The mark of the time that is spent. */
  public static final String DUE = "due";

  private static final String WARN = "warn-";
  private static final String MARK = "[a-z][a-z0-9-]{0,39}";

  public Alarm {
    if (!mark.matches(MARK)) {
      throw new IllegalArgumentException("no mark: " + mark);
    }
  }

  /** The mark of a warning at so many per cent of the time. */
  public static String warning(int percent) {
    return WARN + percent;
  }
}
