package org.wangge.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock is due when it is: what it counts, and what it stood still for.
 *
 * @param countdown the clock
 * @param allowed the limit with its extensions, as counted time
 * @param counted spans counted from the start until it is due, or until it was paused; together
 *     they are what is allowed, unless it is paused before
 * @param dueOrNull when it is due; null while it is paused with time left
 * @param spent counted by now, or by when it was stopped
 * @param left of what is allowed; negative when overdue
 * @param overdue whether it was due by now, or by when it was stopped
 */
public record DueReason(
    Countdown countdown,
    Duration allowed,
    List<Counted> counted,
    @Nullable Instant dueOrNull,
    Duration spent,
    Duration left,
    boolean overdue) {

  public DueReason {
    counted = List.copyOf(counted);
  }

  /** When it is due; empty while it is paused with time left. */
  public Optional<Instant> due() {
    return Optional.ofNullable(dueOrNull);
  }
}
