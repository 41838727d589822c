package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class PositionIntakeTest {
  private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");
  private final List<PositionIntake.Sent> batch = new ArrayList<>();
  private Optional<Fix> last = Optional.empty();

  private void send(String code, int secondsAgo, double metersEast) {
    batch.add(new PositionIntake.Sent(batch.size(), code, fix(secondsAgo, metersEast)));
  }

  private Predicate<Instant> onDuty = at -> true;

  private static Fix fix(int secondsAgo, double metersEast) {
    int east = (int) (metersEast / 0.00974);
    return new Fix(
        new LatticePoint(1_126_000_000 + east, 289_000_000), NOW.minusSeconds(secondsAgo));
  }

  private PositionIntake.Judged judged() {
    return PositionIntake.judge(
        batch,
        NOW,
        false,
        code -> Optional.of(onDuty).filter(known -> code.startsWith("D")),
        code -> last);
  }

  @Test
  void what_nobody_can_have_got_to_is_flagged_and_kept() {
    send("D1", 100, 0);
    send("D1", 80, 1_500);
    send("D1", 60, 1_530);
    send("D1", 40, 0);
    send("D2", 70, 9_000);
    PositionIntake.Judged judged = judged();
    assertThat(judged.jumps()).containsExactly(1, 3);
    assertThat(judged.accepted()).isEqualTo(5);
    assertThat(judged.refused()).isEmpty();
  }

  @Test
  void fast_is_not_impossible_and_a_device_may_be_off_by_a_street() {
    send("D1", 60, 0);
    send("D1", 40, 880);
    send("D1", 39, 1_000);
    assertThat(judged().jumps()).isEmpty();
  }

  @Test
  void the_first_of_a_batch_is_held_against_where_its_person_was_last_unless_it_is_late() {
    last = Optional.of(fix(50, 8_000));
    send("D1", 60, 0);
    send("D1", 40, 100);
    assertThat(judged().jumps()).as("the first is older than what was known").isEmpty();
    batch.clear();
    send("D1", 40, 100);
    assertThat(judged().jumps()).containsExactly(0);
  }

  @Test
  void the_order_of_a_batch_does_not_matter_and_an_instant_counts_once() {
    send("D1", 40, 60);
    send("D1", 60, 30);
    send("D1", 60, 31);
    send("E9", 10, 0);
    send("D1", -600, 0);
    send("D1", 8 * 86_400, 0);
    PositionIntake.Judged judged = judged();
    assertThat(judged.kept()).hasSize(1);
    assertThat(judged.kept().get(0).fixes()).containsExactly(fix(60, 30), fix(40, 60));
    assertThat(judged.duplicates()).isEqualTo(1);
    assertThat(judged.refused().stream().map(PositionIntake.Refused::code))
        .containsExactly("staff-unknown", "time-ahead", "time-too-old");
  }

  @Test
  void what_is_said_off_duty_is_not_kept_of_late_fixes_neither() {
    onDuty = at -> !at.isBefore(NOW.minusSeconds(3_600));
    send("D1", 3_601, 0);
    send("D1", 3_600, 10);
    send("D1", 5, 10);
    PositionIntake.Judged judged = judged();
    assertThat(judged.accepted()).isEqualTo(2);
    assertThat(judged.refused()).containsExactly(new PositionIntake.Refused(0, "off-duty"));
  }

  @Test
  void what_turns_out_to_be_on_record_counts_as_said_before() {
    send("D1", 60, 0);
    send("D1", 60, 0);
    send("D1", 40, 20);
    PositionIntake.Judged judged =
        judged().withNew(List.of(new PersonFixes("D1", List.of(fix(40, 20)), false)));
    assertThat(judged.accepted()).isEqualTo(1);
    assertThat(judged.duplicates()).isEqualTo(2);
  }
}
