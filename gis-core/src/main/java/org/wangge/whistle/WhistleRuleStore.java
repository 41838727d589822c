package org.wangge.whistle;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps how levels are called. Thread-safe; every call belongs to its transaction. */
public interface WhistleRuleStore {

  /** All in force, in the order of their levels: one for each. */
  List<WhistleRule> list(Tx tx, Caller caller);

  /** All that were in force at an instant, in the same order; fewer before there were any. */
  List<WhistleRule> listAt(Tx tx, Caller caller, Instant at);

  /**
   * Puts another in its place; what it was stays on record.
   *
   * @throws org.wangge.fault.Conflict when {@code ifVersion} is no longer the newest
   */
  void change(Tx tx, Caller caller, WhistleRule changed, int ifVersion);
}
