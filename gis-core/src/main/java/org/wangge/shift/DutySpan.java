package org.wangge.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * A time on duty, or one of nobody.
 *
 * @param from the first instant
 * @param to the first instant that is no longer of it
 */
public record DutySpan(Instant from, Instant to) {
  /** Nobody is on duty for longer at a stretch. */
  static final Duration LONGEST = Duration.ofDays(2);

  /** Whether two have an instant in common. */
  public boolean meets(DutySpan other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** Whether an instant is of it. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /**
   * The same, as one that somebody can be on duty.
   *
   * @throws Invalid with code {@code shift-span}
   */
  DutySpan required(String field) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new Invalid(field, "shift-span", Map.of("hours", LONGEST.toHours()));
    }
    return this;
  }
}
