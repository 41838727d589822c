package org.wangge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
