package org.wangge.people;

import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * What opens an account without its password: sessions and tokens. They end together when the
 * password is another or the account is disabled, so that nothing got by an old one lasts.
 * Thread-safe.
 *
 * @param sessions of people
 * @param tokens of programs
 */
public record WaysIn(SessionStore sessions, TokenStore tokens) {

  /**
   * Ends them all, and tells of it.
   *
   * @param kept id of the session that goes on; empty for none
   */
  public void end(Tx tx, Caller caller, String account, String kept) {
    int ended = sessions.endAll(tx, account, kept);
    if (ended > 0) {
      tx.record(new PeopleEvent.SessionsEnded(account, ended));
    }
    int revoked = tokens.revokeAll(tx, caller, account);
    if (revoked > 0) {
      tx.record(new PeopleEvent.TokensRevoked(account, revoked));
    }
  }
}
