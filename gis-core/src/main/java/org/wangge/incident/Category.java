package org.wangge.incident;

import java.time.Duration;
import java.time.ZoneOffset;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Limit;
import org.wangge.clock.WorkCalendar;

/**
 * A kind of incident.
 *
 * @param code stable, in kebab case
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param priority how urgent it is
 * @param limit how long handling may take from filing; whole minutes, more than none
 */
public record Category(
    String code, String nameZh, String nameEn, Priority priority, Duration limit) {

  /**
   * By which limits are counted that run round the clock: of minutes without a break no calendar
   * has a say.
   */
  public static final WorkCalendar CALENDAR =
      new WorkCalendar(new CalendarVersion("usual", 1), CalendarRules.usual(ZoneOffset.UTC));

  public Category {
    if (limit.toMinutes() < 1) {
      throw new IllegalArgumentException("a limit of less than a minute: " + code);
    }
  }

  /** The limit, as a clock takes it. */
  public Limit clockLimit() {
    return new Limit(ClockKind.URGENT_HOURS, (int) limit.toMinutes());
  }
}
