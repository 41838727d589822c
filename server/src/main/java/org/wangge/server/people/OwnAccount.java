package org.wangge.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;
import org.wangge.people.Account;
import org.wangge.people.AccountStore;
import org.wangge.people.Grant;
import org.wangge.people.PasswordRules;
import org.wangge.people.PeopleEvent;
import org.wangge.people.Session;
import org.wangge.people.SessionStore;
import org.wangge.people.WaysIn;

/** What people do with their own account. Thread-safe. */
final class OwnAccount {
  private static final List<String> KNOWN_WORDS = List.of("wangge", "网格");

  private final Transactions transactions;
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final WaysIn waysIn;
  private final SignInDesk desk;
  private final PasswordHashes hashes;
  private final PasswordRules rules;

  OwnAccount(
      Transactions transactions,
      AccountStore accounts,
      WaysIn waysIn,
      SignInDesk desk,
      PasswordHashes hashes,
      PasswordRules rules) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.sessions = waysIn.sessions();
    this.waysIn = waysIn;
    this.desk = desk;
    this.hashes = hashes;
    this.rules = rules;
  }

  /**
   * An account as its owner sees it.
   *
   * @param federated whether a provider vouches for them now, so that no password counts
   */
  record Seen(Account account, List<Grant> grants, boolean federated) {}

  Seen get(Caller caller) {
    caller.with(Right.OWN_ACCOUNT);
    return transactions.read(
        tx ->
            new Seen(
                accounts.find(tx, caller.account()).orElseThrow(),
                accounts.grants(tx, caller.account()),
                sessions.list(tx, caller.account()).stream()
                    .filter(one -> caller.origin().session().filter(one.id()::equals).isPresent())
                    .anyMatch(Session::federated)));
  }

  /** The account's sessions that are not over, newest first. */
  List<Session> sessions(Caller caller, Instant machineNow) {
    caller.with(Right.OWN_ACCOUNT);
    return transactions.read(
        tx ->
            sessions.list(tx, caller.account()).stream()
                .filter(one -> !one.isOverAt(machineNow))
                .toList());
  }

  /**
   * Chooses another password; every other session of the account and its tokens end.
   *
   * @param given the password of now, and from where
   */
  void changePassword(Caller caller, SignIn given, String wanted) {
    caller.with(Right.OWN_ACCOUNT);
    desk.prove(given);
    rules.check(wanted, knownWords(caller));
    String hash = hashes.hash(wanted);
    transactions.write(
        caller,
        tx -> {
          Account current = accounts.find(tx, caller.account()).orElseThrow();
          accounts.change(tx, current.withOwnPassword());
          accounts.setPasswordHash(tx, current.id(), hash);
          waysIn.end(tx, caller, current.id(), caller.origin().session().orElse(""));
          tx.record(new PeopleEvent.PasswordSet(current.id(), true));
          return 0;
        });
  }

  private static List<String> knownWords(Caller caller) {
    return Stream.concat(KNOWN_WORDS.stream(), Stream.of(caller.account())).toList();
  }

  /**
   * Ends sessions of the account.
   *
   * @param id of the one; empty for all but the one that asks
   * @return how many were ended
   * @throws NotFound with code {@code session-unknown}
   */
  int endSessions(Caller caller, Optional<String> id) {
    caller.with(Right.OWN_ACCOUNT);
    return transactions.write(
        caller,
        tx -> {
          int ended = id.isPresent() ? end(tx, caller, id.get()) : endOthers(tx, caller);
          if (ended > 0) {
            tx.record(new PeopleEvent.SessionsEnded(caller.account(), ended));
          }
          return ended;
        });
  }

  private int end(Tx tx, Caller caller, String id) {
    if (!sessions.end(tx, caller.account(), id)) {
      throw new NotFound("session-unknown", Map.of("session", id));
    }
    return 1;
  }

  private int endOthers(Tx tx, Caller caller) {
    return sessions.endAll(tx, caller.account(), caller.origin().session().orElse(""));
  }
}
