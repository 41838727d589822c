package org.wangge.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.fault.Invalid;

class CalendarRulesTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 7);
  private static final List<WorkWeek> NEVER = List.of(new WorkWeek(DAY, Map.of()));

  @Test
  void sessions_are_written_and_read() {
    assertThat(WorkSession.words(WorkSession.parseAll("00:00-06:30 22:00-24:00")))
        .isEqualTo("00:00-06:30 22:00-24:00");
    assertThat(WorkSession.parseAll("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8:00-12:00", "12:00-08:00", "08:00-08:00", "08:00-24:01", "08:00", "08:60-09:00"})
  void what_is_no_session_is_refused(String words) {
    assertRefused("work-session", () -> WorkSession.parse(words));
  }

  @Test
  void what_contradicts_itself_is_refused() {
    List<WorkWeek> usual = CalendarRules.usual(CHINA).weeks();
    List<WorkSession> crossed = WorkSession.parseAll("08:00-12:00 11:00-18:00");
    assertRefused("work-sessions", () -> WorkWeek.fiveDays(DAY, crossed));
    List<WorkSession> one = WorkSession.parseAll("08:00-12:00");
    assertRefused("holiday-sessions", () -> new SpecialDay(DAY, SpecialDay.Kind.HOLIDAY, one));
    assertRefused("calendar-weeks", () -> new CalendarRules(CHINA, List.of(), List.of()));
    List<SpecialDay> twice = List.of(SpecialDay.holiday(DAY), SpecialDay.makeUp(DAY));
    assertRefused("calendar-day-twice", () -> new CalendarRules(CHINA, usual, twice));
    List<WorkWeek> doubled = List.of(usual.get(0), usual.get(0));
    assertRefused("calendar-day-twice", () -> new CalendarRules(CHINA, doubled, List.of()));
    List<SpecialDay> makeUp = List.of(SpecialDay.makeUp(DAY));
    assertRefused("make-up-sessions", () -> new CalendarRules(CHINA, NEVER, makeUp));
    assertRefused("calendar-code", () -> new CalendarVersion("Town!", 1));
  }

  @Test
  void a_make_up_day_with_sessions_of_its_own_needs_no_week_that_works() {
    CalendarRules rules =
        new CalendarRules(
            CHINA,
            NEVER,
            List.of(
                new SpecialDay(DAY, SpecialDay.Kind.MAKE_UP, WorkSession.parseAll("08:00-12:00"))));
    WorkCalendar calendar = new WorkCalendar(new CalendarVersion("town", 1), rules);
    assertThat(calendar.sessionsOn(DAY)).hasSize(1);
    assertThat(calendar.rules()).isEqualTo(rules);
  }

  private static void assertRefused(String code, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(Invalid.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
