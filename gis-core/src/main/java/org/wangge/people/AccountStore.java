package org.wangge.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Tx;

/**
 * Keeps accounts and their grants. What is listed for somebody is narrowed to accounts that hold a
 * grant within the caller's scope; whoever is to be recognised is found by {@link #find} whatever
 * the scope. Thread-safe.
 */
public interface AccountStore {

  /** The account of an id. */
  Optional<Account> find(Tx tx, String id);

  /** The account of an id, if the caller may see it. */
  Optional<Account> find(Tx tx, Caller caller, String id);

  /** Accounts in the order of their ids. */
  List<Account> list(Tx tx, Caller caller, AccountQuery query);

  /**
   * Adds an account.
   *
   * @throws org.wangge.fault.Conflict with code {@code account-taken} when the id was ever used
   */
  void add(Tx tx, Account account, String passwordHash);

  /**
   * Puts a new state of an account in place of the one of the version before.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Account changed);

  /** The hash of an account's password; empty where it has none. */
  Optional<String> passwordHash(Tx tx, String id);

  void setPasswordHash(Tx tx, String id, String hash);

  /** All grants of an account, those that are over too, oldest first. */
  List<Grant> grants(Tx tx, String account);

  /**
   * Accounts in use with their grants of some roles that hold at a grid, in the order of their ids.
   * Grants for overlay areas are all among them, wherever these lie: whether their ground holds a
   * place is not asked here.
   */
  List<GrantHolder> holders(Tx tx, HolderQuery query);

  /** Adds a grant and gives it its number. */
  Grant addGrant(Tx tx, Grant grant);

  /** Ends a grant at an instant; nothing changes where it had ended before. */
  void endGrant(Tx tx, long id, Instant end);

  /**
   * How many accounts that can be used hold a role everywhere at an instant.
   *
   * @param but not counting this account
   */
  int countEverywhere(Tx tx, Role role, Instant at, String but);
}
