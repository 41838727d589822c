package org.wangge.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.fault.Invalid;

/** The rules of counting, case by case; the bench "clocks" holds many against an oracle. */
class WorkCalendarTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

  /**
   * 2 and 3 March 2026 are a Monday and a Tuesday; Friday the 6th is off, Saturday works for it.
   */
  private static final WorkCalendar TOWN =
      calendar(
          new CalendarRules(
              CHINA,
              CalendarRules.usual(CHINA).weeks(),
              List.of(
                  SpecialDay.makeUp(LocalDate.of(2026, 3, 7)),
                  SpecialDay.holiday(LocalDate.of(2026, 3, 6)))));

  private static WorkCalendar calendar(CalendarRules rules) {
    return new WorkCalendar(new CalendarVersion("town", 1), rules);
  }

  private static Instant at(ZoneId zone, String wall) {
    return LocalDateTime.parse(wall).atZone(zone).toInstant();
  }

  private static Instant at(String wall) {
    return at(CHINA, wall);
  }

  @ParameterizedTest
  @CsvSource({
    // A session has enough left.
    "2026-03-02T09:00, 2 working hours, 2026-03-02T11:00",
    // Over the break at noon, the night, the holiday; the make-up day counts, the Sunday does not.
    "2026-03-02T11:30, 1 working hour, 2026-03-02T14:30",
    "2026-03-02T17:30, 1 working hour, 2026-03-03T08:30",
    "2026-03-05T17:30, 1 working hour, 2026-03-07T08:30",
    "2026-03-07T17:30, 1 working hour, 2026-03-09T08:30",
    // What begins in a break counts from the next session on.
    "2026-03-02T12:30, 1 working hour, 2026-03-02T15:00",
    "2026-03-02T03:00, 15 working minutes, 2026-03-02T08:15",
    "2026-03-08T10:00, 1 working day, 2026-03-09T18:00",
    // What is spent at the end of a session is due there, not when the next begins.
    "2026-03-02T08:00, 4 working hours, 2026-03-02T12:00",
    "2026-03-02T09:00, 7 working hours, 2026-03-02T18:00",
    "2026-03-02T12:00, 1 working day, 2026-03-03T12:00",
    "2026-03-02T18:00, 1 working day, 2026-03-03T18:00",
    // A working day is eight working hours, wherever they lie.
    "2026-03-02T10:00, 1 working day, 2026-03-03T10:00",
    "2026-03-04T10:00, 3 working days, 2026-03-09T10:00",
    "2026-03-05T23:50, 2 urgent hours, 2026-03-06T01:50",
    "2026-03-05T23:50, 15 calendar days, 2026-03-20T23:50",
  })
  void a_limit_is_due_when_its_time_is_counted(String from, String limit, String due) {
    assertThat(TOWN.plus(at(from), Limit.parse(limit))).isEqualTo(at(due));
    ClockKind kind = Limit.parse(limit).kind();
    assertThat(TOWN.counted(kind, at(from), at(due))).isEqualTo(Limit.parse(limit).time());
  }

  @Test
  void microseconds_are_kept_and_finer_is_cut() {
    Instant from = at("2026-03-02T11:59:59").plusNanos(999_999_900);
    assertThat(TOWN.plus(from, Limit.parse("1 working minute")))
        .isEqualTo(at("2026-03-02T14:00:59").plusNanos(999_999_000));
  }

  @Test
  void the_spans_that_count_are_told() {
    assertThat(
            TOWN.intervals(ClockKind.WORKING_HOURS, at("2026-03-05T17:00"), at("2026-03-07T09:00")))
        .containsExactly(
            span("2026-03-05T17:00", "2026-03-05T18:00"),
            span("2026-03-07T08:00", "2026-03-07T09:00"));
    assertThat(
            TOWN.intervals(ClockKind.WORKING_HOURS, at("2026-03-06T09:00"), at("2026-03-06T17:00")))
        .isEmpty();
    Instant end = at("2026-03-05T17:00");
    assertThat(TOWN.intervals(ClockKind.URGENT_HOURS, end, end)).isEmpty();
    assertThat(TOWN.counted(ClockKind.WORKING_HOURS, end, end.minusSeconds(3_600))).isZero();
  }

  private static Counted span(String from, String to) {
    return new Counted(at(from), at(to), Duration.between(at(from), at(to)));
  }

  @Test
  void sessions_over_midnight_and_over_the_year_of_utc_are_one_span() {
    List<WorkSession> night = WorkSession.parseAll("00:00-06:00 22:00-24:00");
    WorkCalendar nights =
        calendar(
            new CalendarRules(
                CHINA,
                List.of(
                    WorkWeek.fiveDays(
                        LocalDate.of(2020, 1, 1), WorkSession.parseAll("00:00-24:00"))),
                List.of(new SpecialDay(LocalDate.of(2026, 3, 7), SpecialDay.Kind.MAKE_UP, night))));
    Instant from = at("2025-12-31T20:00");
    assertThat(nights.intervals(ClockKind.WORKING_HOURS, from, at("2026-01-01T20:00")))
        .containsExactly(span("2025-12-31T20:00", "2026-01-01T20:00"));
    assertThat(nights.plus(from, Limit.parse("12 working hours")))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(
            nights.intervals(
                ClockKind.WORKING_HOURS, at("2026-03-06T23:00"), at("2026-03-07T23:00")))
        .containsExactly(
            span("2026-03-06T23:00", "2026-03-07T06:00"),
            span("2026-03-07T22:00", "2026-03-07T23:00"));
  }

  @Test
  void what_is_spent_at_the_end_of_a_year_is_due_there() {
    WorkCalendar days =
        calendar(
            new CalendarRules(
                ZoneId.of("UTC"),
                List.of(
                    WorkWeek.fiveDays(
                        LocalDate.of(2020, 1, 1), WorkSession.parseAll("20:00-24:00"))),
                List.of()));
    assertThat(days.plus(Instant.parse("2025-12-31T21:00:00Z"), Limit.parse("3 working hours")))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void an_instant_is_worked_when_the_clock_on_the_wall_says_so() {
    Map<DayOfWeek, List<WorkSession>> sundays =
        Map.of(DayOfWeek.SUNDAY, WorkSession.parseAll("00:00-04:00"));
    WorkCalendar calendar =
        calendar(
            new CalendarRules(
                CALIFORNIA, List.of(new WorkWeek(LocalDate.of(2000, 1, 1), sundays)), List.of()));
    // 8 March 2026 has no hour from two to three, 1 November has that from one to two twice.
    Duration spring =
        calendar.counted(
            ClockKind.WORKING_HOURS,
            at(CALIFORNIA, "2026-03-08T00:00"),
            at(CALIFORNIA, "2026-03-08T12:00"));
    Duration autumn =
        calendar.counted(
            ClockKind.WORKING_HOURS,
            at(CALIFORNIA, "2026-11-01T00:00"),
            at(CALIFORNIA, "2026-11-01T12:00"));
    assertThat(spring).isEqualTo(Duration.ofHours(3));
    assertThat(autumn).isEqualTo(Duration.ofHours(5));
  }

  @ParameterizedTest
  @CsvSource({
    // The same time of another day, although 7 to 8 March is 23 hours long and 1 November 25.
    "2026-03-07T18:00:00Z, 1, 2026-03-08T17:00:00Z",
    "2026-10-31T17:00:00Z, 1, 2026-11-01T18:00:00Z",
    // Within the skipped hour it ends where that is skipped, at the latest.
    "2026-03-07T10:30:00Z, 1, 2026-03-08T10:00:00Z",
    // Within the doubled hour it ends in the first; from the second it counts as from its end.
    "2026-10-31T08:30:00Z, 1, 2026-11-01T08:30:00Z",
    "2026-10-31T09:00:00Z, 1, 2026-11-01T09:00:00Z",
    "2026-11-01T09:30:00Z, 1, 2026-11-02T10:00:00Z",
  })
  void calendar_days_go_by_the_clock_on_the_wall(Instant from, int days, Instant due) {
    WorkCalendar calendar = calendar(CalendarRules.usual(CALIFORNIA));
    assertThat(calendar.plus(from, new Limit(ClockKind.CALENDAR_DAYS, days))).isEqualTo(due);
  }

  @Test
  void spans_of_calendar_days_tell_the_skipped_hour_and_leave_the_doubled_one_out() {
    WorkCalendar calendar = calendar(CalendarRules.usual(CALIFORNIA));
    Instant march = Instant.parse("2026-03-08T10:00:00Z");
    assertThat(
            calendar.intervals(
                ClockKind.CALENDAR_DAYS, march.minusSeconds(3_600), march.plusSeconds(3_600)))
        .containsExactly(
            new Counted(march.minusSeconds(3_600), march, Duration.ofHours(2)),
            new Counted(march, march.plusSeconds(3_600), Duration.ofHours(1)));
    Instant november = Instant.parse("2026-11-01T09:00:00Z");
    assertThat(
            calendar.intervals(
                ClockKind.CALENDAR_DAYS, november.minusSeconds(60), november.plusSeconds(3_660)))
        .containsExactly(
            new Counted(november.minusSeconds(60), november, Duration.ofMinutes(1)),
            new Counted(
                november.plusSeconds(3_600), november.plusSeconds(3_660), Duration.ofMinutes(1)));
  }

  @Test
  void other_hours_can_hold_from_a_day_on() {
    WorkWeek winter = CalendarRules.usual(CHINA).weeks().get(0);
    WorkWeek summer =
        WorkWeek.fiveDays(
            LocalDate.of(2026, 6, 1), WorkSession.parseAll("08:00-12:00 15:00-18:00"));
    WorkCalendar calendar = calendar(new CalendarRules(CHINA, List.of(summer, winter), List.of()));
    assertThat(calendar.plus(at("2026-05-29T11:00"), Limit.parse("2 working hours")))
        .isEqualTo(at("2026-05-29T15:00"));
    assertThat(calendar.plus(at("2026-06-01T11:00"), Limit.parse("2 working hours")))
        .isEqualTo(at("2026-06-01T16:00"));
    assertThat(calendar.sessionsOn(LocalDate.of(1999, 12, 31)))
        .isEqualTo(winter.on(DayOfWeek.FRIDAY));
  }

  @Test
  void a_calendar_that_has_stopped_for_good_refuses() {
    WorkCalendar ended =
        calendar(
            new CalendarRules(
                CHINA,
                List.of(
                    CalendarRules.usual(CHINA).weeks().get(0),
                    new WorkWeek(LocalDate.of(2026, 3, 3), Map.of())),
                List.of()));
    assertThat(ended.plus(at("2026-03-02T16:00"), Limit.parse("2 working hours")))
        .isEqualTo(at("2026-03-02T18:00"));
    assertRefused(
        "clock-never-runs",
        () -> ended.plus(at("2026-03-02T16:00"), Limit.parse("3 working hours")));
    assertThat(ended.plus(at("2026-03-02T16:00"), Limit.parse("3 urgent hours")))
        .isEqualTo(at("2026-03-02T19:00"));
  }

  @Test
  void instants_out_of_range_are_refused() {
    Limit limit = Limit.parse("1 working day");
    assertRefused(
        "clock-out-of-range", () -> TOWN.plus(Instant.parse("1969-12-31T23:59:59Z"), limit));
    assertRefused(
        "clock-out-of-range", () -> TOWN.plus(Instant.parse("2300-01-01T00:00:00Z"), limit));
    assertRefused("clock-out-of-range", () -> TOWN.plus(Instant.MAX, limit));
    assertThat(TOWN.plus(Instant.parse("2299-12-31T23:59:59Z"), limit))
        .isAfter(Instant.parse("2300-01-01T00:00:00Z"));
    assertThat(TOWN.counted(ClockKind.WORKING_HOURS, Instant.EPOCH, at("2299-12-31T12:00")))
        .isGreaterThan(Duration.ofDays(25_000));
  }

  private static void assertRefused(String code, Runnable asked) {
    assertThatThrownBy(asked::run)
        .isInstanceOfSatisfying(Invalid.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
