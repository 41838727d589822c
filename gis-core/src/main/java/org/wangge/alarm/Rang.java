package org.wangge.alarm;

import java.time.Instant;
import java.util.Map;

/**
 * How many rang in a time, so that a list can be read later that is as long.
 *
 * @param counts by priority; one of which none rang is left out
 * @param since only what rang after this instant
 * @param before only ids below this one: what rings meanwhile has a larger one
 */
public record Rang(Map<AlarmPriority, Integer> counts, Instant since, long before) {
  public Rang {
    counts = Map.copyOf(counts);
  }
}
