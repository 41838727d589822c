package org.wangge.server.people;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.audit.AuditEntry;
import org.wangge.event.Transactions;
import org.wangge.fault.Forbidden;
import org.wangge.people.Account;
import org.wangge.people.AccountStore;
import org.wangge.people.SecretHash;
import org.wangge.people.SessionLimits;
import org.wangge.people.SignInThrottle;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.TooBusy;
import org.wangge.server.http.TooOften;

/**
 * Lets people in: first whether they may try, then what costs time, then the second factor. All
 * that is wrong with an account or a password is answered alike and takes as long. Thread-safe.
 */
final class SignInDesk {
  private static final Logger log = LoggerFactory.getLogger(SignInDesk.class);

  private final Transactions transactions;
  private final AccountStore accounts;
  private final RightsOfAccounts rights;
  private final SessionBook sessions;
  private final PasswordHashes hashes;
  private final SecondFactorCheck factors;
  private final SignInThrottle throttle = new SignInThrottle();

  SignInDesk(
      Transactions transactions,
      AccountStore accounts,
      RightsOfAccounts rights,
      SessionBook sessions,
      PasswordHashes hashes,
      SecondFactorCheck factors) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.rights = rights;
    this.sessions = sessions;
    this.hashes = hashes;
    this.factors = factors;
  }

  /** An account and what its password is held against. */
  private record Candidate(Account account, String hash) {}

  /**
   * Begins a session.
   *
   * @throws TooOften with code {@code sign-in-throttled}
   * @throws TooBusy with code {@code sign-in-busy}
   * @throws Forbidden with code {@code sign-in-refused}, {@code second-factor-needed} or {@code
   *     second-factor-wrong}
   */
  SessionBook.Begun signIn(SignIn given) {
    long began = begin(given);
    Account account = proved(given, began);
    boolean strong = isStrong(given, account, began);
    throttle.succeeded(given.user(), network(given), began);
    return sessions.begin(
        new SessionBook.Opening(
            account,
            strong,
            false,
            SessionLimits.LONGEST,
            given.address(),
            given.agent(),
            SecretHash.of(given.endedSecret())));
  }

  /**
   * Whether a code is right that somebody shows for whom a provider vouches; wrong ones are counted
   * as if the password had come with them.
   *
   * @throws TooOften with code {@code sign-in-throttled}
   * @throws Forbidden with code {@code second-factor-needed} or {@code second-factor-wrong}
   */
  void proveCode(Account account, SignIn given) {
    long began = begin(given);
    boolean unused = isStrong(given, account, began);
    throttle.succeeded(given.user(), network(given), began);
  }

  /**
   * Whether a password is an account's, asked of somebody who is signed in.
   *
   * @throws Forbidden with code {@code sign-in-refused}
   */
  Account prove(SignIn given) {
    long began = begin(given);
    Account account = proved(given, began);
    throttle.undecided(given.user(), network(given), began);
    return account;
  }

  private long begin(SignIn given) {
    long now = System.nanoTime();
    SignInThrottle.Answer answer = throttle.begin(given.user(), network(given), now);
    if (!answer.isAllowed()) {
      log.warn("signing in is slowed down by rule {} for one address", answer.rule());
      throw new TooOften("sign-in-throttled", answer.retryAfterSeconds());
    }
    return now;
  }

  /** Whoever has a whole network of version 6 is throttled as one. */
  private static String network(SignIn given) {
    return Arrival.networkOf(given.address());
  }

  private Account proved(SignIn given, long began) {
    Optional<Candidate> candidate = candidate(given.user());
    boolean right;
    try {
      right = isRight(given.password(), candidate);
    } catch (TooBusy e) {
      throttle.undecided(given.user(), network(given), began);
      throw e;
    }
    if (!right) {
      throw refused(given, began, candidate.isPresent(), "sign-in-refused");
    }
    return candidate.orElseThrow().account();
  }

  private Optional<Candidate> candidate(String user) {
    return transactions.read(
        tx ->
            accounts
                .find(tx, user)
                .filter(rights::isUsable)
                .flatMap(
                    account ->
                        accounts.passwordHash(tx, user).map(hash -> new Candidate(account, hash))));
  }

  private boolean isRight(String password, Optional<Candidate> candidate) {
    if (candidate.isEmpty()) {
      hashes.spend(password);
      return false;
    }
    String hash = candidate.get().hash();
    boolean right = hashes.verify(password, hash);
    if (right && hashes.needsRehash(hash)) {
      String fresh = hashes.hash(password);
      transactions.write(
          Caller.upkeep(),
          tx -> {
            accounts.setPasswordHash(tx, candidate.get().account().id(), fresh);
            return 0;
          });
    }
    return right;
  }

  private boolean isStrong(SignIn given, Account account, long began) {
    if (!factors.isSet(account.id())) {
      return false;
    }
    if (given.code().isEmpty()) {
      throttle.undecided(given.user(), network(given), began);
      throw new Forbidden("second-factor-needed");
    }
    boolean right;
    try {
      right = factors.check(account.id(), given.code());
    } catch (TooOften e) {
      throttle.undecided(given.user(), network(given), began);
      throw e;
    }
    if (!right) {
      throw refused(given, began, true, "second-factor-wrong");
    }
    return true;
  }

  /** What was typed for an account may be a password, so only accounts that exist are named. */
  private Forbidden refused(SignIn given, long began, boolean exists, String code) {
    throttle.failed(given.user(), network(given), began);
    Caller nobody =
        new Caller(
            "anonymous", new Rights(Map.of()), Purpose.USE, new Origin(given.address(), null));
    transactions.write(
        nobody,
        tx -> {
          tx.audit(AuditEntry.refused("sign-in", exists ? given.user() : "", Map.of("code", code)));
          return 0;
        });
    return new Forbidden(code);
  }
}
