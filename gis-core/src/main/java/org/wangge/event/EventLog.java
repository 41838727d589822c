package org.wangge.event;

import java.util.List;
import org.wangge.access.Caller;

/** The append-only log as its readers see it: numbered rows only. Thread-safe. */
public interface EventLog {

  /**
   * Events with a larger number, in order, at most {@code limit}; an empty list when there are none
   * yet.
   */
  List<NumberedEvent> after(Caller caller, long number, int limit);

  /** Number of the newest event, 0 when there is none. */
  long newest();
}
