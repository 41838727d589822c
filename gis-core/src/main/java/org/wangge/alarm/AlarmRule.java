package org.wangge.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * How much a kind matters.
 *
 * @param kind which
 * @param version counts its changes, from 1
 * @param wanted what it says
 * @param since from when on
 */
public record AlarmRule(AlarmKind kind, int version, Wanted wanted, Instant since) {

  /**
   * What a rule says.
   *
   * @param priority how much it matters
   * @param longestShelfMinutes how long it may be shelved at once
   */
  public record Wanted(AlarmPriority priority, int longestShelfMinutes) {
    private static final int MOST = 7 * 24 * 60;

    /**
     * @throws Invalid with code {@code alarm-shelf-length} for less than a minute or more than a
     *     week
     */
    public Wanted {
      if (longestShelfMinutes < 1 || longestShelfMinutes > MOST) {
        throw new Invalid(
            "longestShelfMinutes",
            "alarm-shelf-length",
            Map.of("given", longestShelfMinutes, "most", MOST));
      }
    }

    Duration longestShelf() {
      return Duration.ofMinutes(longestShelfMinutes);
    }
  }

  /** The next version of it. */
  AlarmRule with(Wanted other, Instant now) {
    return new AlarmRule(kind, version + 1, other, now);
  }
}
