package org.wangge.plan.together;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps what people tell each other of plans. Whoever calls has found the plan for the caller
 * before. Thread-safe; every call belongs to the transaction it is given.
 */
public interface TogetherStore {

  /**
   * Adds a snapshot; its id is given here.
   *
   * @throws org.wangge.fault.Conflict with code {@code snapshot-exists} when the plan has one of
   *     that name
   */
  Snapshot add(Tx tx, Caller caller, long planId, Snapshot snapshot);

  /** The snapshots of a plan, oldest first. */
  List<Snapshot> snapshots(Tx tx, Caller caller, long planId);

  Optional<Snapshot> snapshot(Tx tx, Caller caller, long planId, long id);

  /** Adds a comment; its id is given here. */
  Comment add(Tx tx, Caller caller, long planId, Comment comment);

  /** The comments of a plan, oldest first. */
  List<Comment> comments(Tx tx, Caller caller, long planId);

  Optional<Comment> comment(Tx tx, Caller caller, long planId, long id);

  /** Keeps whether a comment is settled. */
  void resolve(Tx tx, Caller caller, long planId, Comment comment);

  /**
   * Locks a face, or puts another lock in the place of that of the same account.
   *
   * @return false when the face is locked by another account, and stays so
   */
  boolean lock(Tx tx, Caller caller, long planId, FaceLock lock);

  /** The locks of a plan, in the order of their faces. */
  List<FaceLock> locks(Tx tx, Caller caller, long planId);

  /** Lifts the lock of a face, if there is one. */
  void unlock(Tx tx, Caller caller, long planId, String face);
}
