package org.wangge.server.people;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.access.Ground;
import org.wangge.access.Rights;
import org.wangge.event.Tx;
import org.wangge.grid.AreaKey;
import org.wangge.people.Account;
import org.wangge.people.AccountStore;
import org.wangge.people.GrantHolder;
import org.wangge.people.GrantedRights;

/** What accounts may do at this moment. Thread-safe. */
final class RightsOfAccounts {
  private final AccountStore accounts;
  private final Function<AreaKey, Optional<? extends Ground>> groundOf;
  private final boolean demonstration;

  /**
   * Makes one.
   *
   * @param groundOf the ground of an overlay area as it is now
   * @param demonstration whether accounts of the demonstration are good for anything here
   */
  RightsOfAccounts(
      AccountStore accounts,
      Function<AreaKey, Optional<? extends Ground>> groundOf,
      boolean demonstration) {
    this.accounts = accounts;
    this.groundOf = groundOf;
    this.demonstration = demonstration;
  }

  /** Whether anybody may sign in with an account. */
  boolean isUsable(Account account) {
    return account.isActive() && (demonstration || !account.generated());
  }

  /**
   * What an account may do.
   *
   * @param strong whether its session began with a second factor; the demonstration has none
   */
  Rights of(Tx tx, Account account, boolean strong, Instant at) {
    return account.mustChangePassword() ? GrantedRights.member() : vouched(tx, account, strong, at);
  }

  /** The same out of some of its grants, in a session that began without a second factor. */
  Rights of(GrantHolder holder, Instant at) {
    Account account = holder.account();
    return account.mustChangePassword()
        ? GrantedRights.member()
        : GrantedRights.of(holder.grants(), at, account.generated(), groundOf);
  }

  /** The same where a provider vouches for who it is: no password counts for it, chosen or not. */
  Rights vouched(Tx tx, Account account, boolean strong, Instant at) {
    return GrantedRights.of(
        accounts.grants(tx, account.id()), at, strong || account.generated(), groundOf);
  }
}
