package org.wangge.server.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.people.AccountStore;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;

/**
 * The names of those who act under an account, masked for whoever looks, as {@link PersonNames} has
 * them. Thread-safe.
 */
public final class AccountNames {
  private final Transactions transactions;
  private final AccountStore accounts;
  private final PersonNames names;

  AccountNames(Transactions transactions, AccountStore accounts, PersonNames names) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.names = names;
  }

  /** By account; none for accounts of nobody, and of whom the caller may know nothing. */
  public Map<String, Shown> namesOf(Caller caller, Collection<String> ids) {
    Map<String, String> codes = new HashMap<>();
    transactions.read(
        tx -> {
          for (String id : Set.copyOf(ids)) {
            accounts
                .find(tx, id)
                .flatMap(account -> Optional.ofNullable(account.staffCodeOrNull()))
                .ifPresent(code -> codes.put(id, code));
          }
          return 0;
        });
    Map<String, Shown> byCode = names.namesOf(caller, codes.values());
    Map<String, Shown> byAccount = new HashMap<>();
    codes.forEach(
        (id, code) -> {
          Shown name = byCode.get(code);
          if (name != null) {
            byAccount.put(id, name);
          }
        });
    return byAccount;
  }
}
