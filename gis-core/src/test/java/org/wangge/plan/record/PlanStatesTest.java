package org.wangge.plan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.fault.Conflict;

/** Which steps follow which, on many lives taken at random. */
class PlanStatesTest {
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final int LIVES = 2_000;
  private static final int STEPS = 30;

  private static Plan in(PlanState state) {
    return new Plan(7, 1, "甲", "990101001001", state, 0, 3, T0, "planner", null);
  }

  @Test
  void no_life_comes_into_force_without_an_approval_since_it_was_last_a_draft() {
    Random random = new Random(5);
    Set<PlanState> seen = EnumSet.noneOf(PlanState.class);
    for (int life = 0; life < LIVES; life++) {
      PlanState state = PlanState.DRAFT;
      List<PlanAction> taken = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        List<PlanAction> legal = PlanStates.legal(state);
        if (legal.isEmpty()) {
          break;
        }
        PlanAction action = legal.get(random.nextInt(legal.size()));
        if (action == PlanAction.PUBLISH || action == PlanAction.SCHEDULE) {
          List<PlanAction> since = sinceDraft(taken);
          assertThat(since).contains(PlanAction.SUBMIT, PlanAction.APPROVE);
          assertThat(since.indexOf(PlanAction.SUBMIT))
              .isLessThan(since.lastIndexOf(PlanAction.APPROVE));
        }
        state = PlanStates.after(in(state), action);
        taken.add(action);
        seen.add(state);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(PlanState.values());
  }

  private static List<PlanAction> sinceDraft(List<PlanAction> taken) {
    return taken.subList(taken.lastIndexOf(PlanAction.REOPEN) + 1, taken.size());
  }

  @ParameterizedTest
  @EnumSource(PlanState.class)
  void what_is_not_legal_is_refused_and_says_what_would_be(PlanState state) {
    for (PlanAction action : PlanAction.values()) {
      if (PlanStates.isLegal(state, action)) {
        assertThat(PlanStates.after(in(state), action)).isNotNull();
        continue;
      }
      assertThatThrownBy(() -> PlanStates.after(in(state), action))
          .isInstanceOfSatisfying(
              Conflict.class,
              refusal -> {
                assertThat(refusal.code()).isEqualTo("plan-step-illegal");
                assertThat(refusal.details())
                    .containsEntry("state", state.word())
                    .containsEntry("step", action.word())
                    .containsEntry(
                        "legal", PlanStates.legal(state).stream().map(PlanAction::word).toList());
              });
    }
  }

  @Test
  void what_was_in_force_never_becomes_anything_but_superseded() {
    assertThat(PlanStates.legal(PlanState.PUBLISHED)).containsExactly(PlanAction.SUPERSEDE);
    assertThat(PlanStates.legal(PlanState.SUPERSEDED)).isEmpty();
  }
}
