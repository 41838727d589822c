package org.wangge.server.people;

import org.wangge.access.Caller;
import org.wangge.event.Transactions;

/** The second thing somebody shows who wants in. Thread-safe. */
record SecondFactorCheck(Transactions transactions, SecondFactorDesk desk) {

  /** Whether an account has one. */
  boolean isSet(String account) {
    return transactions.read(tx -> desk.isNeeded(tx, Caller.upkeep(), account));
  }

  /**
   * Whether a code is right now; each is good for once.
   *
   * @throws org.wangge.server.http.TooOften {@code sign-in-throttled}
   */
  boolean check(String account, String code) {
    return desk.check(Caller.upkeep(), account, code);
  }
}
