package org.wangge.emergency;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wangge.event.Tx;

/** What else happens in grids; declared here, bound where the program is put together. */
public interface EmergencyHappenings {

  /**
   * An incident that was reported meanwhile.
   *
   * @param id which
   * @param number as people name it
   * @param category code of its category
   * @param grid where
   * @param reportedAt when
   * @param standing word of how it stood
   * @param open whether it was not closed
   */
  record Reported(
      String id,
      String number,
      String category,
      String grid,
      Instant reportedAt,
      String standing,
      boolean open) {}

  /** Incidents reported in some grids in [from, to), in that order. */
  List<Reported> incidents(Tx tx, Collection<String> grids, Instant from, Instant to);

  /** How many whistles were blown in [from, to), by grid. */
  Map<String, Integer> whistles(Tx tx, Collection<String> grids, Instant from, Instant to);
}
