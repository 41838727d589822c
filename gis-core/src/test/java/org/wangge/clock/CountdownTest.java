package org.wangge.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Conflict;

class CountdownTest {
  private static final List<ClockKind> KINDS = List.of(ClockKind.values());
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final WorkCalendar TOWN = version(1);
  private static final Limit FOUR_HOURS = Limit.parse("4 working hours");
  private static final Instant MONDAY_AT_TEN = at("2026-03-02T10:00");

  private static WorkCalendar version(int version) {
    return new WorkCalendar(new CalendarVersion("town", version), CalendarRules.usual(CHINA));
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(CHINA).toInstant();
  }

  private static Countdown fourHours() {
    return Countdown.start(FOUR_HOURS, TOWN, MONDAY_AT_TEN);
  }

  @Test
  void what_is_spent_and_what_is_left_are_counted_time() {
    Countdown clock = fourHours();
    assertThat(clock.due(TOWN)).contains(at("2026-03-02T16:00"));
    assertThat(clock.spent(TOWN, at("2026-03-02T13:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(clock.left(TOWN, at("2026-03-02T15:30"))).isEqualTo(Duration.ofMinutes(30));
    assertThat(clock.left(TOWN, at("2026-03-02T23:00"))).isEqualTo(Duration.ofHours(-2));
    assertThat(clock.spent(TOWN, at("2026-03-02T09:00"))).isZero();
    assertThat(clock.warningAt(TOWN, 75)).contains(at("2026-03-02T15:00"));
  }

  @Test
  void it_is_overdue_from_the_instant_on_at_which_it_is_due() {
    Countdown clock = fourHours();
    assertThat(clock.isOverdue(TOWN, at("2026-03-02T15:59:59.999999"))).isFalse();
    assertThat(clock.isOverdue(TOWN, at("2026-03-02T16:00"))).isTrue();
    assertThat(clock.left(TOWN, at("2026-03-02T16:00"))).isZero();
  }

  @Test
  void a_pause_moves_the_due_time_by_exactly_what_would_have_been_counted() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2_000; i++) {
      Instant from = MONDAY_AT_TEN.plusSeconds(random.nextInt(1_000_000));
      Countdown clock = Countdown.start(new Limit(kind(random), 1 + random.nextInt(5)), TOWN, from);
      Instant due = clock.due(TOWN).orElseThrow();
      long length = Duration.between(from, due).toSeconds();
      Instant begin = from.plusSeconds(random.nextLong(length));
      Instant end = begin.plusSeconds(random.nextInt(500_000));
      ClockKind kind = clock.limit().kind();
      Instant moved = clock.pause(begin).resume(end).due(TOWN).orElseThrow();
      Duration left = TOWN.counted(kind, begin, due);
      assertThat(TOWN.counted(kind, end, moved)).isEqualTo(left);
      assertThat(TOWN.counted(kind, from, moved))
          .isEqualTo(clock.allowed().plus(TOWN.counted(kind, begin, end)));
    }
  }

  @Test
  void who_starts_later_or_has_more_is_never_due_earlier() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 5_000; i++) {
      Instant from = MONDAY_AT_TEN.plusSeconds(random.nextInt(5_000_000));
      Instant later = from.plusSeconds(random.nextInt(200_000));
      Limit limit = new Limit(kind(random), 1 + random.nextInt(300));
      Limit more = new Limit(limit.kind(), limit.amount() + random.nextInt(50));
      Instant due = TOWN.plus(from, limit);
      assertThat(TOWN.plus(later, limit)).isAfterOrEqualTo(due);
      assertThat(TOWN.plus(from, more)).isAfterOrEqualTo(due);
    }
  }

  private static ClockKind kind(SplittableRandom random) {
    return KINDS.get(random.nextInt(KINDS.size()));
  }

  @Test
  void while_it_is_paused_with_time_left_nobody_knows_when_it_is_due() {
    Countdown paused = fourHours().pause(at("2026-03-02T11:00"));
    assertThat(paused.state()).isEqualTo(Countdown.State.PAUSED);
    assertThat(paused.due(TOWN)).isEmpty();
    assertThat(paused.warningAt(TOWN, 25)).contains(at("2026-03-02T11:00"));
    assertThat(paused.isOverdue(TOWN, at("2027-01-01T00:00"))).isFalse();
    assertThat(paused.spent(TOWN, at("2026-03-09T12:00"))).isEqualTo(Duration.ofHours(1));
    assertThat(paused.alarms(TOWN, List.of(25, 50)))
        .containsExactly(new Alarm("warn-25", at("2026-03-02T11:00")));
    assertThat(paused.resume(at("2026-03-09T12:30")).due(TOWN)).contains(at("2026-03-09T17:00"));
  }

  @Test
  void a_pause_after_the_due_time_hides_nothing() {
    Countdown late = fourHours().pause(at("2026-03-02T17:00"));
    assertThat(late.due(TOWN)).contains(at("2026-03-02T16:00"));
    assertThat(late.isOverdue(TOWN, at("2026-03-02T17:00"))).isTrue();
  }

  @Test
  void an_extension_adds_the_limit_once_more() {
    Countdown clock = fourHours().extend(TOWN, at("2026-03-02T11:00"), 2);
    assertThat(clock.due(TOWN)).contains(at("2026-03-03T10:00"));
    assertThat(clock.warningAt(TOWN, 50)).contains(at("2026-03-02T16:00"));
    Countdown twice = clock.extend(TOWN, at("2026-03-02T12:00"), 2);
    assertThat(twice.due(TOWN)).contains(at("2026-03-03T16:00"));
    assertRefused("clock-extended", () -> twice.extend(TOWN, at("2026-03-02T13:00"), 2));
    assertRefused("clock-overdue", () -> fourHours().extend(TOWN, at("2026-03-02T16:00"), 2));
  }

  @Test
  void once_stopped_nothing_changes_it() {
    Countdown stopped = fourHours().pause(at("2026-03-02T11:00")).stop(at("2026-03-02T12:00"));
    assertThat(stopped.state()).isEqualTo(Countdown.State.STOPPED);
    assertThat(stopped.spent(TOWN, at("2026-04-01T00:00"))).isEqualTo(Duration.ofHours(1));
    assertThat(stopped.isOverdue(TOWN, at("2026-04-01T00:00"))).isFalse();
    assertThat(stopped.due(TOWN)).contains(at("2026-03-02T17:00"));
    assertThat(stopped.alarms(TOWN, List.of(50))).isEmpty();
    assertThat(stopped.follow(version(2))).isEqualTo(stopped);
    assertThat(fourHours().stop(at("2026-03-02T16:30")).isOverdue(TOWN, at("2026-03-02T12:00")))
        .isFalse();
    for (ThrowingCallable deed :
        List.<ThrowingCallable>of(
            () -> stopped.pause(MONDAY_AT_TEN),
            () -> stopped.extend(TOWN, MONDAY_AT_TEN, 2),
            () -> stopped.stop(MONDAY_AT_TEN))) {
      assertRefused("clock-not-running", deed);
    }
    assertRefused("clock-not-paused", () -> stopped.resume(MONDAY_AT_TEN));
  }

  @Test
  void what_the_state_does_not_allow_is_refused() {
    Countdown paused = fourHours().pause(at("2026-03-02T11:00"));
    assertRefused("clock-not-running", () -> paused.pause(at("2026-03-02T12:00")));
    assertRefused("clock-not-paused", () -> fourHours().resume(at("2026-03-02T12:00")));
    Countdown often = fourHours();
    for (int i = 0; i < Countdown.MOST_PAUSES; i++) {
      often = often.pause(at("2026-03-02T11:00")).resume(at("2026-03-02T11:00"));
    }
    Countdown last = often;
    assertRefused("clock-paused-often", () -> last.pause(at("2026-03-02T11:00")));
    assertThat(last.print()).hasSizeLessThan(4_000);
  }

  @Test
  void a_machine_whose_clock_is_set_back_still_gets_its_work_done() {
    Countdown clock =
        fourHours()
            .pause(at("2026-03-02T11:00"))
            .resume(at("2026-03-02T09:00"))
            .extend(TOWN, at("2026-03-02T08:00"), 2)
            .stop(at("2026-03-01T00:00"));
    assertThat(clock.pauses())
        .containsExactly(new Pause(at("2026-03-02T11:00"), at("2026-03-02T11:00")));
    assertThat(clock.stopped()).contains(at("2026-03-02T11:00"));
  }

  @Test
  void a_running_clock_follows_the_newest_version_and_counts_by_no_other() {
    Countdown moved = fourHours().follow(version(2));
    assertThat(moved.calendar()).isEqualTo(new CalendarVersion("town", 2));
    assertThat(moved.due(version(2))).isEqualTo(fourHours().due(TOWN));
    assertThatThrownBy(() -> moved.due(TOWN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_due_time_is_explained_by_what_was_counted() {
    Countdown clock = fourHours().pause(at("2026-03-02T11:00")).resume(at("2026-03-02T17:00"));
    DueReason reason = clock.explain(TOWN, at("2026-03-02T17:30"));
    assertThat(reason.due()).contains(at("2026-03-03T10:00"));
    assertThat(reason.counted())
        .extracting(Counted::from)
        .containsExactly(MONDAY_AT_TEN, at("2026-03-02T17:00"), at("2026-03-03T08:00"));
    assertThat(reason.counted().stream().map(Counted::time).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(reason.allowed());
    assertThat(reason.spent()).isEqualTo(Duration.ofMinutes(90));
    assertThat(reason.left()).isEqualTo(Duration.ofMinutes(150));
    assertThat(reason.overdue()).isFalse();
    assertThat(fourHours().pause(at("2026-03-02T11:00")).explain(TOWN, MONDAY_AT_TEN).counted())
        .hasSize(1);
  }

  @Test
  void it_is_kept_as_a_line_of_text() {
    Countdown clock =
        fourHours()
            .pause(at("2026-03-02T11:00"))
            .resume(at("2026-03-02T12:00:00.123456"))
            .extend(TOWN, at("2026-03-02T12:30"), 2)
            .pause(at("2026-03-02T14:00"));
    assertThat(Countdown.parse(clock.print())).isEqualTo(clock);
    Countdown stopped = clock.stop(at("2026-03-02T15:00"));
    assertThat(Countdown.parse(stopped.print())).isEqualTo(stopped);
    assertThat(Countdown.parse(fourHours().print())).isEqualTo(fourHours());
    assertThatThrownBy(() -> Countdown.parse("4 working hours"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(String code, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(Conflict.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
