package org.wangge.shift;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps handover sheets. Reads are narrowed to the caller's scope. Thread-safe. */
public interface HandoverStore {

  /** Keeps everybody else from changing a sheet until this transaction ends. */
  void hold(Tx tx, Caller caller, long id);

  Optional<Handover> find(Tx tx, Caller caller, long id);

  /**
   * Those of an area of the tree and below it, the newest first, without what stood open.
   *
   * @param before only those with a smaller id
   */
  List<Handover> list(Tx tx, Caller caller, String area, long before, int limit);

  /** Adds one without signatures and gives it its id. */
  Handover add(Tx tx, Caller caller, Handover begun);

  /**
   * Keeps that one was signed or withdrawn: what stood open and what was said first never changes.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Handover changed);

  /** Erases what was said on one. */
  void erase(Tx tx, Caller caller, long id);

  /** Takes numbers of people out of what was said. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
