package org.wangge.patrol.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;

/** One patrol a day from 08:00 to 10:00 of the first person of a plan, on 2 November 2026. */
class RunRemindingTest {
  private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant END = Instant.parse("2026-11-02T02:00:00Z");

  private final List<String> told = new ArrayList<>();
  private final List<PatrolRun> compared = new ArrayList<>();
  private RunReminding reminding = started();

  private RunReminding started() {
    return new RunReminding(
        new OneTx(new HeardTx(BEGIN)),
        (RoundStore)
            Proxy.newProxyInstance(
                RoundStore.class.getClassLoader(),
                new Class<?>[] {RoundStore.class},
                (proxy, method, arguments) ->
                    method.getName().equals("runs") ? List.copyOf(compared) : List.of(plan())),
        new DueRuns(ZoneId.of("Asia/Shanghai")),
        new RunTelling() {
          @Override
          public void soon(Tx tx, Caller caller, DueRun run) {
            told.add("soon " + run.from());
          }

          @Override
          public void missed(Tx tx, Caller caller, DueRun run) {
            told.add("missed " + run.from());
          }
        });
  }

  private static PatrolPlan plan() {
    PatrolTerms terms =
        new PatrolTerms(
            "早巡",
            List.of("W1"),
            List.of("g"),
            List.of(),
            List.of(DayOfWeek.values()),
            new PatrolTerms.Timing(LocalTime.of(8, 0), LocalTime.of(10, 0), 1, Per.DAY),
            new PatrolTerms.Wanted(0, 0, 15));
    return new PatrolPlan(7, 1, terms, BEGIN.minusSeconds(9), null, false, "x", false);
  }

  private void came(RunResult result) {
    compared.clear();
    compared.add(
        new PatrolRun(
            1,
            7,
            1,
            "W1",
            new Span(BEGIN, END),
            new RunComparison.Outcome(result, List.of(), List.of(), List.of(), Duration.ZERO, 0, 0),
            END,
            false));
  }

  private static Instant after(Instant instant, int minutes) {
    return instant.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void somebody_is_reminded_once_half_an_hour_before_and_not_earlier() {
    assertThat(reminding.remind(after(BEGIN, -31))).isZero();
    assertThat(reminding.remind(after(BEGIN, -29))).isEqualTo(1);
    assertThat(reminding.remind(after(BEGIN, -28))).isZero();
    assertThat(told).containsExactly("soon " + BEGIN);
  }

  @Test
  void a_patrol_that_has_begun_needs_no_reminder() {
    assertThat(reminding.remind(BEGIN)).isZero();
    assertThat(reminding.remind(after(BEGIN, 5))).isZero();
  }

  @Test
  void one_that_was_missed_is_told_once_and_only_after_phones_had_time_to_speak() {
    came(RunResult.MISSED);
    assertThat(reminding.remind(after(END, 14))).isZero();
    assertThat(reminding.remind(after(END, 15))).isEqualTo(1);
    assertThat(reminding.remind(after(END, 16))).isZero();
    assertThat(told).containsExactly("missed " + BEGIN);
  }

  @Test
  void whoever_was_there_or_may_have_been_hears_nothing() {
    for (RunResult result :
        List.of(RunResult.DONE, RunResult.PARTLY, RunResult.UNKNOWN, RunResult.RUNNING)) {
      came(result);
      assertThat(reminding.remind(after(END, 20))).as(result.word()).isZero();
    }
  }

  @Test
  void a_program_that_stood_still_tells_of_the_last_day_only() {
    came(RunResult.MISSED);
    assertThat(reminding.remind(after(END, 60 * 23))).isEqualTo(1);
    assertThat(told).contains("missed " + BEGIN);
    told.clear();
    reminding = started();
    var unused = reminding.remind(after(END, 60 * 24 + 1));
    assertThat(told).doesNotContain("missed " + BEGIN);
  }
}
