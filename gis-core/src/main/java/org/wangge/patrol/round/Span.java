package org.wangge.patrol.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time from one instant up to another.
 *
 * @param from first instant
 * @param to first instant after it
 */
public record Span(Instant from, Instant to) {

  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a time that ends before it begins: " + from + "/" + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** What lies in both; empty where that is no time at all. */
  public Optional<Span> and(Span other) {
    Instant begin = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return begin.isBefore(end) ? Optional.of(new Span(begin, end)) : Optional.empty();
  }
}
