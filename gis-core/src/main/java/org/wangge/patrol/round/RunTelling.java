package org.wangge.patrol.round;

import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Lets people be told of their patrols; declared here, bound to messages where the program is put
 * together. Telling of the same patrol again tells nobody. Every call belongs to its transaction.
 */
public interface RunTelling {

  /** A patrol begins soon. */
  void soon(Tx tx, Caller caller, DueRun run);

  /** The time of a patrol is over, and no grid of it was entered. */
  void missed(Tx tx, Caller caller, DueRun run);
}
