package org.wangge.patrol;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps who looked at whom. Thread-safe. */
public interface LookStore {

  /** Adds looks. */
  void add(Tx tx, Caller caller, List<Look> looks);

  /** Writes until when looks lasted, and how often. */
  void goOn(Tx tx, Caller caller, List<Look> looks);

  /** Those at a person that a query asks for, what began last first. */
  List<Seen> list(Tx tx, Caller caller, String staffCode, LookQuery query);

  /** Removes what was over before an instant; gives how many. */
  int removeBefore(Tx tx, Caller caller, Instant instant);

  /**
   * A look with the screen it came from.
   *
   * @param wall what the screen on a wall is called; empty where it was none
   */
  record Seen(Look look, String wall) {}
}
