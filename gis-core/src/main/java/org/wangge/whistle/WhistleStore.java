package org.wangge.whistle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps whistles. Reads are narrowed to the caller's scope. Thread-safe; every call belongs to its
 * transaction.
 */
public interface WhistleStore {

  /** Keeps everybody else from changing a whistle until this transaction ends. */
  void hold(Tx tx, Caller caller, long id);

  Optional<Whistle> find(Tx tx, Caller caller, long id);

  /** Those of a query, the newest first. */
  List<Whistle> list(Tx tx, Caller caller, WhistleQuery query);

  /**
   * Adds one; its id is given here.
   *
   * @throws org.wangge.fault.Conflict with code {@code whistle-blown} where the incident has one
   *     that lasts
   */
  Whistle add(Tx tx, Caller caller, Whistle blown);

  /**
   * Puts a new state in place of the one of the version before. Calls are only ever added.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Whistle changed);

  /** Erases why whistles of an incident were blown. */
  void eraseReasons(Tx tx, Caller caller, String incidentId);

  /** Takes numbers of people out of why whistles were blown. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
