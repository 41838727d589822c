package org.wangge.server.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.audit.AuditEntry;
import org.wangge.event.Transactions;
import org.wangge.people.Account;
import org.wangge.people.AccountStore;
import org.wangge.people.IdentityStore;
import org.wangge.people.SecretHash;
import org.wangge.people.SessionLimits;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.RefusalLimit;

/** Whose account a provider's word opens, and its sessions. Thread-safe. */
final class OpenIdEntrance {
  private static final int RECORDED_A_MINUTE = 60;
  private static final int SHORT = 16;

  /** Nobody tried anything: they turned round, or nobody answered. */
  private static final Set<String> HARMLESS =
      Set.of(OpenIdRefusal.CANCELLED, OpenIdRefusal.PROVIDER_DOWN);

  private final Transactions transactions;
  private final AccountStore accounts;
  private final IdentityStore identities;
  private final RightsOfAccounts rights;
  private final SignInDesk desk;
  private final SecondFactorCheck factors;
  private final SessionBook sessions;
  private final RefusalLimit refusals = new RefusalLimit(RECORDED_A_MINUTE);

  OpenIdEntrance(
      Transactions transactions,
      AccountStore accounts,
      IdentityStore identities,
      RightsOfAccounts rights,
      SignInDesk desk,
      SecondFactorCheck factors,
      SessionBook sessions) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.identities = identities;
    this.rights = rights;
    this.desk = desk;
    this.factors = factors;
    this.sessions = sessions;
  }

  /** The account of whom a provider names, if it can be used. */
  Account accountOf(String issuer, String subject) throws OpenIdRefusal {
    String id =
        transactions
            .read(tx -> identities.find(tx, issuer, subject))
            .orElseThrow(
                () -> new OpenIdRefusal(OpenIdRefusal.IDENTITY_UNKNOWN, "nobody is linked"))
            .account();
    return account(id);
  }

  /** An account that can be used; one of the demonstration never is. */
  Account account(String id) throws OpenIdRefusal {
    return transactions
        .read(tx -> accounts.find(tx, id))
        .filter(account -> rights.isUsable(account) && !account.generated())
        .orElseThrow(() -> new OpenIdRefusal(OpenIdRefusal.ACCOUNT_OFF, "account " + id));
  }

  boolean wantsCode(Account account) {
    return factors.isSet(account.id());
  }

  void proveCode(Account account, SignIn shown) {
    desk.proveCode(
        account,
        new SignIn(
            account.id(), "", shown.code(), shown.address(), shown.agent(), shown.endedSecret()));
  }

  /**
   * Begins a session.
   *
   * @param endedHash of the secret of the one that ends
   */
  SessionBook.Begun enter(
      Account account, boolean strong, SessionLimits most, SignIn given, String endedHash) {
    return sessions.begin(
        new SessionBook.Opening(
            account, strong, true, most, given.address(), given.agent(), endedHash));
  }

  /**
   * Puts on record that somebody did not get in. Whom the provider named stands there as a hash:
   * enough to find the same one again, and nobody's name.
   */
  void putOnRecord(String code, String issuer, String subject, SignIn given) {
    OptionalInt before =
        HARMLESS.contains(code)
            ? OptionalInt.empty()
            : refusals.count(Arrival.networkOf(given.address()), System.nanoTime());
    if (before.isEmpty()) {
      return;
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("code", code);
    facts.put("way", "openid");
    if (!subject.isEmpty()) {
      facts.put("identity", SecretHash.of(issuer + " " + subject).substring(0, SHORT));
    }
    if (before.getAsInt() > 0) {
      facts.put("leftOut", before.getAsInt());
    }
    Caller nobody =
        new Caller(
            "anonymous", new Rights(Map.of()), Purpose.USE, new Origin(given.address(), null));
    transactions.write(
        nobody,
        tx -> {
          tx.audit(AuditEntry.refused("sign-in", "", facts));
          return 0;
        });
  }
}
