package org.wangge.alarm;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps how much each kind matters. Thread-safe; every call belongs to its transaction. */
public interface AlarmRuleStore {

  /** All in force, in the order of their kinds: one for each. */
  List<AlarmRule> list(Tx tx, Caller caller);

  /** What was ever said of a kind, the newest first. */
  List<AlarmRule> past(Tx tx, Caller caller, AlarmKind kind);

  /**
   * Puts another in its place; what it was stays on record.
   *
   * @throws org.wangge.fault.Conflict when {@code ifVersion} is no longer the newest
   */
  void change(Tx tx, Caller caller, AlarmRule changed, int ifVersion);
}
