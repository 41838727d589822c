package org.wangge.patrol.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps plans of patrols, every version of them, and how patrols went. Reads are narrowed to the
 * caller's scope: what has a grid in it. Thread-safe.
 */
public interface RoundStore {

  /** Adds a plan in its first version; answers it with its id. */
  PatrolPlan add(Tx tx, Caller caller, PatrolPlan plan);

  /**
   * Lets a version of a plan hold no longer, and the next one from then on.
   *
   * @param next the version after the newest
   * @throws org.wangge.fault.Conflict with code {@code version-conflict}
   */
  void change(Tx tx, Caller caller, PatrolPlan next);

  /**
   * Ends a plan.
   *
   * @param plan its newest version
   * @throws org.wangge.fault.Conflict with code {@code version-conflict}
   */
  void end(Tx tx, Caller caller, PatrolPlan plan, Instant at);

  /** The newest version of a plan. */
  Optional<PatrolPlan> find(Tx tx, Caller caller, long id);

  /** The newest version of every plan, the newest plan first. */
  List<PatrolPlan> list(Tx tx, Caller caller);

  /** Every version that held at some instant of a time. */
  List<PatrolPlan> holding(Tx tx, Caller caller, Span time);

  /** Patrols that were compared, in the order in which they began. */
  List<PatrolRun> runs(Tx tx, Caller caller, RunQuery query);

  /** One of them. */
  Optional<PatrolRun> findRun(Tx tx, Caller caller, long id);

  /** Keeps how a patrol went, in place of what was kept of it before. */
  void keep(Tx tx, Caller caller, PatrolRun run);

  /** Of people, or of grids: those over that began in a time. */
  List<RunTally> tallies(Tx tx, Caller caller, RunQuery query, boolean byGrid);

  /** When somebody last walked in each grid, as far as is on record; by code. */
  Map<String, Instant> lastWalked(Tx tx, Caller caller);

  /** Takes away patrols that were over before an instant; answers how many. */
  int removeBefore(Tx tx, Caller caller, Instant instant);
}
