package org.wangge.evaluation;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps what stands in public ledgers. Thread-safe; every call belongs to its transaction. */
public interface LedgerStore {

  /** The publication of an incident, be it withdrawn or not. */
  Optional<Publication> find(Tx tx, Caller caller, String incidentId);

  /**
   * Puts it in place of the one of the version before, or of none.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void put(Tx tx, Caller caller, Publication publication);

  /**
   * Those that stand in the ledger of an area of the tree, the newest first; anyone may read them.
   */
  List<Publication> list(Tx tx, Caller caller, String areaCode, int limit);
}
