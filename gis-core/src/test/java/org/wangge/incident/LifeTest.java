package org.wangge.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Countdown;
import org.wangge.clock.Limit;
import org.wangge.clock.SpecialDay;
import org.wangge.clock.WorkCalendar;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageClock;
import org.wangge.incident.limit.StageLimit;
import org.wangge.incident.limit.StageTerms;

/** The life of an incident, as a machine: what is legal, what its clock does, and that it ends. */
class LifeTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final WorkCalendar USUAL = calendar(1);

  /** Four hours to handle, half a day for all of it, a quarter of an hour for the rest. */
  private static final StageTerms TERMS = terms(USUAL, "4 urgent hours");

  private static final List<Action> ALL = List.of(Action.values());
  private static final Instant DUE = minute(3 + 240);

  @Test
  void six_steps_lead_from_a_report_to_its_end() {
    Life life = reported();
    List<Step> steps = new ArrayList<>(List.of(life.standing().step()));
    for (Action action :
        List.of(Action.ACCEPT, Action.FILE, Action.DISPATCH, Action.REPORT_BACK, Action.CLOSE)) {
      life = life.after(action, at(steps.size()));
      steps.add(life.standing().step());
    }
    assertThat(steps).containsExactly(Step.values());
    assertThat(life.closedOrNull()).isEqualTo(minute(5));
    assertThat(clock(life).state()).isEqualTo(Countdown.State.STOPPED);
  }

  @Test
  void what_is_illegal_is_refused_and_what_would_be_legal_is_named() {
    Conflict refused =
        catchThrowableOfType(Conflict.class, () -> reported().after(Action.DISPATCH, at(0)));
    assertThat(refused.code()).isEqualTo("action-illegal");
    assertThat(refused.details()).containsEntry("legal", "accept, ask-on-site, reject");
  }

  @Test
  void on_the_spot_it_is_confirmed_or_denied() {
    Life asked = reported().after(Action.ASK_ON_SITE, at(1));
    assertThat(asked.standing()).isEqualTo(Standing.ON_SITE);
    assertThat(asked.after(Action.CONFIRM, at(2)).standing()).isEqualTo(Standing.ACCEPTED);
    Life denied = asked.after(Action.DENY, at(2));
    assertThat(denied.after(Action.REJECT, at(3)).standing()).isEqualTo(Standing.REJECTED);
  }

  @Test
  void while_it_is_sent_back_suspended_or_checked_its_clock_stands_still() {
    Life life = dispatched();
    assertThat(life.dueOrNull()).isEqualTo(DUE);
    life = life.after(Action.SEND_BACK, at(10)).after(Action.DISPATCH, at(25));
    assertThat(life.dueOrNull()).isEqualTo(DUE.plus(Duration.ofMinutes(15)));
    life = life.after(Action.SUSPEND, until(30, 5_000));
    assertThat(clock(life).state()).isEqualTo(Countdown.State.PAUSED);
    life = life.after(Action.RESUME, at(1_030));
    assertThat(life.dueOrNull()).isEqualTo(DUE.plus(Duration.ofMinutes(1_015)));
    life = life.after(Action.REPORT_BACK, at(1_040)).after(Action.REWORK, at(1_100));
    assertThat(life.dueOrNull()).isEqualTo(DUE.plus(Duration.ofMinutes(1_075)));
  }

  @Test
  void it_is_suspended_once_and_for_a_year_at_most() {
    Life resumed = dispatched().after(Action.SUSPEND, until(3, 9)).after(Action.RESUME, at(9));
    assertThat(resumed.legal(T0)).doesNotContain(Action.SUSPEND);
    for (Life.Circumstances wrong : List.of(at(3), until(3, 3), until(3, 400 * 24 * 60))) {
      Invalid refused =
          catchThrowableOfType(Invalid.class, () -> dispatched().after(Action.SUSPEND, wrong));
      assertThat(refused.code()).isEqualTo("suspension-until");
    }
  }

  @Test
  void more_time_wants_two_who_agree_is_given_twice_and_never_when_it_is_late() {
    Life life = dispatched();
    for (int times = 1; times <= Life.MOST_EXTENSIONS; times++) {
      Life asked = life.after(Action.ASK_EXTENSION, at(5));
      assertThat(asked.legal(T0)).doesNotContain(Action.GRANT_EXTENSION);
      Life refused = asked.after(Action.REFUSE_EXTENSION, at(6));
      assertThat(clock(refused).extensions()).as("a refusal does not count").hasSize(times - 1);
      life =
          refused
              .after(Action.ASK_EXTENSION, at(7))
              .after(Action.ENDORSE_EXTENSION, at(8))
              .after(Action.GRANT_EXTENSION, at(9));
      assertThat(life.dueOrNull()).isEqualTo(DUE.plus(Duration.ofMinutes(240L * times)));
    }
    assertThat(life.legal(T0)).doesNotContain(Action.ASK_EXTENSION);
    assertThat(dispatched().legal(DUE)).doesNotContain(Action.ASK_EXTENSION);
  }

  @Test
  void each_stage_has_a_clock_from_when_it_begins_until_it_is_left() {
    Life life = reported();
    assertThat(clockOf(life)).isEqualTo("accept until " + minute(15));
    life = life.after(Action.ACCEPT, at(5));
    assertThat(clockOf(life)).isEqualTo("file until " + minute(20));
    life = life.after(Action.ASK_ON_SITE, at(6)).after(Action.CONFIRM, at(7));
    assertThat(clockOf(life)).as("looking on the spot is of filing").endsWith("" + minute(20));
    life = life.after(Action.FILE, at(8));
    assertThat(clockOf(life)).isEqualTo("dispatch until " + minute(23));
    life = life.after(Action.DISPATCH, at(10)).after(Action.SEND_BACK, at(20));
    assertThat(clockOf(life)).as("sent back, anew").isEqualTo("dispatch until " + minute(35));
    life = life.after(Action.DISPATCH, at(30));
    assertThat(clockOf(life)).isEqualTo("handle until " + minute(260));
    Life checked = life.after(Action.REPORT_BACK, at(100));
    assertThat(clockOf(checked)).isEqualTo("check until " + minute(115));
    List<StageClock> ended = checked.clocks().endedIn(life.clocks(), minute(130));
    assertThat(ended).extracting(StageClock::stage).containsExactly(Stage.CHECK);
    assertThat(ended.get(0).isOverdue(minute(9_999))).as("answered after 30 minutes").isTrue();
    assertThat(checked.after(Action.CLOSE, at(140)).clock()).isEmpty();
  }

  @Test
  void the_clock_of_all_of_it_stands_still_only_while_it_is_suspended() {
    Life life = dispatched().after(Action.SEND_BACK, at(10)).after(Action.DISPATCH, at(30));
    assertThat(total(life).due()).isEqualTo(minute(2 + 720));
    life = life.after(Action.SUSPEND, until(100, 900));
    assertThat(total(life).isOverdue(minute(890))).isFalse();
    life = life.after(Action.RESUME, at(200));
    assertThat(total(life).due()).isEqualTo(minute(2 + 720 + 100));
  }

  @Test
  void a_holiday_announced_later_moves_running_clocks_and_leaves_ended_ones() {
    StageTerms working = terms(USUAL, "4 working hours");
    Life life =
        reported()
            .after(Action.ACCEPT, at(1))
            .after(Action.FILE, at(2))
            .after(Action.DISPATCH, new Life.Circumstances(minute(3), working, null));
    // 2 November 2026 is a Monday; 01:03 of UTC is 09:03 there.
    assertThat(life.dueOrNull()).isEqualTo(Instant.parse("2026-11-02T07:03:00Z"));
    WorkCalendar newest =
        calendar(2, new SpecialDay(LocalDate.of(2026, 11, 2), SpecialDay.Kind.HOLIDAY, List.of()));
    Clocks moved = life.clocks().follow(newest);
    assertThat(life.with(moved).dueOrNull()).isEqualTo(Instant.parse("2026-11-03T04:00:00Z"));
    assertThat(moved.totalOrNull()).as("round the clock").isEqualTo(life.clocks().totalOrNull());
    Life closed = life.after(Action.REPORT_BACK, at(5)).after(Action.CLOSE, at(6));
    assertThat(closed.clocks().follow(newest)).isEqualTo(closed.clocks());
  }

  private static String clockOf(Life life) {
    StageClock clock = life.clock().orElseThrow();
    assertThat(StageClock.parse(clock.print(), clock.due())).isEqualTo(clock);
    return clock.stage().word() + " until " + clock.due();
  }

  private static StageClock total(Life life) {
    return Objects.requireNonNull(life.clocks().totalOrNull());
  }

  private static WorkCalendar calendar(int version, SpecialDay... days) {
    CalendarRules usual = CalendarRules.usual(ZoneId.of("Asia/Shanghai"));
    return new WorkCalendar(
        new CalendarVersion("usual", version),
        new CalendarRules(usual.zone(), usual.weeks(), List.of(days)));
  }

  private static StageTerms terms(WorkCalendar calendar, String handling) {
    return StageTerms.of(
        calendar,
        Arrays.stream(Stage.values())
            .map(
                stage ->
                    new StageLimit(
                        1,
                        1,
                        new StageLimit.Scope("", "", stage),
                        Limit.parse(
                            switch (stage) {
                              case HANDLE -> handling;
                              case TOTAL -> "12 urgent hours";
                              default -> "15 urgent minutes";
                            }),
                        List.of(75),
                        T0))
            .toList());
  }

  @Test
  void an_appeal_is_for_what_was_late_and_is_closed_and_leaves_that_visible() {
    Life inTime = dispatched().after(Action.REPORT_BACK, at(200)).after(Action.CLOSE, at(900));
    assertThat(inTime.isOverdue(T0)).as("checking is not handling").isFalse();
    assertThat(inTime.legal(T0)).containsExactly(Action.REOPEN);
    Life late = dispatched().after(Action.REPORT_BACK, at(300)).after(Action.CLOSE, at(310));
    Life upheld = late.after(Action.APPEAL, at(320)).after(Action.UPHOLD_APPEAL, at(330));
    assertThat(upheld.appeal()).isEqualTo(Plea.UPHELD);
    assertThat(upheld.isOverdue(minute(9_000))).isTrue();
    assertThat(upheld.closedOrNull()).isEqualTo(late.closedOrNull());
  }

  @Test
  void what_is_opened_again_has_a_clock_of_its_own() {
    Life closed = dispatched().after(Action.REPORT_BACK, at(20)).after(Action.CLOSE, at(30));
    Life again = closed.after(Action.REOPEN, at(1_000));
    assertThat(again.standing()).isEqualTo(Standing.FILED);
    assertThat(again.closedOrNull()).isNull();
    assertThat(again.dueOrNull()).isNull();
    assertThat(again.after(Action.DISPATCH, at(1_010)).dueOrNull()).isEqualTo(minute(1_250));
  }

  @Test
  void walks_at_random_never_leave_the_table() {
    Random random = new Random(20_261_122);
    Set<Standing> visited = EnumSet.noneOf(Standing.class);
    for (int walk = 0; walk < 2_000; walk++) {
      Life life = reported();
      int minute = 0;
      for (int step = 0; step < 25; step++) {
        minute += random.nextInt(120);
        Action action = ALL.get(random.nextInt(ALL.size()));
        life = tried(life, action, until(minute, minute + 1 + random.nextInt(3_000)));
        visited.add(life.standing());
      }
    }
    assertThat(visited).containsExactlyInAnyOrder(Standing.values());
  }

  private static Life tried(Life life, Action action, Life.Circumstances with) {
    if (!life.isLegal(action, with.now())) {
      assertThat(catchThrowableOfType(Conflict.class, () -> life.after(action, with))).isNotNull();
      return life;
    }
    Life after = life.after(action, with);
    assertThat(after.standing()).isEqualTo(action.from(life.standing()).orElseThrow());
    assertThat(after.clock().map(StageClock::stage)).isEqualTo(after.standing().stage());
    if (after.handling().isEmpty()) {
      assertThat(after.standing())
          .isNotIn(
              Standing.DISPATCHED, Standing.SUSPENDED, Standing.REPORTED_BACK, Standing.CLOSED);
      return after;
    }
    Countdown clock = clock(after);
    Countdown.State wanted =
        switch (after.standing()) {
          case DISPATCHED -> Countdown.State.RUNNING;
          case SUSPENDED, REPORTED_BACK -> Countdown.State.PAUSED;
          case CLOSED, CANCELLED -> Countdown.State.STOPPED;
          default -> clock.state();
        };
    assertThat(clock.state()).as(after.toString()).isEqualTo(wanted);
    assertThat(clock.extensions()).hasSizeLessThanOrEqualTo(Life.MOST_EXTENSIONS);
    return after;
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void every_state_is_reached_from_a_report_and_has_a_way_to_be_closed(Standing standing) {
    assertThat(reachable(Standing.REPORTED)).contains(standing);
    assertThat(reachable(standing)).contains(Standing.CLOSED);
  }

  private static Set<Standing> reachable(Standing from) {
    Set<Standing> reached = new HashSet<>(Set.of(from));
    Deque<Standing> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Standing standing = open.remove();
      Arrays.stream(Action.values())
          .flatMap(action -> action.from(standing).stream())
          .filter(reached::add)
          .forEach(open::add);
    }
    return reached;
  }

  private static Life dispatched() {
    return reported()
        .after(Action.ACCEPT, at(1))
        .after(Action.FILE, at(2))
        .after(Action.DISPATCH, at(3));
  }

  private static Countdown clock(Life life) {
    return life.handling().orElseThrow().countdown();
  }

  private static Instant minute(int minute) {
    return T0.plus(Duration.ofMinutes(minute));
  }

  private static Life reported() {
    return Life.reported(TERMS, T0);
  }

  private static Life.Circumstances at(int minute) {
    return new Life.Circumstances(minute(minute), TERMS, null);
  }

  private static Life.Circumstances until(int minute, int end) {
    return new Life.Circumstances(minute(minute), TERMS, minute(end));
  }
}
