package org.wangge.incident.limit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps the limits of stages. Thread-safe; every call belongs to its transaction. */
public interface LimitStore {

  /** All in force, by category, condition and stage; what is said of all first. */
  List<StageLimit> list(Tx tx, Caller caller);

  /** All that were in force at an instant, in the same order. */
  List<StageLimit> listAt(Tx tx, Caller caller, Instant at);

  Optional<StageLimit> find(Tx tx, Caller caller, long id);

  /** What holds of each stage for a category and condition, as {@link StageLimits#find} has it. */
  List<StageLimit> listOf(Tx tx, Caller caller, String category, String condition);

  /**
   * Adds one; its id is given here.
   *
   * @throws org.wangge.fault.Conflict with code {@code limit-taken} where there is one for the same
   */
  StageLimit add(Tx tx, Caller caller, StageLimit limit);

  /**
   * Puts another limit in its place; what it was stays on record.
   *
   * @param changed with the version after {@code ifVersion}
   * @throws org.wangge.fault.Conflict when that is no longer the newest
   */
  void change(Tx tx, Caller caller, StageLimit changed, int ifVersion);

  /**
   * Takes one out of force; what it was stays on record.
   *
   * @throws org.wangge.fault.Conflict when {@code ifVersion} is no longer the newest
   */
  void remove(Tx tx, Caller caller, long id, int ifVersion);
}
