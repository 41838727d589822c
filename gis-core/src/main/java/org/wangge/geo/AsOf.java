package org.wangge.geo;

import java.time.Instant;

/**
 * The two clocks of a bitemporal read.
 *
 * @param at valid time: which state of affairs is asked for
 * @param known system time: as it was on record at that instant
 */
public record AsOf(Instant at, Instant known) {

  /** What is valid now, as on record now. */
  public static AsOf now(Instant now) {
    return new AsOf(now, now);
  }
}
