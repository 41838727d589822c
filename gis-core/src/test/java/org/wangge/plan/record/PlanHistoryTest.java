package org.wangge.plan.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.plan.PlanTown;

class PlanHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-03T07:20:00Z");

  /** 1 and 2 were made, 2 was undone, 3 was made from 1. */
  private final PlanHistory history = new PlanHistory(List.of(edit(1, 0), edit(2, 1), edit(3, 1)));

  private static PlanEdit edit(int seq, int after) {
    return new PlanEdit(seq, after, NOW, "planner", PlanTown.split(PlanTown.WEST, 0, 0, 1, 1));
  }

  @Test
  void the_edits_in_force_are_those_on_the_way_from_the_base() {
    assertThat(history.until(3)).extracting(PlanEdit::seq).containsExactly(1, 3);
    assertThat(history.until(2)).extracting(PlanEdit::seq).containsExactly(1, 2);
    assertThat(history.until(0)).isEmpty();
  }

  @Test
  void undo_goes_to_the_edit_before_and_redo_to_the_newest_after() {
    assertThat(history.undoOf(3)).hasValue(1);
    assertThat(history.undoOf(1)).hasValue(0);
    assertThat(history.undoOf(0)).isEmpty();
    assertThat(history.redoOf(1)).hasValue(3);
    assertThat(history.redoOf(3)).isEmpty();
    assertThat(history.nextSeq()).isEqualTo(4);
  }

  @Test
  void a_history_goes_on_with_the_newest_edits_alone_and_forgets_what_was_taken_back() {
    List<PlanEdit> first = new ArrayList<>();
    for (int seq = 1; seq <= 40; seq++) {
      first.add(edit(seq, seq - 1));
    }
    PlanHistory known = new PlanHistory(first);
    assertThat(known.until(40)).hasSize(40);
    PlanEdit instead = new PlanEdit(40, 39, NOW.plusSeconds(1), "other", edit(1, 0).operation());
    List<PlanEdit> newest = new ArrayList<>(first.subList(known.openEnd() - 1, 39));
    newest.add(instead);
    newest.add(edit(41, 40));

    PlanHistory next = known.continued(newest, Set.of()).orElseThrow();
    assertThat(next.until(41)).hasSize(41).contains(instead).doesNotContain(first.get(39));
    assertThat(next.until(41).subList(0, 39)).isEqualTo(first.subList(0, 39));
    assertThat(next.nextSeq()).isEqualTo(42);
    assertThat(next.until(0)).isEmpty();
    assertThat(next.until(7)).isEqualTo(first.subList(0, 7));
    assertThat(known.until(40)).as("the one before").isEqualTo(first);

    List<PlanEdit> others = List.of(instead, edit(41, 40));
    assertThat(known.continued(others, Set.of())).as("nothing in common").isEmpty();
    assertThat(known.continued(List.of(), Set.of())).isEmpty();
  }

  @Test
  void what_is_dropped_is_passed_over_in_a_history_that_goes_on() {
    assertThat(history.until(3)).hasSize(2);
    PlanHistory next =
        history.continued(List.of(edit(1, 0), edit(2, 1), edit(3, 1)), Set.of(1)).orElseThrow();
    assertThat(next.until(3)).extracting(PlanEdit::seq).containsExactly(3);
    assertThat(next.redoOf(0)).hasValue(3);
    assertThat(next.undoOf(3)).hasValue(0);
  }
}
