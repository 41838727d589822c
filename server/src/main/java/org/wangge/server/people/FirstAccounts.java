package org.wangge.server.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.Validity;
import org.wangge.people.Account;
import org.wangge.people.AccountState;
import org.wangge.people.AccountStore;
import org.wangge.people.Grant;
import org.wangge.people.PeopleEvent;

/** The accounts that a program starts with: its first administrator, or a demonstration's. */
public final class FirstAccounts {
  private static final String ADMINISTRATOR = "administrator";

  private final Transactions transactions;
  private final AccountStore accounts;
  private final PasswordHashes hashes;

  FirstAccounts(Transactions transactions, AccountStore accounts, PasswordHashes hashes) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.hashes = hashes;
  }

  /**
   * An administrator who was added just now.
   *
   * @param account id
   * @param password good for the first time; it is kept nowhere
   */
  public record Administrator(String account, String password) {
    @Override
    public String toString() {
      return "Administrator " + account;
    }
  }

  /** Adds an administrator where nobody else, of whatever state, was ever one everywhere. */
  public Optional<Administrator> addAdministrator() {
    if (transactions.read(tx -> accounts.find(tx, ADMINISTRATOR)).isPresent()) {
      return Optional.empty();
    }
    String password = FirstPasswords.next();
    String hash = hashes.hash(password);
    transactions.write(
        Caller.upkeep(),
        tx -> {
          add(tx, account(ADMINISTRATOR, null, true, false, tx.now()), hash, Role.ADMINISTRATOR);
          return 0;
        });
    return Optional.of(new Administrator(ADMINISTRATOR, password));
  }

  /**
   * Adds the accounts of a demonstration that are not there yet, all with one password, each with
   * its role everywhere.
   *
   * @param staffCodes of those accounts that are somebody's
   */
  public void addDemonstration(
      Map<String, Role> roles, Map<String, String> staffCodes, String password) {
    boolean known =
        transactions.read(
            tx -> roles.keySet().stream().allMatch(id -> accounts.find(tx, id).isPresent()));
    if (known) {
      return;
    }
    String hash = hashes.hash(password);
    transactions.write(
        Caller.upkeep(),
        tx -> {
          roles.forEach(
              (id, role) -> {
                if (accounts.find(tx, id).isEmpty()) {
                  add(tx, account(id, staffCodes.get(id), false, true, tx.now()), hash, role);
                }
              });
          return 0;
        });
  }

  private static Account account(
      String id, @Nullable String staffCode, boolean mustChange, boolean generated, Instant at) {
    return new Account(id, 1, AccountState.ACTIVE, staffCode, mustChange, at, generated);
  }

  private void add(Tx tx, Account account, String hash, Role role) {
    accounts.add(tx, account, hash);
    tx.record(new PeopleEvent.AccountAdded(account.id()));
    Grant grant =
        accounts.addGrant(
            tx, new Grant(0, account.id(), role, null, Validity.since(tx.now()), "wangge"));
    tx.record(new PeopleEvent.Granted(account.id(), grant.id(), role, grant.area()));
  }
}
