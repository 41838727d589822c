package org.wangge.visit;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;

/** Which doors are gone to how often: rules as data. Thread-safe. */
public final class VisitRuleRegister {
  private final Transactions transactions;
  private final VisitStore store;

  public VisitRuleRegister(Transactions transactions, VisitStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Rules that hold somewhere in the caller's areas, in the order of their ids. */
  public List<VisitRule> list(Caller caller, boolean retiredToo) {
    Caller reader = caller.with(Right.READ_VISITS);
    return transactions.read(
        tx ->
            store.rules(tx, reader, retiredToo).stream()
                .filter(one -> isSeen(reader, one))
                .toList());
  }

  /** One of whose areas lies in the caller's, or holds it. */
  private static boolean isSeen(Caller reader, VisitRule rule) {
    return rule.plan().areas().stream()
        .anyMatch(
            area ->
                reader.scope().covers(area)
                    || !reader.scope().grounds().isEmpty()
                    || reader.scope().areaCodes().stream().anyMatch(own -> own.startsWith(area)));
  }

  /** Whether somebody may change a rule: where all its areas are theirs. */
  public static boolean keeps(Caller caller, VisitRule rule) {
    return caller.has(Right.KEEP_VISIT_RULES)
        && rule.plan().areas().stream()
            .allMatch(caller.with(Right.KEEP_VISIT_RULES).scope()::covers);
  }

  /**
   * Lets one hold from now on.
   *
   * @throws Forbidden with code {@code area-scope} where an area is not the caller's
   */
  public VisitRule begin(Caller caller, VisitRule.Plan plan) {
    Caller keeper = keeper(caller, plan);
    return transactions.write(
        caller,
        tx -> {
          VisitRule kept = store.addRule(tx, keeper, VisitRule.begin(plan, tx.now(), false));
          tx.record(new VisitEvent.VisitRuleChanged(kept));
          return kept;
        });
  }

  /**
   * Lets one say something else.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code visit-rule-unknown}
   * @throws Conflict with code {@code version-conflict} or {@code visit-rule-retired}
   * @throws Forbidden with code {@code area-scope} where an area, before or after, is not the
   *     caller's
   */
  public VisitRule change(Caller caller, long id, int ifVersion, VisitRule.Plan plan) {
    return transactions.write(
        caller,
        tx -> {
          VisitRule rule = held(tx, caller, id, ifVersion);
          Caller keeper = keeper(caller, plan);
          return put(tx, keeper, rule.changed(plan));
        });
  }

  /**
   * Ends one: nobody goes by it any more, and its visits stay.
   *
   * @throws NotFound as {@link #change}
   * @throws Conflict as {@link #change}
   * @throws Forbidden as {@link #change}
   */
  public VisitRule retire(Caller caller, long id, int ifVersion) {
    return transactions.write(
        caller, tx -> put(tx, caller, held(tx, caller, id, ifVersion).ended()));
  }

  private VisitRule held(Tx tx, Caller caller, long id, int ifVersion) {
    Caller reader = caller.with(Right.KEEP_VISIT_RULES);
    VisitRule rule =
        store
            .findRule(tx, reader, id)
            .filter(one -> isSeen(reader, one))
            .orElseThrow(() -> new NotFound("visit-rule-unknown", Map.of("rule", id)));
    Conflict.unlessNewest(ifVersion, rule.version());
    if (rule.retired()) {
      throw new Conflict("visit-rule-retired", Map.of("rule", id));
    }
    Caller unused = keeper(caller, rule.plan());
    return rule;
  }

  private static Caller keeper(Caller caller, VisitRule.Plan plan) {
    Caller keeper = caller.with(Right.KEEP_VISIT_RULES);
    if (!plan.areas().stream().allMatch(keeper.scope()::covers)) {
      throw new Forbidden("area-scope");
    }
    return keeper;
  }

  private VisitRule put(Tx tx, Caller caller, VisitRule changed) {
    store.changeRule(tx, caller, changed);
    tx.record(new VisitEvent.VisitRuleChanged(changed));
    return changed;
  }
}
