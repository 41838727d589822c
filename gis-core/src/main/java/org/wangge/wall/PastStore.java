package org.wangge.wall;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Reads what stood open at an instant. Thread-safe. */
public interface PastStore {

  /**
   * Incidents that had been reported by an instant and were not closed for good by then, that the
   * caller may see, in the order of their ids.
   *
   * @param limit at most this many
   */
  List<PastIncident> reportedBy(Tx tx, Caller caller, Instant at, int limit);
}
