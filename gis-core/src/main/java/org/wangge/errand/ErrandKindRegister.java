package org.wangge.errand;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Transactions;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;

/** Reads and changes what can be ordered, which is the same everywhere. Thread-safe. */
public final class ErrandKindRegister {
  private final Transactions transactions;
  private final ErrandKindStore store;

  public ErrandKindRegister(Transactions transactions, ErrandKindStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** All, those out of use too. Public: residents choose among them. */
  public List<ErrandKind> list(Caller caller) {
    Caller reader = caller.with(Right.PUBLIC);
    return transactions.read(tx -> store.list(tx, reader));
  }

  /**
   * What was ever said of one, the newest first.
   *
   * @throws NotFound with code {@code errand-kind-unknown}
   */
  public List<ErrandKind> versions(Caller caller, String code) {
    Caller reader = caller.with(Right.READ_ERRANDS);
    List<ErrandKind> all = transactions.read(tx -> store.versions(tx, reader, code));
    if (all.isEmpty()) {
      throw new NotFound("errand-kind-unknown", Map.of("kind", code));
    }
    return all;
  }

  /**
   * What one shall be called, and whether it is out of use.
   *
   * @param code of one that is known, or of a new one
   */
  public record Wanted(String code, String nameZh, String nameEn, boolean retired) {}

  /**
   * Says something else of one, or adds it.
   *
   * @param ifVersion the version the caller has seen; 0 for a new one
   * @throws Conflict with code {@code version-conflict}
   */
  public ErrandKind change(Caller asking, int ifVersion, Wanted wanted, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_CATEGORIES);
    return transactions.write(
        caller,
        tx -> {
          int newest = store.find(tx, caller, wanted.code()).map(ErrandKind::version).orElse(0);
          Conflict.unlessNewest(ifVersion, newest);
          ErrandKind changed =
              new ErrandKind(
                  wanted.code(),
                  newest + 1,
                  wanted.nameZh(),
                  wanted.nameEn(),
                  wanted.retired(),
                  tx.now());
          store.add(tx, caller, changed);
          tx.record(new ErrandEvent.ErrandKindChanged(changed, reason));
          return changed;
        });
  }
}
