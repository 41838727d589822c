package org.wangge.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Counts the time of every kind of clock, by the rules of one version of a calendar. Immutable and
 * thread-safe. Instants from 1970 to 2299, cut to microseconds; every method refuses others with
 * {@code clock-out-of-range}. The rules and their reasons are in docs/decisions/028-clocks.md:
 *
 * <ul>
 *   <li>What begins in a break counts from the next session on.
 *   <li>A limit is due at the first instant at which all of it is counted: at the end of a session
 *       rather than at the start of the next, so that no break is ever given for nothing.
 *   <li>An instant is worked when the clock on the wall shows a time of a session.
 * </ul>
 */
public final class WorkCalendar {
  private final CalendarVersion id;
  private final CalendarRules rules;
  private final Map<LocalDate, SpecialDay> special;
  private final TimeLine continuous = new ContinuousLine();
  private final TimeLine working;
  private final TimeLine localDays;

  public WorkCalendar(CalendarVersion id, CalendarRules rules) {
    this.id = id;
    this.rules = rules;
    special = rules.daysByDate();
    working = new WorkingLine(rules);
    localDays = new LocalDayLine(rules.zone());
  }

  public CalendarVersion id() {
    return id;
  }

  public CalendarRules rules() {
    return rules;
  }

  /** When is worked on a day. */
  public List<WorkSession> sessionsOn(LocalDate date) {
    return rules.sessionsOn(date, special);
  }

  private TimeLine line(ClockKind kind) {
    return switch (kind) {
      case URGENT_HOURS -> continuous;
      case WORKING_HOURS, WORKING_DAYS -> working;
      case CALENDAR_DAYS -> localDays;
    };
  }

  /**
   * When a limit that begins to count is due.
   *
   * @throws org.wangge.fault.Invalid with code {@code clock-never-runs} where the calendar has not
   *     that much working time in the next hundred years
   */
  public Instant plus(Instant from, Limit limit) {
    return plus(limit.kind(), from, limit.time());
  }

  /**
   * The first instant at which an amount is counted.
   *
   * @param amount more than none
   */
  public Instant plus(ClockKind kind, Instant from, Duration amount) {
    if (amount.isNegative() || amount.isZero()) {
      throw new IllegalArgumentException("nothing to count: " + amount);
    }
    return Micros.instant(line(kind).plus(Micros.of(from), Micros.of(amount)));
  }

  /** What is counted from one instant to another; nothing where that is before it. */
  public Duration counted(ClockKind kind, Instant from, Instant to) {
    return from.isBefore(to)
        ? Micros.duration(line(kind).counted(Micros.of(from), Micros.of(to)))
        : Duration.ZERO;
  }

  /** The spans counted from one instant to another, in their order. */
  public List<Counted> intervals(ClockKind kind, Instant from, Instant to) {
    return from.isBefore(to) ? line(kind).intervals(Micros.of(from), Micros.of(to)) : List.of();
  }
}
