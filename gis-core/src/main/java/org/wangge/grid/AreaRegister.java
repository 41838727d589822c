package org.wangge.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;

/**
 * Adds, changes and reads areas: each change is the rule, the store and the event in one
 * transaction. Thread-safe.
 */
public final class AreaRegister {
  private final Transactions transactions;
  private final GridStore store;

  public AreaRegister(Transactions transactions, GridStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Adds an area that never was. */
  public Area add(Caller caller, Area candidate) {
    return transactions.write(
        caller,
        tx -> {
          Area area =
              AreaRules.add(
                  caller,
                  schemeOf(tx, caller, candidate),
                  candidate,
                  parentOf(tx, caller, candidate));
          store.add(tx, caller, List.of(area));
          tx.record(new GridEvent.AreaAdded(area.key(), area.version()));
          return area;
        });
  }

  /**
   * Puts a new state of an area into force.
   *
   * @param ifVersion the version the caller has seen
   * @param edit makes the state wanted out of the newest one
   */
  public Area change(Caller caller, AreaKey key, int ifVersion, AreaEdit edit) {
    return transactions.write(
        caller,
        tx -> {
          Area current = newest(tx, caller, key);
          Area wanted = edit.apply(current, tx.now());
          Area area =
              AreaRules.change(caller, current, ifVersion, wanted, parentOf(tx, caller, wanted));
          store.change(tx, caller, area, ifVersion);
          tx.record(new GridEvent.AreaChanged(area.key(), area.version()));
          return area;
        });
  }

  /**
   * The area as of two instants.
   *
   * @throws NotFound with code {@code area-unknown}
   */
  public Area get(Caller caller, AreaKey key, AsOf asOf) {
    return transactions
        .read(tx -> store.find(tx, caller, key, asOf))
        .orElseThrow(() -> unknown(key));
  }

  /** Areas in the order of their codes. */
  public List<Area> list(Caller caller, AreaQuery query) {
    return transactions.read(tx -> store.list(tx, caller, query));
  }

  /** Every state of an area, oldest first. */
  public List<Area> history(Caller caller, AreaKey key) {
    List<Area> states = transactions.read(tx -> store.history(tx, caller, key));
    if (states.isEmpty()) {
      throw unknown(key);
    }
    return states;
  }

  private CodeScheme schemeOf(Tx tx, Caller caller, Area area) {
    return store
        .findCodeScheme(tx, caller, area.scheme())
        .orElseThrow(
            () -> new Invalid("scheme", "code-scheme-unknown", Map.of("scheme", area.scheme())));
  }

  private Area newest(Tx tx, Caller caller, AreaKey key) {
    List<Area> states = store.history(tx, caller, key);
    if (states.isEmpty()) {
      throw unknown(key);
    }
    return states.get(states.size() - 1);
  }

  private Optional<Area> parentOf(Tx tx, Caller caller, Area area) {
    return area.parentCode()
        .flatMap(
            code ->
                store.find(
                    tx,
                    caller,
                    new AreaKey(area.key().partition(), code),
                    new AsOf(area.validity().from(), tx.now())));
  }

  private static NotFound unknown(AreaKey key) {
    return new NotFound("area-unknown", Map.of("partition", key.partition(), "code", key.code()));
  }
}
