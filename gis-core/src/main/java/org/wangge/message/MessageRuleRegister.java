package org.wangge.message;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Reads and changes how people are told, which holds everywhere. Thread-safe. */
public final class MessageRuleRegister {
  private final Transactions transactions;
  private final MessageRuleStore store;

  public MessageRuleRegister(Transactions transactions, MessageRuleStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** One for each occasion. */
  public List<MessageRule> list(Caller caller) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> store.list(tx, reader));
  }

  /** What was ever said of an occasion, the newest first. */
  public List<MessageRule> past(Caller caller, Occasion occasion) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> store.past(tx, reader, occasion));
  }

  static MessageRule of(Tx tx, Caller caller, MessageRuleStore store, Occasion occasion) {
    return store.list(tx, caller).stream()
        .filter(one -> one.occasion() == occasion)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Changes one. What was told before keeps its texts.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict}
   */
  public MessageRule change(
      Caller asking,
      Occasion occasion,
      int ifVersion,
      MessageRule.Wanted wanted,
      ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_LIMITS);
    return transactions.write(
        caller,
        tx -> {
          MessageRule rule = of(tx, caller, store, occasion);
          Conflict.unlessNewest(ifVersion, rule.version());
          MessageRule changed = rule.with(wanted, tx.now());
          store.change(tx, caller, changed, ifVersion);
          tx.record(new MessageEvent.RuleChanged(changed, reason));
          return changed;
        });
  }
}
