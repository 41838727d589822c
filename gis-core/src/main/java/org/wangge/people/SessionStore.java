package org.wangge.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.event.Tx;

/** Keeps sessions; of what opens them only a hash. Thread-safe. */
public interface SessionStore {

  void add(Tx tx, Session session, String secretHash);

  /** The session that a secret opens, also one that is over. */
  Optional<Session> find(Tx tx, String secretHash);

  /** Those of an account, newest first, also such as are over. */
  List<Session> list(Tx tx, String account);

  /** Notes that a session was used. */
  void touch(Tx tx, String id, Instant machineNow);

  /**
   * Notes that a session of an account has shown the second factor; another secret opens it now.
   */
  void strengthen(Tx tx, String account, String id, String secretHash);

  /**
   * Ends a session of an account.
   *
   * @return whether there was one
   */
  boolean end(Tx tx, String account, String id);

  /**
   * Ends all sessions of an account but one.
   *
   * @param kept id of the one that goes on; empty for none
   * @return how many were ended
   */
  int endAll(Tx tx, String account, String kept);

  /** Removes what ended before an instant of the machine's clock. */
  void removeOver(Tx tx, Instant machineNow);
}
