package org.wangge.wall;

import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps the views of each account. Thread-safe; every call belongs to its transaction. */
public interface SavedViewStore {

  /** Those of the caller's account. */
  SavedViews own(Tx tx, Caller caller);

  /**
   * Puts others in their place.
   *
   * @param next the version after the one that is kept
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void keep(Tx tx, Caller caller, SavedViews next);
}
