package org.wangge.incident.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;

class TaskTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final Handler DRAINS = new Handler(Handler.Kind.DEPARTMENT, "drains");
  private static final Task GIVEN = Task.given("incident-1", DRAINS, false, T0);

  @Test
  void what_is_given_is_taken_or_declined_and_what_is_taken_may_still_be_declined() {
    assertThat(GIVEN.answers()).containsExactlyInAnyOrder(Action.TAKE, Action.DECLINE);
    Task taken = GIVEN.answered(Task.State.TAKEN, T0.plusSeconds(60), "handler");
    assertThat(taken.answers()).containsExactly(Action.DECLINE);
  }

  @ParameterizedTest
  @EnumSource(Task.State.class)
  void a_task_is_open_as_long_as_it_can_be_answered(Task.State state) {
    Task task = GIVEN.answered(state, T0, "handler");
    assertThat(task.isOpen()).isEqualTo(!task.answers().isEmpty());
    assertThat(Task.State.find(state.word())).contains(state);
  }

  @Test
  void its_end_leaves_who_answered_it_and_when() {
    Task taken = GIVEN.answered(Task.State.TAKEN, T0.plusSeconds(60), "handler");
    assertThat(taken.ended())
        .isEqualTo(
            new Task(
                0,
                "incident-1",
                DRAINS,
                false,
                Task.State.ENDED,
                T0,
                T0.plusSeconds(60),
                "handler"));
    assertThat(GIVEN.ended().answeredAtOrNull()).as("never answered").isNull();
  }

  @Test
  void whoever_comes_to_lead_keeps_what_they_said() {
    Task taken = GIVEN.answered(Task.State.TAKEN, T0.plusSeconds(60), "handler");
    Task leading = taken.leading();
    assertThat(leading.leads()).isTrue();
    assertThat(leading.state()).isEqualTo(Task.State.TAKEN);
    assertThat(leading.answeredByOrNull()).isEqualTo("handler");
    assertThat(leading.givenAt()).isEqualTo(T0);
  }
}
