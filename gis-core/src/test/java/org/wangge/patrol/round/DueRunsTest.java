package org.wangge.patrol.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueRunsTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final List<DayOfWeek> WORKDAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  private static PatrolPlan plan(
      List<DayOfWeek> days,
      String from,
      String to,
      int times,
      Per per,
      String since,
      @Nullable String until) {
    PatrolTerms terms =
        new PatrolTerms(
            "x",
            List.of("W2", "W1"),
            List.of("g"),
            List.of(),
            days,
            new PatrolTerms.Timing(LocalTime.parse(from), LocalTime.parse(to), times, per),
            new PatrolTerms.Wanted(0, 0, 15));
    return new PatrolPlan(
        1,
        1,
        terms,
        Instant.parse(since),
        until == null ? null : Instant.parse(until),
        false,
        "x",
        false);
  }

  /** Of the first person, in a week from Monday, 2 November 2026. */
  private static List<String> week(PatrolPlan plan, ZoneId zone, String monday) {
    Instant from = LocalDate.parse(monday).atStartOfDay(zone).toInstant();
    Instant to = LocalDate.parse(monday).plusDays(7).atStartOfDay(zone).toInstant();
    return new DueRuns(zone)
        .of(plan, new Span(from, to)).stream()
            .filter(run -> run.staffCode().equals("W1"))
            .map(run -> told(run, zone))
            .toList();
  }

  private static String told(DueRun run, ZoneId zone) {
    StringBuilder text = new StringBuilder();
    for (Span span : run.spans()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(span.from().atZone(zone).toLocalDateTime())
          .append('/')
          .append(span.to().atZone(zone).toLocalTime());
    }
    return text.toString();
  }

  private static final String ALWAYS = "2026-01-01T00:00:00Z";

  @Test
  void each_person_has_a_patrol_of_their_own_on_each_day_that_is_chosen() {
    PatrolPlan plan = plan(WORKDAYS, "08:00", "12:00", 1, Per.DAY, ALWAYS, null);
    assertThat(week(plan, CHINA, "2026-11-02"))
        .hasSize(5)
        .startsWith("2026-11-02T08:00/12:00")
        .endsWith("2026-11-06T08:00/12:00");
    Instant from = Instant.parse("2026-11-01T16:00:00Z");
    assertThat(new DueRuns(CHINA).of(plan, new Span(from, from.plus(Duration.ofDays(7)))))
        .extracting(DueRun::staffCode)
        .startsWith("W1", "W2", "W1")
        .hasSize(10);
  }

  @Test
  void several_a_day_take_equal_parts_of_the_window() {
    PatrolPlan plan = plan(List.of(DayOfWeek.TUESDAY), "08:00", "09:00", 3, Per.DAY, ALWAYS, null);
    assertThat(week(plan, CHINA, "2026-11-02"))
        .containsExactly(
            "2026-11-03T08:00/08:20", "2026-11-03T08:20/08:40", "2026-11-03T08:40/09:00");
  }

  @Test
  void several_a_week_take_groups_of_days_the_larger_first() {
    PatrolPlan plan = plan(WORKDAYS, "08:00", "09:00", 2, Per.WEEK, ALWAYS, null);
    assertThat(week(plan, CHINA, "2026-11-02"))
        .containsExactly(
            "2026-11-02T08:00/09:00 2026-11-03T08:00/09:00 2026-11-04T08:00/09:00",
            "2026-11-05T08:00/09:00 2026-11-06T08:00/09:00");
  }

  @Test
  void a_night_ends_on_the_next_day() {
    PatrolPlan plan = plan(List.of(DayOfWeek.SUNDAY), "22:00", "02:00", 1, Per.DAY, ALWAYS, null);
    assertThat(week(plan, CHINA, "2026-11-02"))
        .as("that of the Sunday before still goes on when the week begins")
        .containsExactly("2026-11-01T22:00/02:00", "2026-11-08T22:00/02:00");
  }

  @Test
  void a_version_makes_due_what_begins_while_it_holds() {
    PatrolPlan plan =
        plan(
            WORKDAYS, "08:00", "12:00", 1, Per.DAY, "2026-11-03T00:00:00Z", "2026-11-05T00:00:00Z");
    assertThat(week(plan, CHINA, "2026-11-02"))
        .containsExactly("2026-11-03T08:00/12:00", "2026-11-04T08:00/12:00");
  }

  @Test
  void clocks_that_are_set_forward_shorten_a_window_and_may_swallow_one() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    List<DayOfWeek> sunday = List.of(DayOfWeek.SUNDAY);
    assertThat(week(plan(sunday, "01:00", "04:00", 1, Per.DAY, ALWAYS, null), berlin, "2026-03-23"))
        .containsExactly("2026-03-29T01:00/04:00");
    assertThat(week(plan(sunday, "02:00", "03:00", 1, Per.DAY, ALWAYS, null), berlin, "2026-03-23"))
        .isEmpty();
  }

  @Test
  void in_a_week_it_cannot_be_due_oftener_than_there_are_days() {
    assertThatThrownBy(
            () -> plan(List.of(DayOfWeek.MONDAY), "08:00", "09:00", 2, Per.WEEK, ALWAYS, null))
        .hasMessageContaining("patrol-times");
  }
}
