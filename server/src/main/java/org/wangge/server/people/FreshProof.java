package org.wangge.server.people;

import java.time.Clock;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.fault.Forbidden;
import org.wangge.people.SessionStore;

/**
 * Asks anew who sits there before something that would last longer than a screen left alone: unless
 * the session has just begun, the password has to come along. Thread-safe.
 */
record FreshProof(
    Transactions transactions, SessionStore sessions, SignInDesk desk, Clock machine) {

  /**
   * Goes on only where whoever asks has lately shown who they are.
   *
   * @param given their password, if it came along; empty without
   * @throws Forbidden with code {@code proof-needed} or {@code sign-in-refused}
   * @throws org.wangge.server.http.TooOften with code {@code sign-in-throttled}
   */
  void require(Caller caller, SignIn given) {
    if (isJustBegun(caller)) {
      return;
    }
    if (given.password().isEmpty()) {
      throw new Forbidden("proof-needed");
    }
    var unused = desk.prove(given);
  }

  private boolean isJustBegun(Caller caller) {
    String current = caller.origin().session().orElse("");
    return transactions.read(
        tx ->
            sessions.list(tx, caller.account()).stream()
                .anyMatch(one -> one.id().equals(current) && one.isYoungAt(machine.instant())));
  }
}
