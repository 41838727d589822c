package org.wangge.campaign;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps hazards. Reads are narrowed to the caller's scope. Thread-safe; every call belongs to its
 * transaction.
 */
public interface HazardStore {

  /** Keeps everybody else from changing one until this transaction ends. */
  void hold(Tx tx, Caller caller, long id);

  Optional<Hazard> find(Tx tx, Caller caller, long campaign, long id);

  /** Those of a campaign in the order of their ids. */
  List<Hazard> list(Tx tx, Caller caller, long campaign, HazardQuery query);

  /** Those of a unit of it, of every state. */
  List<Hazard> ofUnit(Tx tx, Caller caller, long campaign, int number);

  /** Adds one; its id is given here. */
  Hazard add(Tx tx, Caller caller, Hazard found);

  /**
   * Puts a new state in place of the one of the version before. Looks are only ever added.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Hazard changed);
}
