package org.wangge.plan.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time has to do with a plan.
 *
 * @param effectiveOrNull since when it is in force, or from when on it is to be
 * @param supersededByOrNull id of the plan that first ended an area which this one had begun
 * @param restoresOrNull the instant whose outlines it brings back; null for a plan that is drawn
 */
public record PlanTerm(
    @Nullable Instant effectiveOrNull,
    @Nullable Long supersededByOrNull,
    @Nullable Instant restoresOrNull) {
  /** Nothing is settled. */
  public static final PlanTerm OPEN = new PlanTerm(null, null, null);

  PlanTerm effective(@Nullable Instant instant) {
    return new PlanTerm(instant, supersededByOrNull, restoresOrNull);
  }
}
