package org.wangge.clock;

import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Who has running clocks, and moves their due times when a calendar is changed. Called in the
 * transaction of the change, so that no clock runs by a calendar that is no longer the newest.
 */
@FunctionalInterface
public interface CalendarFollower {

  /**
   * Has the clocks of an area follow the calendars that count there now.
   *
   * @param changed what is the newest now; areas below its own may have a calendar of their own
   */
  void follow(Tx tx, Caller caller, CalendarEdition changed);
}
