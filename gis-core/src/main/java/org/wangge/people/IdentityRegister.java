package org.wangge.people;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/**
 * Links accounts with whom a provider of single sign-on knows: for the account's owner, and for
 * whoever keeps the account. Nothing else ever links one. Thread-safe.
 */
public final class IdentityRegister {
  private final Transactions transactions;
  private final IdentityStore store;
  private final AccountRegister accounts;
  private final SessionStore sessions;

  /** Opens it. */
  public IdentityRegister(
      Transactions transactions,
      IdentityStore store,
      AccountRegister accounts,
      SessionStore sessions) {
    this.transactions = transactions;
    this.store = store;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** Those of the caller's own account, oldest first. */
  public List<Identity> list(Caller caller) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    return transactions.read(tx -> store.list(tx, own, own.account()));
  }

  /**
   * Those of an account, for whoever keeps it.
   *
   * @throws NotFound with code {@code account-unknown}
   */
  public List<Identity> listOf(Caller caller, String account) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.read(
        tx -> {
          Account seen = accounts.find(tx, keeper, account);
          return store.list(tx, keeper, seen.id());
        });
  }

  /**
   * Links one to the caller's own account; that it is theirs was shown by the provider.
   *
   * @throws Conflict with code {@code identity-taken}
   */
  public Identity link(Caller caller, String issuer, String subject) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    return transactions.write(own, tx -> link(tx, own, own.account(), issuer, subject));
  }

  /**
   * Links one to an account, by whoever keeps it and vouches that it is the same person.
   *
   * @throws Conflict with code {@code identity-taken}, or {@code account-generated} for an account
   *     of the demonstration
   */
  public Identity linkTo(Caller caller, String account, String issuer, String subject) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.write(
        keeper,
        tx -> {
          accounts.requireKept(tx, keeper, account);
          return link(tx, keeper, account, issuer, subject);
        });
  }

  private Identity link(Tx tx, Caller caller, String account, String issuer, String subject) {
    if (subject.isBlank() || subject.length() > Identity.LONGEST_SUBJECT) {
      throw new Invalid("subject", "subject-shape", Map.of("longest", Identity.LONGEST_SUBJECT));
    }
    if (accounts.isGenerated(tx, account)) {
      throw new Conflict("account-generated", Map.of("account", account));
    }
    Identity linked =
        store.add(
            tx, caller, new Identity(0, account, issuer, subject, caller.account(), tx.now()));
    tx.record(new CredentialEvent.IdentityLinked(account, linked.id()));
    return linked;
  }

  /**
   * Unlinks one of the caller's own account, and ends the account's other sessions.
   *
   * @throws NotFound with code {@code identity-unknown}
   */
  public void unlink(Caller caller, long id) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    transactions.write(own, tx -> unlink(tx, own, own.account(), id));
  }

  /** The same of an account that the caller keeps. */
  public void unlinkFrom(Caller caller, String account, long id) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    transactions.write(
        keeper,
        tx -> {
          accounts.requireKept(tx, keeper, account);
          return unlink(tx, keeper, account, id);
        });
  }

  /** Whoever came in by it is out with it. */
  private int unlink(Tx tx, Caller caller, String account, long id) {
    if (!store.remove(tx, caller, account, id)) {
      throw new NotFound("identity-unknown", Map.of("identity", id));
    }
    tx.record(new CredentialEvent.IdentityUnlinked(account, id));
    int ended = sessions.endAll(tx, account, caller.origin().session().orElse(""));
    if (ended > 0) {
      tx.record(new PeopleEvent.SessionsEnded(account, ended));
    }
    return ended;
  }
}
