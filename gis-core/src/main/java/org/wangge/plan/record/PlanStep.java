package org.wangge.plan.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan's life on record: who did what to it as a whole, and when.
 *
 * @param version of the plan that the step made
 * @param action what was done
 * @param state in which the plan has been since
 * @param at when
 * @param account id of the account that did it
 * @param reason why, in the words of who did it; empty where nothing was said
 * @param effectiveOrNull the instant the step set for coming into force
 */
public record PlanStep(
    int version,
    PlanAction action,
    PlanState state,
    Instant at,
    String account,
    String reason,
    @Nullable Instant effectiveOrNull) {

  public Optional<Instant> effective() {
    return Optional.ofNullable(effectiveOrNull);
  }
}
