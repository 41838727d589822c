package org.wangge.server.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets each address do something so many times a minute, counted by the machine's time. Keeps one
 * number for each address of the running minute. Thread-safe.
 */
public final class RateLimit {
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int MOST_NAMES = 100_000;

  private final int most;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private long minuteBegan = System.nanoTime();

  /**
   * Makes a limit.
   *
   * @param most how many times a minute
   */
  public RateLimit(int most) {
    this.most = most;
  }

  /**
   * Counts a request.
   *
   * @throws TooOften with code {@code too-many-requests}
   */
  public void count(Context ctx) {
    count(RequestLimits.network(Arrival.of(ctx).address()));
  }

  /** The same for someone who is known otherwise than by an address, such as an account. */
  public void count(String who) {
    long left = secondsLeft();
    // Whoever changes addresses all the time counts with all others who do.
    String name = counts.size() < MOST_NAMES || counts.containsKey(who) ? who : "";
    if (counts.merge(name, 1, Integer::sum) > most) {
      throw new TooOften("too-many-requests", left);
    }
  }

  private synchronized long secondsLeft() {
    long now = System.nanoTime();
    if (now - minuteBegan >= MINUTE_NANOS) {
      minuteBegan = now;
      counts.clear();
    }
    return 1 + (MINUTE_NANOS - (now - minuteBegan)) / 1_000_000_000L;
  }
}
