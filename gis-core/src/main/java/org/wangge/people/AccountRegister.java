package org.wangge.people;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;

/**
 * Keeps accounts and what they may do: for whoever has the right to, within that right's scope.
 * Nobody changes their own grants, and the last who keeps accounts everywhere stays. Thread-safe.
 */
public final class AccountRegister {
  private final Transactions transactions;
  private final AccountStore store;
  private final WaysIn waysIn;

  public AccountRegister(Transactions transactions, AccountStore store, WaysIn waysIn) {
    this.transactions = transactions;
    this.store = store;
    this.waysIn = waysIn;
  }

  /**
   * An account with what it may do.
   *
   * @param account who
   * @param grants what, those that are over too
   */
  public record Kept(Account account, List<Grant> grants) {
    public Kept {
      grants = List.copyOf(grants);
    }
  }

  /** Accounts in the order of their ids. */
  public List<Kept> list(Caller caller, AccountQuery query) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.read(
        tx ->
            store.list(tx, keeper, query).stream()
                .map(account -> new Kept(account, store.grants(tx, account.id())))
                .toList());
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code account-unknown}, also where the caller may not see it
   */
  public Kept get(Caller caller, String id) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.read(tx -> kept(tx, keeper, id));
  }

  private Kept kept(Tx tx, Caller keeper, String id) {
    return new Kept(find(tx, keeper, id), store.grants(tx, id));
  }

  Account find(Tx tx, Caller keeper, String id) {
    return store
        .find(tx, keeper, id)
        .orElseThrow(() -> new NotFound("account-unknown", Map.of("account", id)));
  }

  /**
   * Adds an account, good for nothing until its owner has chosen a password.
   *
   * @param staffCodeOrNull code of the person; null for nobody
   * @param passwordHash of what its owner signs in with the first time
   * @param first its first grant: whoever keeps accounts in one area only can add none without
   * @throws Conflict with code {@code account-taken}
   */
  public Kept add(
      Caller caller,
      String id,
      @Nullable String staffCodeOrNull,
      String passwordHash,
      NewGrant first) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    check(keeper, first);
    Account.checkId(id);
    return transactions.write(
        keeper,
        tx -> {
          Account account =
              new Account(id, 1, AccountState.ACTIVE, staffCodeOrNull, true, tx.now(), false);
          store.add(tx, account, passwordHash);
          tx.record(new PeopleEvent.AccountAdded(id));
          give(tx, keeper, id, first);
          return kept(tx, keeper, id);
        });
  }

  /**
   * A grant that is to be.
   *
   * @param role what
   * @param areaOrNull where; null everywhere
   * @param validityOrNull when; null from now on
   */
  public record NewGrant(
      Role role, @Nullable AreaKey areaOrNull, @Nullable Validity validityOrNull) {}

  /** Disables an account and ends its sessions, or makes it usable again. */
  public Kept setState(Caller caller, String id, int ifVersion, AccountState state) {
    return change(
        caller,
        id,
        ifVersion,
        account -> account.in(state),
        tx -> {
          if (state == AccountState.DISABLED) {
            requireAnother(tx, id);
            waysIn.end(tx, caller, id, "");
          }
          tx.record(new PeopleEvent.AccountStateChanged(id, state));
        });
  }

  /** Sets a password that its owner changes at once, and ends the account's sessions. */
  public Kept resetPassword(Caller caller, String id, int ifVersion, String passwordHash) {
    return change(
        caller,
        id,
        ifVersion,
        account -> account.withPassword(true),
        tx -> {
          store.setPasswordHash(tx, id, passwordHash);
          waysIn.end(tx, caller, id, "");
          tx.record(new PeopleEvent.PasswordSet(id, false));
        });
  }

  /** What else a change does, in its transaction. */
  @FunctionalInterface
  private interface Also {
    void in(Tx tx);
  }

  private Kept change(
      Caller caller, String id, int ifVersion, UnaryOperator<Account> edit, Also also) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.write(
        keeper,
        tx -> {
          Account current = find(tx, keeper, id);
          requireWhole(tx, keeper, id);
          Conflict.unlessNewest(ifVersion, current.version());
          store.change(tx, edit.apply(current));
          also.in(tx);
          return kept(tx, keeper, id);
        });
  }

  /** Gives a role. */
  public Kept grant(Caller caller, String id, NewGrant wanted) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    refuseSelf(caller, id);
    check(keeper, wanted);
    return transactions.write(
        keeper,
        tx -> {
          // Whoever adds the first grant of an area need not have seen the account before.
          if (store.find(tx, id).isEmpty()) {
            throw new NotFound("account-unknown", Map.of("account", id));
          }
          give(tx, keeper, id, wanted);
          return kept(tx, keeper, id);
        });
  }

  private void give(Tx tx, Caller keeper, String id, NewGrant wanted) {
    Validity validity =
        wanted.validityOrNull() == null ? Validity.since(tx.now()) : wanted.validityOrNull();
    Grant grant =
        store.addGrant(
            tx, new Grant(0, id, wanted.role(), wanted.areaOrNull(), validity, keeper.account()));
    tx.record(new PeopleEvent.Granted(id, grant.id(), grant.role(), grant.area()));
  }

  /** Takes a role back, from now on. */
  public Kept endGrant(Caller caller, String id, long grantId) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    refuseSelf(caller, id);
    return transactions.write(
        keeper,
        tx -> {
          Grant grant =
              kept(tx, keeper, id).grants().stream()
                  .filter(one -> one.id() == grantId)
                  .findFirst()
                  .orElseThrow(() -> new NotFound("grant-unknown", Map.of("grant", grantId)));
          requireIn(keeper, grant.areaOrNull());
          if (grant.role() == Role.ADMINISTRATOR && grant.area().isEmpty()) {
            requireAnother(tx, id);
          }
          store.endGrant(tx, grantId, tx.now());
          tx.record(new PeopleEvent.GrantEnded(id, grantId, grant.role()));
          return new Kept(store.find(tx, id).orElseThrow(), store.grants(tx, id));
        });
  }

  /** Ends all sessions of an account. */
  public int endSessions(Caller caller, String id) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.write(
        keeper,
        tx -> {
          requireKept(tx, keeper, id);
          return endSessions(tx, id, "");
        });
  }

  private int endSessions(Tx tx, String id, String kept) {
    int ended = waysIn.sessions().endAll(tx, id, kept);
    if (ended > 0) {
      tx.record(new PeopleEvent.SessionsEnded(id, ended));
    }
    return ended;
  }

  private static void check(Caller keeper, NewGrant wanted) {
    requireIn(keeper, wanted.areaOrNull());
    if (!wanted.role().isGranted()) {
      throw new Invalid("role", "role-not-granted", Map.of("role", wanted.role().word()));
    }
  }

  private static void requireIn(Caller keeper, @Nullable AreaKey area) {
    AreaScope scope = keeper.scope();
    boolean inScope =
        area != null && area.partition().equals(Partition.TREE) && scope.covers(area.code());
    if (!scope.everywhere() && !inScope) {
      throw new Forbidden("area-scope");
    }
  }

  /**
   * Who keeps accounts in one area changes no account that also works elsewhere, or will: whoever
   * sets its password today would have it on the day its other grant begins.
   */
  private void requireWhole(Tx tx, Caller keeper, String id) {
    store.grants(tx, id).stream()
        .filter(grant -> !grant.isOverAt(tx.now()))
        .forEach(grant -> requireIn(keeper, grant.areaOrNull()));
  }

  /** Refuses who may not change an account as a whole. */
  void requireKept(Tx tx, Caller keeper, String id) {
    find(tx, keeper, id);
    requireWhole(tx, keeper, id);
  }

  /** Whether an account belongs to the demonstration. */
  boolean isGenerated(Tx tx, String id) {
    return store.find(tx, id).filter(Account::generated).isPresent();
  }

  private static void refuseSelf(Caller caller, String id) {
    if (caller.account().equals(id)) {
      throw new Forbidden("own-grants");
    }
  }

  private void requireAnother(Tx tx, String id) {
    boolean keeps =
        store.grants(tx, id).stream()
            .anyMatch(
                grant ->
                    grant.role() == Role.ADMINISTRATOR
                        && grant.area().isEmpty()
                        && grant.holdsAt(tx.now()));
    if (keeps && store.countEverywhere(tx, Role.ADMINISTRATOR, tx.now(), id) == 0) {
      throw new Conflict("last-administrator", Map.of("account", id));
    }
  }
}
