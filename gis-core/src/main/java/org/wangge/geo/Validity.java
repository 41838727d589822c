package org.wangge.geo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, [from, to): the first instant belongs to it, the last does not. Without an end it
 * is still open.
 *
 * @param from first instant
 * @param end first instant after it, or null while open
 */
public record Validity(Instant from, @Nullable Instant end) {

  public Validity {
    if (end != null && !end.isAfter(from)) {
      throw new IllegalArgumentException("ends at " + end + ", not after its start " + from);
    }
  }

  public static Validity since(Instant from) {
    return new Validity(from, null);
  }

  public Optional<Instant> to() {
    return Optional.ofNullable(end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && (end == null || instant.isBefore(end));
  }

  /** The same span, ended at an instant within it. */
  public Validity until(Instant instant) {
    return new Validity(from, instant);
  }
}
