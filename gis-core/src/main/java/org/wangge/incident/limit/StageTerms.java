package org.wangge.incident.limit;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wangge.clock.WorkCalendar;

/**
 * By what the clocks of one incident are started: the limits of its category and condition, and the
 * calendar of where it is. Immutable.
 *
 * @param calendar the newest that counts in its grid
 * @param limits of each stage that has one
 */
public record StageTerms(WorkCalendar calendar, Map<Stage, StageLimit> limits) {

  public StageTerms {
    limits = Map.copyOf(limits);
  }

  /**
   * Of some limits.
   *
   * @param found at most one of each stage
   */
  public static StageTerms of(WorkCalendar calendar, Collection<StageLimit> found) {
    return new StageTerms(
        calendar, found.stream().collect(Collectors.toMap(one -> one.scope().stage(), one -> one)));
  }

  /** The same for what is urgent: working time is counted day and night. */
  public StageTerms urgent() {
    return of(calendar, limits.values().stream().map(StageLimit::urgent).toList());
  }

  /** A clock of a stage that starts to run; empty where the stage has no limit. */
  public Optional<StageClock> start(Stage stage, Instant now) {
    return Optional.ofNullable(limits.get(stage))
        .map(limit -> StageClock.start(limit, calendar, now));
  }
}
