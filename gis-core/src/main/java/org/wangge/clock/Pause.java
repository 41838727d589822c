package org.wangge.clock;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span in which a clock stands still, [from, to).
 *
 * @param from first instant
 * @param end first instant after it; null while it lasts
 */
public record Pause(Instant from, @Nullable Instant end) {

  public Pause {
    if (end != null && end.isBefore(from)) {
      throw new IllegalArgumentException("a pause from " + from + " to " + end);
    }
  }

  /** First instant after it; empty while it lasts. */
  public Optional<Instant> to() {
    return Optional.ofNullable(end);
  }

  public boolean lasts() {
    return end == null;
  }
}
