package org.wangge.clock;

import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * What happens when a timer of a type of subject rings: in one transaction the subject is held, the
 * timer taken, and rung. Thread-safe.
 */
public interface TimerTarget {

  /**
   * Locks the subject's row until the end of the transaction, before its timer is. Whoever changes
   * a subject has its row first and arms its timers then; in the other order the two would wait for
   * each other.
   */
  void hold(Tx tx, Caller caller, TimerSubject subject);

  /**
   * Does what is due and records its own events. Called once for each timer, in the transaction
   * that notes that it has rung; what it throws undoes both, and it is called again later. After a
   * long stop it may be called late: {@link Timer#ringsAt} says when it should have been, and the
   * subject's clock whether it still matters.
   */
  void ring(Tx tx, Caller caller, Timer timer);
}
