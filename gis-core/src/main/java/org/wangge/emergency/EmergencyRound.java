package org.wangge.emergency;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Takes a task from door to door; declared here, bound to campaigns where the program is put
 * together. Every call belongs to its transaction.
 */
public interface EmergencyRound {

  /**
   * How far it is in a grid.
   *
   * @param doors households to go to
   * @param done where it is done
   */
  record Progress(int doors, int done) {}

  /** Begins one over some grids and answers its id. */
  long begin(Tx tx, Caller caller, Emergency.Plan plan, List<String> grids);

  /** Ends one, unless it is over. */
  void end(Tx tx, Caller caller, long id);

  /** How far one is, by grid. */
  Map<String, Progress> progress(Tx tx, long id);
}
