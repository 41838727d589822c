package org.wangge.server.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Right;
import org.wangge.access.Rights;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.OverlayGround;
import org.wangge.grid.Partition;
import org.wangge.people.AccountRegister;
import org.wangge.people.AccountStore;
import org.wangge.people.CredentialEvent;
import org.wangge.people.HolderQuery;
import org.wangge.people.IdentityRegister;
import org.wangge.people.IdentityStore;
import org.wangge.people.PasswordRules;
import org.wangge.people.PeopleEvent;
import org.wangge.people.PersonNames;
import org.wangge.people.SessionStore;
import org.wangge.people.WaysIn;
import org.wangge.server.config.DataFolder;
import org.wangge.server.http.Identities;
import org.wangge.server.storage.Database;

/** Puts accounts and signing in together. */
public final class PeopleModule implements Identities {
  private final AccountStore accounts = new JdbcAccountStore();
  private final SessionStore sessions = new JdbcSessionStore();
  private final IdentityStore identities = new JdbcIdentityStore();
  private final PasswordHashes hashes;
  private final Transactions transactions;
  private final RightsOfAccounts rights;
  private final FirstAccounts first;
  private final SessionBook book;
  private final SessionHttp sessionHttp;
  private final OwnAccountHttp ownHttp;
  private final AccountHttp accountHttp;
  private final SecondFactorHttp factorHttp;
  private final CredentialModule credentials;
  private final OpenIdModule openId;

  /**
   * Puts it together.
   *
   * @param atlas the areas of this moment, for the ground of overlay areas
   * @param demonstration whether the accounts of the demonstration are good for anything here
   * @param folder holds the key of second factors and the settings of single sign-on
   * @param clock the program's
   * @param machine the machine's, by which sessions end
   */
  public PeopleModule(
      Database database,
      Supplier<AreaAtlas> atlas,
      boolean demonstration,
      DataFolder folder,
      Clock clock,
      Clock machine) {
    hashes = demonstration ? PasswordHashes.ofShownPasswords() : new PasswordHashes();
    rights =
        new RightsOfAccounts(
            accounts, key -> atlas.get().find(key).flatMap(OverlayGround::of), demonstration);
    SecondFactorDesk factorDesk =
        new SecondFactorDesk(
            database,
            new JdbcSecondFactorStore(),
            sessions,
            new SealedSecrets(folder.secret("second-factor")),
            machine);
    SecondFactorCheck factors = new SecondFactorCheck(database, factorDesk);
    WaysIn waysIn = new WaysIn(sessions, new JdbcTokenStore());
    transactions = database;
    first = new FirstAccounts(database, accounts, hashes);
    book = new SessionBook(database, accounts, sessions, rights, machine);
    SignInDesk desk = new SignInDesk(database, accounts, rights, book, hashes, factors);
    OwnAccount own =
        new OwnAccount(
            database, accounts, waysIn, desk, hashes, new PasswordRules(new GuessablePasswords()));
    factorHttp = new SecondFactorHttp(factorDesk, desk, book, () -> siteName(atlas.get()));
    FreshProof proof = new FreshProof(database, sessions, desk, machine);
    credentials = new CredentialModule(database, accounts, rights, proof, clock, machine);
    AccountRegister register = new AccountRegister(database, accounts, waysIn);
    openId =
        new OpenIdModule(
            folder,
            new IdentityRegister(database, identities, register, sessions),
            new OpenIdEntrance(database, accounts, identities, rights, desk, factors, book),
            desk,
            machine);
    sessionHttp = new SessionHttp(desk, book, openId.http());
    ownHttp = new OwnAccountHttp(own, book, factors, proof, clock, machine);
    accountHttp = new AccountHttp(register, hashes, clock);
    database.afterCommit(
        events -> {
          if (events.stream().anyMatch(PeopleEvent.class::isInstance)) {
            book.forget();
            credentials.forget();
          } else if (events.stream().anyMatch(CredentialEvent.class::isInstance)) {
            credentials.forget();
          }
        });
  }

  @Override
  public Optional<Known> find(Proof proof, String secret) {
    return switch (proof) {
      case SESSION -> book.find(secret);
      case WALL -> credentials.findWall(secret);
      case TOKEN -> credentials.findByToken(secret);
    };
  }

  private static String siteName(AreaAtlas atlas) {
    return atlas.roots(Partition.TREE).stream()
        .findFirst()
        .map(root -> "Wangge " + root.name())
        .orElse("Wangge");
  }

  /** Adds the accounts that a program starts with. */
  public FirstAccounts first() {
    return first;
  }

  public SessionHttp http() {
    return sessionHttp;
  }

  public OwnAccountHttp own() {
    return ownHttp;
  }

  public SecondFactorHttp secondFactor() {
    return factorHttp;
  }

  /** The names of those who act under accounts. */
  public AccountNames names(PersonNames persons) {
    return new AccountNames(transactions, accounts, persons);
  }

  /**
   * Accounts in use that bring a right at a place, in the order of their ids.
   *
   * @param amongOrNull only of these; null for all
   */
  public List<String> holders(
      Tx tx, Right right, String grid, LatticePoint at, @Nullable Set<String> amongOrNull) {
    return accounts
        .holders(tx, new HolderQuery(right.roles(), grid, tx.now(), amongOrNull))
        .stream()
        .filter(one -> rights.isUsable(one.account()))
        .filter(one -> covers(rights.of(one, tx.now()), grid, at))
        .map(one -> one.account().id())
        .toList();
  }

  private static boolean covers(Rights rights, String grid, LatticePoint at) {
    return rights.scopes().values().stream().anyMatch(scope -> scope.covers(grid, at));
  }

  /** Tokens and devices. */
  public CredentialModule credentials() {
    return credentials;
  }

  /** Single sign-on. */
  public OpenIdModule openId() {
    return openId;
  }

  public AccountHttp accounts() {
    return accountHttp;
  }
}
