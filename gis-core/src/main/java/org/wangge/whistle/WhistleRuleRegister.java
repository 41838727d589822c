package org.wangge.whistle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Transactions;
import org.wangge.fault.Conflict;

/** Reads and changes how levels are called, which holds everywhere. Thread-safe. */
public final class WhistleRuleRegister {
  private final Transactions transactions;
  private final WhistleRuleStore store;

  public WhistleRuleRegister(Transactions transactions, WhistleRuleStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * One for each level.
   *
   * @param at as they were at an instant; empty: as they are
   */
  public List<WhistleRule> list(Caller caller, Optional<Instant> at) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(
        tx ->
            at.map(instant -> store.listAt(tx, reader, instant))
                .orElseGet(() -> store.list(tx, reader)));
  }

  /**
   * Changes one. Clocks that run keep what they were started with.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict}
   */
  public WhistleRule change(
      Caller asking,
      WhistleLevel level,
      int ifVersion,
      WhistleRule.Wanted wanted,
      ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_LIMITS);
    return transactions.write(
        caller,
        tx -> {
          WhistleRule rule =
              store.list(tx, caller).stream()
                  .filter(one -> one.level() == level)
                  .findFirst()
                  .orElseThrow();
          Conflict.unlessNewest(ifVersion, rule.version());
          WhistleRule changed = rule.with(wanted, tx.now());
          store.change(tx, caller, changed, ifVersion);
          tx.record(new WhistleEvent.WhistleRuleChanged(changed, reason));
          return changed;
        });
  }
}
