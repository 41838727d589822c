package org.wangge.alarm;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Reads and changes how much each kind matters, which holds everywhere. Thread-safe. */
public final class AlarmRuleRegister {
  private final Transactions transactions;
  private final AlarmRuleStore store;

  public AlarmRuleRegister(Transactions transactions, AlarmRuleStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** One for each kind. */
  public List<AlarmRule> list(Caller caller) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> store.list(tx, reader));
  }

  /** What was ever said of a kind, the newest first. */
  public List<AlarmRule> past(Caller caller, AlarmKind kind) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> store.past(tx, reader, kind));
  }

  static AlarmRule of(Tx tx, Caller caller, AlarmRuleStore store, AlarmKind kind) {
    return store.list(tx, caller).stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Changes one. What has rung keeps the priority with which it rang.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict}
   */
  public AlarmRule change(
      Caller asking, AlarmKind kind, int ifVersion, AlarmRule.Wanted wanted, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_LIMITS);
    return transactions.write(
        caller,
        tx -> {
          AlarmRule rule = of(tx, caller, store, kind);
          Conflict.unlessNewest(ifVersion, rule.version());
          AlarmRule changed = rule.with(wanted, tx.now());
          store.change(tx, caller, changed, ifVersion);
          tx.record(new AlarmEvent.RuleChanged(changed, reason));
          return changed;
        });
  }
}
