package org.wangge.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Keeps tokens; of what opens them only a hash. Thread-safe. */
public interface TokenStore {

  /**
   * Puts one in.
   *
   * @throws Conflict {@code token-taken} when its id or hash is there already
   */
  void add(Tx tx, Caller caller, ApiToken token, String hash);

  Optional<ApiToken> find(Tx tx, Caller caller, String id);

  /** The token that a secret opens, good or not. */
  Optional<ApiToken> findByHash(Tx tx, Caller caller, String hash);

  /** Those of an account, newest first, also such as are good for nothing any more. */
  List<ApiToken> list(Tx tx, Caller caller, String account);

  /** Ends one as of the transaction; false when it had been revoked, or there is none. */
  boolean revoke(Tx tx, Caller caller, String id);

  /** Ends all of an account that were not; how many. */
  int revokeAll(Tx tx, Caller caller, String account);

  /** Notes that one was used. */
  void use(Tx tx, Caller caller, String id, Instant at);
}
