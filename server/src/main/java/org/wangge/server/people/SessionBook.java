package org.wangge.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.audit.AuditEntry;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.people.Account;
import org.wangge.people.AccountStore;
import org.wangge.people.SecretHash;
import org.wangge.people.Session;
import org.wangge.people.SessionLimits;
import org.wangge.people.SessionStore;
import org.wangge.server.http.Identities.Known;
import org.wangge.server.http.SecretTexts;

/**
 * Who is signed in. The truth is in the store, so that sessions outlive the program and one that is
 * revoked at another server ends here too; what was read from there is used for at most two
 * seconds. Thread-safe.
 */
final class SessionBook {
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
  private static final Duration TOUCHED = Duration.ofMinutes(1);
  private static final int MOST_HELD = 20_000;

  private final Transactions transactions;
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final RightsOfAccounts rights;
  private final Clock machine;
  private final Map<String, Entry> held = new ConcurrentHashMap<>();

  /** What was read of a session, and when; without a caller where there is none. */
  private record Entry(Optional<Session> session, Optional<Caller> caller, long readNanos) {

    boolean isFresh() {
      return System.nanoTime() - readNanos < FRESH_NANOS;
    }
  }

  SessionBook(
      Transactions transactions,
      AccountStore accounts,
      SessionStore sessions,
      RightsOfAccounts rights,
      Clock machine) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.sessions = sessions;
    this.rights = rights;
    this.machine = machine;
  }

  /** A session that has begun. */
  record Begun(String secret, Caller caller) {}

  /**
   * A session that is to begin.
   *
   * @param account whose
   * @param strong whether a second factor was shown
   * @param federated whether a provider of single sign-on vouches
   * @param most no longer than this, whatever the account's roles
   * @param address of the machine
   * @param agent what the browser calls itself
   * @param endedHash of the secret of the session it takes the place of; empty without one
   */
  record Opening(
      Account account,
      boolean strong,
      boolean federated,
      SessionLimits most,
      String address,
      String agent,
      String endedHash) {}

  /** Begins a session and puts that on record. */
  Begun begin(Opening opening) {
    Account account = opening.account();
    boolean strong = opening.strong();
    String secret = SecretTexts.next();
    String id = SecretTexts.next().substring(0, 16);
    Instant now = now();
    Caller nobodyYet =
        caller(account, new Rights(Map.of()), id).from(new Origin(opening.address(), id));
    Caller caller =
        transactions.write(
            nobodyYet,
            tx -> {
              Caller begun =
                  caller(account, rightsOf(tx, account, strong, opening.federated()), id);
              // Those of its roles too that it gets only when the second factor is shown.
              SessionLimits limits =
                  SessionLimits.of(rightsOf(tx, account, true, opening.federated()).roles())
                      .atMost(opening.most());
              sessions.removeOver(tx, now);
              sessions.find(tx, opening.endedHash()).ifPresent(old -> end(tx, old));
              sessions.add(
                  tx,
                  new Session(
                      id,
                      account.id(),
                      strong,
                      opening.federated(),
                      now,
                      now,
                      limits.idle(),
                      now.plus(limits.whole()),
                      opening.address(),
                      opening.agent()),
                  SecretHash.of(secret));
              tx.audit(AuditEntry.done("sign-in", account.id(), factsOf(opening)));
              return begun;
            });
    forget();
    return new Begun(secret, caller);
  }

  private static Map<String, Object> factsOf(Opening opening) {
    return opening.federated()
        ? Map.of("secondFactor", opening.strong(), "way", "openid")
        : Map.of("secondFactor", opening.strong());
  }

  private Rights rightsOf(Tx tx, Account account, boolean strong, boolean federated) {
    return federated
        ? rights.vouched(tx, account, strong, tx.now())
        : rights.of(tx, account, strong, tx.now());
  }

  private void end(Tx tx, Session old) {
    sessions.end(tx, old.account(), old.id());
  }

  /** Whose session a secret opens; using it keeps it alive. */
  Optional<Known> find(String secret) {
    String hash = SecretHash.of(secret);
    Entry entry = entry(hash);
    if (entry.caller().isEmpty()) {
      return Optional.empty();
    }
    entry.session().ifPresent(this::touch);
    Caller caller = entry.caller().get();
    return Optional.of(
        new Known(
            caller,
            () ->
                entry(hash)
                    .caller()
                    .filter(now -> now.rights().equals(caller.rights()))
                    .isPresent()));
  }

  private Entry entry(String hash) {
    Entry known = held.get(hash);
    if (known != null && known.isFresh()) {
      return known;
    }
    if (held.size() >= MOST_HELD) {
      held.values().removeIf(old -> !old.isFresh());
    }
    Entry read = transactions.read(tx -> read(tx, hash));
    held.put(hash, read);
    return read;
  }

  private Entry read(Tx tx, String hash) {
    Optional<Session> session = sessions.find(tx, hash).filter(one -> !one.isOverAt(now()));
    Optional<Caller> caller =
        session.flatMap(
            one ->
                accounts
                    .find(tx, one.account())
                    .filter(rights::isUsable)
                    .map(
                        account ->
                            caller(
                                account,
                                rightsOf(tx, account, one.strong(), one.federated()),
                                one.id())));
    return new Entry(session, caller, System.nanoTime());
  }

  private static Caller caller(Account account, Rights rights, String session) {
    return new Caller(
        account.id(), rights, Purpose.USE, new Origin(null, session), account.staffCodeOrNull());
  }

  private void touch(Session session) {
    Instant now = now();
    if (now.isAfter(session.usedAt().plus(TOUCHED))) {
      transactions.write(
          Caller.upkeep(),
          tx -> {
            sessions.touch(tx, session.id(), now);
            return 0;
          });
      forget();
    }
  }

  /**
   * The session that asks has just shown the second factor.
   *
   * @return what opens it from now on: a secret that was seen before opens no more than it did
   */
  Optional<String> strengthen(Caller caller) {
    Optional<String> id = caller.origin().session();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String secret = SecretTexts.next();
    transactions.write(
        caller,
        tx -> {
          sessions.strengthen(tx, caller.account(), id.get(), SecretHash.of(secret));
          return 0;
        });
    forget();
    return Optional.of(secret);
  }

  /** Ends the session of a secret and tells which; nothing happens where there is none. */
  Optional<Session> end(String secret) {
    Optional<Session> ended =
        transactions.write(
            Caller.upkeep(),
            tx -> {
              Optional<Session> found = sessions.find(tx, SecretHash.of(secret));
              found.ifPresent(
                  old -> {
                    end(tx, old);
                    tx.audit(AuditEntry.done("sign-out", old.account(), Map.of()));
                  });
              return found;
            });
    forget();
    return ended;
  }

  /** Something has changed: everything is read again. */
  void forget() {
    held.clear();
  }

  private Instant now() {
    return machine.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
