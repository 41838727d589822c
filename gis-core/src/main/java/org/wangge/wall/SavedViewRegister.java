package org.wangge.wall;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;

/** Views of the wall that people keep, so that they meet them at each desk. Thread-safe. */
public final class SavedViewRegister {
  private final Transactions transactions;
  private final SavedViewStore store;

  public SavedViewRegister(Transactions transactions, SavedViewStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  public SavedViews own(Caller caller) {
    Caller owner = caller.with(Right.OWN_ACCOUNT);
    return transactions.read(tx -> store.own(tx, owner));
  }

  /**
   * Keeps others in their place.
   *
   * @param ifVersion the version the caller has seen; 0 before the first
   * @throws Conflict with code {@code version-conflict}
   * @throws Invalid as {@link SavedViews}
   */
  public SavedViews keep(Caller caller, int ifVersion, List<String> views) {
    Caller owner = caller.with(Right.OWN_ACCOUNT);
    return transactions.write(
        owner,
        tx -> {
          Conflict.unlessNewest(ifVersion, store.own(tx, owner).version());
          SavedViews next = new SavedViews(ifVersion + 1, views);
          store.keep(tx, owner, next);
          return next;
        });
  }
}
