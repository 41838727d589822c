package org.wangge.clock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;

/**
 * The calendars at hand, for whoever starts and reads clocks. Which one counts is asked of the
 * store in the caller's transaction; what it says never changes and is kept in memory by its
 * number, which no other version ever gets. Thread-safe.
 */
public final class Calendars {
  private final CalendarStore store;
  private final Map<Long, WorkCalendar> known = new ConcurrentHashMap<>();

  public Calendars(CalendarStore store) {
    this.store = store;
  }

  /**
   * The newest version of the calendar that counts in an area.
   *
   * @param area code of an area of the tree; empty outside every one
   */
  public WorkCalendar in(Tx tx, Caller caller, String area) {
    return numbered(tx, caller, store.numberIn(tx, caller, area));
  }

  /**
   * The calendar by which a clock counts, in its version.
   *
   * @throws NotFound with code {@code calendar-unknown}
   */
  public WorkCalendar of(Tx tx, Caller caller, CalendarVersion version) {
    long number =
        store
            .number(tx, caller, version)
            .orElseThrow(
                () -> new NotFound("calendar-unknown", Map.of("calendar", version.toString())));
    return numbered(tx, caller, number);
  }

  private WorkCalendar numbered(Tx tx, Caller caller, long number) {
    WorkCalendar calendar = known.get(number);
    if (calendar == null) {
      calendar = store.get(tx, caller, number).calendar();
      known.put(number, calendar);
    }
    return calendar;
  }
}
