package org.wangge.plan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.fault.Conflict;

/** What each step of a plan changes of it, and that the rest stays. */
class PlanTest {
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant SINCE = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-02T00:05:00Z");
  private static final Instant OLD = Instant.parse("2026-03-01T00:00:00Z");

  private static Plan plan(int version, PlanState state, int head, PlanTerm term) {
    return new Plan(7, version, "甲", "990101001001", state, head, 3, T0, "planner", null, term);
  }

  private static final Plan SCHEDULED =
      plan(4, PlanState.SCHEDULED, 9, new PlanTerm(SINCE, null, OLD));

  @Test
  void a_draft_is_as_its_base_and_nothing_is_settled_about_it() {
    Plan draft = Plan.draft("甲", "990101001001", 3, T0, Caller.owner());
    assertThat(draft.withId(7))
        .isEqualTo(new Plan(7, 1, "甲", "990101001001", PlanState.DRAFT, 0, 3, T0, "owner", null));
    assertThat(draft.effective()).isEmpty();
    assertThat(draft.published()).isEmpty();
  }

  @Test
  void an_edit_makes_a_version_and_a_look_at_another_edit_does_not() {
    PlanTerm term = SCHEDULED.term();
    assertThat(SCHEDULED.at(10)).isEqualTo(plan(5, PlanState.SCHEDULED, 10, term));
    assertThat(SCHEDULED.headedAt(2)).isEqualTo(plan(4, PlanState.SCHEDULED, 2, term));
  }

  @Test
  void a_step_sets_or_lifts_the_instant_of_coming_into_force_and_keeps_what_is_brought_back() {
    Plan approved = SCHEDULED.in(PlanState.APPROVED, null);
    assertThat(approved).isEqualTo(plan(5, PlanState.APPROVED, 9, new PlanTerm(null, null, OLD)));
    assertThat(approved.in(PlanState.SCHEDULED, LATER))
        .isEqualTo(plan(6, PlanState.SCHEDULED, 9, new PlanTerm(LATER, null, OLD)));
  }

  @Test
  void a_plan_may_be_in_force_since_before_that_is_on_record() {
    Plan published = SCHEDULED.publishedAt(SINCE, LATER);
    assertThat(published.state()).isEqualTo(PlanState.PUBLISHED);
    assertThat(published.version()).isEqualTo(5);
    assertThat(published.effective()).contains(SINCE);
    assertThat(published.published()).contains(LATER);
  }

  @Test
  void what_is_superseded_keeps_since_when_it_was_in_force() {
    Plan superseded = SCHEDULED.publishedAt(SINCE, LATER).supersededBy(12);
    assertThat(superseded.state()).isEqualTo(PlanState.SUPERSEDED);
    assertThat(superseded.state().hasBeenInForce()).isTrue();
    assertThat(superseded.version()).isEqualTo(6);
    assertThat(superseded.term()).isEqualTo(new PlanTerm(SINCE, 12L, OLD));
    assertThat(superseded.published()).contains(LATER);
  }

  @Test
  void a_rebase_moves_the_base_and_nothing_else_but_the_version() {
    assertThat(SCHEDULED.rebased(PlanState.DRAFT, 8, LATER))
        .isEqualTo(
            new Plan(
                7,
                5,
                "甲",
                "990101001001",
                PlanState.DRAFT,
                9,
                8,
                LATER,
                "planner",
                null,
                SCHEDULED.term()));
  }

  @Test
  void drafted_it_is_as_if_nothing_were_decided() {
    assertThat(SCHEDULED.drafted())
        .isEqualTo(plan(4, PlanState.DRAFT, 9, new PlanTerm(null, null, OLD)));
  }

  @Test
  void nobody_draws_in_a_plan_that_brings_old_outlines_back() {
    Plan draft = plan(1, PlanState.DRAFT, 0, PlanTerm.OPEN);
    assertThat(PlanStates.draft(draft)).isSameAs(draft);
    Plan rollback = draft.restoring(OLD);
    assertThat(rollback).isEqualTo(plan(1, PlanState.DRAFT, 0, new PlanTerm(null, null, OLD)));
    assertThat(refusal(rollback).code()).isEqualTo("plan-is-rollback");
    Conflict refused = refusal(draft.in(PlanState.SUBMITTED, null));
    assertThat(refused.code()).isEqualTo("plan-not-draft");
    assertThat(refused.details()).containsEntry("state", "submitted");
  }

  private static Conflict refusal(Plan plan) {
    return catchThrowableOfType(Conflict.class, () -> PlanStates.draft(plan));
  }
}
