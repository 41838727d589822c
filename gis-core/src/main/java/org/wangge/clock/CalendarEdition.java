package org.wangge.clock;

import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * One version of a calendar as it is kept. It is never changed; a later one takes its place.
 *
 * @param number given by the store, never twice, from 1; 0 before
 * @param id which calendar and version
 * @param area code of the area of the tree it is for, with all below that has none of its own;
 *     empty: everywhere
 * @param name for people
 * @param since from when on it is the newest
 * @param inForce whether anything counts by it; where it is not, the calendar of an area above
 *     counts
 * @param rules when is worked
 */
public record CalendarEdition(
    long number,
    CalendarVersion id,
    String area,
    String name,
    Instant since,
    boolean inForce,
    CalendarRules rules) {
  private static final int LONGEST_NAME = 60;

  /**
   * @throws Invalid with code {@code calendar-name}
   */
  public CalendarEdition {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Invalid("name", "calendar-name", Map.of("longest", LONGEST_NAME));
    }
  }

  /** What counts by it. */
  public WorkCalendar calendar() {
    return new WorkCalendar(id, rules);
  }
}
