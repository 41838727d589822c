package org.wangge.people;

import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * What other features keep of somebody beside their row here, to be erased with it. Declared here,
 * bound where the program is put together. Thread-safe.
 */
@FunctionalInterface
public interface PersonalTraces {

  /** Erases, in the transaction of the erasure, what is kept of a person. */
  void erase(Tx tx, Caller caller, Person person);
}
