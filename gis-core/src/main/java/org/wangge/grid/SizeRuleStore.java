package org.wangge.grid;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps the rules of size. Thread-safe; every call belongs to the transaction it is given. */
public interface SizeRuleStore {

  /** All rules, what is said of everything first, then by area. */
  List<SizeRule> list(Tx tx, Caller caller);

  Optional<SizeRule> find(Tx tx, Caller caller, long id);

  /**
   * Adds a rule; its id is given here.
   *
   * @throws org.wangge.fault.Conflict with code {@code rule-taken} where there is one for the same
   *     area, level, kind and measure
   */
  SizeRule add(Tx tx, Caller caller, SizeRule rule);

  /**
   * Puts other numbers into a rule.
   *
   * @param changed with the version after {@code ifVersion}
   * @throws org.wangge.fault.Conflict when that is no longer the newest
   */
  void change(Tx tx, Caller caller, SizeRule changed, int ifVersion);

  /**
   * Takes a rule away.
   *
   * @throws org.wangge.fault.Conflict when {@code ifVersion} is no longer the newest
   */
  void remove(Tx tx, Caller caller, long id, int ifVersion);
}
