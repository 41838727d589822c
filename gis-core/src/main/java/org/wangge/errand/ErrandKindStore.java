package org.wangge.errand;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps kinds of errands with all their versions. Thread-safe. */
public interface ErrandKindStore {

  /** The newest version of each, those out of use too, in the order in which they were added. */
  List<ErrandKind> list(Tx tx, Caller caller);

  /** The newest version of one. */
  Optional<ErrandKind> find(Tx tx, Caller caller, String code);

  /** Every version of one, the newest first. */
  List<ErrandKind> versions(Tx tx, Caller caller, String code);

  /**
   * Adds a version; those before stay.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void add(Tx tx, Caller caller, ErrandKind kind);
}
