package org.wangge.patrol.round;

import java.time.Instant;

/**
 * A patrol as it was last compared with what its person walked.
 *
 * @param id stable; 0 before it is kept
 * @param planId id of the plan
 * @param planVersion version of the plan by which it was due and is judged
 * @param staffCode code of the person
 * @param time from the begin of its first window to the end of its last
 * @param outcome how it went
 * @param judgedAt when that was worked out
 * @param generated whether a demonstration made up what was walked
 */
public record PatrolRun(
    long id,
    long planId,
    int planVersion,
    String staffCode,
    Span time,
    RunComparison.Outcome outcome,
    Instant judgedAt,
    boolean generated) {

  /** What tells patrols apart before they are kept. */
  public record Key(long planId, String staffCode, Instant from) {
    static Key of(DueRun due) {
      return new Key(due.plan().id(), due.staffCode(), due.from());
    }
  }

  public Key key() {
    return new Key(planId, staffCode, time.from());
  }
}
