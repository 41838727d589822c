package org.wangge.whistle;

import java.time.Instant;
import java.util.Optional;

/** Who knows where people on duty are: declared here, told by whoever follows them. Thread-safe. */
@FunctionalInterface
public interface ArrivalProof {

  /**
   * Since when somebody is known to be in a grid.
   *
   * @param staffCode of the person
   * @param grid its code
   * @param since what was known before counts for nothing
   * @return empty where they were not seen there, or have left again
   */
  Optional<Instant> in(String staffCode, String grid, Instant since);
}
