package org.wangge.grid;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;

/**
 * Reads and changes the rules of size. An administrator of an area says what holds there and below;
 * what holds everywhere, one of everything. Thread-safe.
 */
public final class SizeRuleRegister {
  private static final int LARGEST = 1_000_000;

  private final Transactions transactions;
  private final SizeRuleStore store;
  private final GridStore grids;

  public SizeRuleRegister(Transactions transactions, SizeRuleStore store, GridStore grids) {
    this.transactions = transactions;
    this.store = store;
    this.grids = grids;
  }

  /** All rules; they stand on the public cards of areas. */
  public List<SizeRule> list(Caller caller) {
    return transactions.read(tx -> store.list(tx, caller));
  }

  /**
   * Adds a rule for an area.
   *
   * @throws Invalid with code {@code rule-area-unknown} where there is no such area now
   */
  public SizeRule add(Caller asking, SizeRule rule) {
    Caller caller = asking.with(Right.KEEP_SIZE_RULES);
    requireScope(caller, rule.area());
    return transactions.write(
        caller,
        tx -> {
          boolean known =
              rule.area().isEmpty()
                  || grids
                      .find(tx, caller, AreaKey.tree(rule.area()), AsOf.now(tx.now()))
                      .isPresent();
          if (!known) {
            throw new Invalid("area", "rule-area-unknown", Map.of("area", rule.area()));
          }
          SizeRule added = store.add(tx, caller, rule);
          tx.record(GridEvent.SizeRuleChanged.of(added));
          return added;
        });
  }

  /**
   * Changes a rule.
   *
   * @param ifVersion the version the caller has seen
   * @param edit makes the rule wanted out of the newest one; it may change the band and whether it
   *     is in force
   */
  public SizeRule change(Caller asking, long id, int ifVersion, UnaryOperator<SizeRule> edit) {
    Caller caller = asking.with(Right.KEEP_SIZE_RULES);
    return transactions.write(
        caller,
        tx -> {
          SizeRule wanted = edit.apply(seen(tx, caller, id, ifVersion));
          store.change(tx, caller, wanted, ifVersion);
          tx.record(GridEvent.SizeRuleChanged.of(wanted));
          return wanted;
        });
  }

  /**
   * Takes a rule away, so that what is said of an area above holds again.
   *
   * @throws Invalid with code {@code rule-of-everything} for what is said of everything: that can
   *     only be put out of force
   */
  public void remove(Caller asking, long id, int ifVersion) {
    Caller caller = asking.with(Right.KEEP_SIZE_RULES);
    transactions.write(
        caller,
        tx -> {
          SizeRule rule = seen(tx, caller, id, ifVersion);
          if (rule.area().isEmpty()) {
            throw new Invalid("rule", "rule-of-everything", Map.of("rule", id));
          }
          store.remove(tx, caller, id, ifVersion);
          tx.record(new GridEvent.SizeRuleRemoved(id, rule.area()));
          return id;
        });
  }

  private SizeRule seen(Tx tx, Caller caller, long id, int ifVersion) {
    SizeRule rule =
        store
            .find(tx, caller, id)
            .orElseThrow(() -> new NotFound("size-rule-unknown", Map.of("rule", id)));
    requireScope(caller, rule.area());
    Conflict.unlessNewest(ifVersion, rule.version());
    return rule;
  }

  private static void requireScope(Caller caller, String area) {
    boolean own = area.isEmpty() ? caller.scope().everywhere() : caller.scope().covers(area);
    if (!own) {
      throw new Forbidden("area-scope");
    }
  }

  /**
   * A band that can be one.
   *
   * @throws Invalid with code {@code rule-band}
   */
  public static void requireBand(int min, int max) {
    if (min < 0 || max < min || max > LARGEST) {
      throw new Invalid("max", "rule-band", Map.of("min", min, "max", max, "largest", LARGEST));
    }
  }
}
