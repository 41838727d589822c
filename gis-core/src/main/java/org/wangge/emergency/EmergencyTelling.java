package org.wangge.emergency;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Lets people be told that they are asked; declared here, bound to messages where the program is
 * put together. Every call belongs to its transaction.
 */
public interface EmergencyTelling {

  /** Tells everybody who is asked. */
  void ask(Tx tx, Caller caller, Emergency declared, List<EmergencyCall> calls);

  /** Somebody has said whether they come. */
  void answered(Tx tx, Caller caller, EmergencyCall call);

  /** Nobody needs to answer any more. */
  void over(Tx tx, Caller caller, Emergency ended);
}
