package org.wangge.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * When is worked: what somebody says of a calendar.
 *
 * @param zone whose clocks on the wall the sessions are told by
 * @param weeks the ordinary weeks, in the order of their first days; the first also holds for all
 *     time before it
 * @param days unlike their weeks, in the order of their dates
 */
public record CalendarRules(ZoneId zone, List<WorkWeek> weeks, List<SpecialDay> days) {
  private static final int MOST_WEEKS = 200;
  private static final int MOST_DAYS = 5_000;

  /**
   * @throws Invalid with code {@code calendar-weeks}, {@code calendar-days}, {@code
   *     calendar-day-twice} or {@code make-up-sessions}
   */
  public CalendarRules {
    weeks = weeks.stream().sorted(Comparator.comparing(WorkWeek::from)).toList();
    days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
    if (weeks.isEmpty() || weeks.size() > MOST_WEEKS) {
      throw new Invalid("weeks", "calendar-weeks", Map.of("most", MOST_WEEKS));
    }
    if (days.size() > MOST_DAYS) {
      throw new Invalid("days", "calendar-days", Map.of("most", MOST_DAYS));
    }
    requireOnce(weeks.stream().map(WorkWeek::from).toList(), "weeks");
    requireOnce(days.stream().map(SpecialDay::date).toList(), "days");
    for (SpecialDay day : days) {
      requireSessions(weeks, day);
    }
  }

  private static void requireOnce(List<LocalDate> ascending, String field) {
    for (int i = 1; i < ascending.size(); i++) {
      if (ascending.get(i).equals(ascending.get(i - 1))) {
        throw new Invalid(field, "calendar-day-twice", Map.of("date", ascending.get(i).toString()));
      }
    }
  }

  private static void requireSessions(List<WorkWeek> weeks, SpecialDay day) {
    boolean known =
        day.kind() == SpecialDay.Kind.HOLIDAY
            || !day.sessions().isEmpty()
            || weekOf(weeks, day.date()).firstWorkingDay().isPresent();
    if (!known) {
      throw new Invalid("days", "make-up-sessions", Map.of("date", day.date().toString()));
    }
  }

  /** Weekdays from eight to twelve and from two to six, the field's default, without holidays. */
  public static CalendarRules usual(ZoneId zone) {
    List<WorkSession> sessions = WorkSession.parseAll("08:00-12:00 14:00-18:00");
    return new CalendarRules(
        zone, List.of(WorkWeek.fiveDays(LocalDate.of(2000, 1, 1), sessions)), List.of());
  }

  private static WorkWeek weekOf(List<WorkWeek> weeks, LocalDate date) {
    WorkWeek found = weeks.get(0);
    for (WorkWeek week : weeks) {
      if (!week.from().isAfter(date)) {
        found = week;
      }
    }
    return found;
  }

  /** The ordinary week that holds on a day. */
  public WorkWeek weekOf(LocalDate date) {
    return weekOf(weeks, date);
  }

  /** The days unlike their weeks, by their dates. */
  Map<LocalDate, SpecialDay> daysByDate() {
    Map<LocalDate, SpecialDay> found = new HashMap<>();
    days.forEach(day -> found.put(day.date(), day));
    return found;
  }

  /** The sessions of a day, given the days unlike their weeks. */
  List<WorkSession> sessionsOn(LocalDate date, Map<LocalDate, SpecialDay> special) {
    SpecialDay day = special.get(date);
    if (day == null) {
      return weekOf(date).on(date.getDayOfWeek());
    }
    return day.kind() == SpecialDay.Kind.HOLIDAY || !day.sessions().isEmpty()
        ? day.sessions()
        : weekOf(date).firstWorkingDay().orElseThrow();
  }
}
