package org.wangge.clock;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps calendars with all their versions. Thread-safe; every call belongs to its transaction. */
public interface CalendarStore {

  /** The newest version of each calendar, that of everywhere first, then by area. */
  List<CalendarEdition> list(Tx tx, Caller caller);

  /** The newest version of a calendar. */
  Optional<CalendarEdition> find(Tx tx, Caller caller, String code);

  /** The number of a version of a calendar; empty where there is none. */
  Optional<Long> number(Tx tx, Caller caller, CalendarVersion version);

  /**
   * The number of the newest version of the calendar that counts in an area: that of the nearest
   * area upwards which has one in force.
   *
   * @param area its code; empty outside every area
   */
  long numberIn(Tx tx, Caller caller, String area);

  /** The version of a number that the store has given. */
  CalendarEdition get(Tx tx, Caller caller, long number);

  /**
   * Adds the first version of a calendar; its number is given here.
   *
   * @throws org.wangge.fault.Conflict with code {@code calendar-taken} where there is one of this
   *     code, or for this area
   */
  CalendarEdition add(Tx tx, Caller caller, CalendarEdition first, ChangeReason reason);

  /**
   * Adds a version to a calendar; its number is given here.
   *
   * @param next one more than {@code ifVersion}
   * @throws org.wangge.fault.Conflict when {@code ifVersion} is no longer the newest
   */
  CalendarEdition change(
      Tx tx, Caller caller, CalendarEdition next, int ifVersion, ChangeReason reason);
}
