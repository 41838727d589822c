package org.wangge.clock;

import java.time.Instant;

/**
 * Something that is to happen at an instant, once.
 *
 * @param id given by the store
 * @param subject what it is about
 * @param clock which of the subject's clocks, such as {@code handle}
 * @param alarm what it rings for, and when
 */
public record Timer(long id, TimerSubject subject, String clock, Alarm alarm) {

  /** When it is to ring; it may ring later, after a stop. */
  public Instant ringsAt() {
    return alarm.at();
  }
}
