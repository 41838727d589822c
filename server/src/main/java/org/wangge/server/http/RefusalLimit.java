package org.wangge.server.http;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets refusals be recorded so often a minute for each account and route, so that whoever is
 * refused again and again cannot flood the record; what was left out is counted into the next one.
 * By the machine's time. Thread-safe.
 */
public final class RefusalLimit {
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int MOST_KEPT = 10_000;

  private final int mostAMinute;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  /** How often in the minute that began then, and how many of them were left out. */
  private record Count(long began, int recorded, int leftOut) {}

  public RefusalLimit(int mostAMinute) {
    this.mostAMinute = mostAMinute;
  }

  /**
   * Counts a refusal.
   *
   * @return empty when it is not to be recorded; else how many before it were not
   */
  public OptionalInt count(String accountAndRoute, long now) {
    if (counts.size() > MOST_KEPT) {
      counts.values().removeIf(count -> now - count.began() > MINUTE_NANOS);
    }
    int[] before = new int[1];
    Count count =
        counts.compute(
            accountAndRoute,
            (key, was) -> {
              boolean anew = was == null || now - was.began() > MINUTE_NANOS;
              before[0] = was == null ? 0 : was.leftOut();
              if (anew) {
                return new Count(now, 1, 0);
              }
              return was.recorded() < mostAMinute
                  ? new Count(was.began(), was.recorded() + 1, 0)
                  : new Count(was.began(), was.recorded(), was.leftOut() + 1);
            });
    return count.leftOut() > 0 ? OptionalInt.empty() : OptionalInt.of(before[0]);
  }
}
