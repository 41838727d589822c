package org.wangge.incident.category;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.incident.dispatch.DepartmentStore;

/**
 * Reads and changes categories, which are the same everywhere. None is ever deleted: one that is no
 * longer wanted is retired. Thread-safe.
 */
public final class CategoryRegister {
  private final Transactions transactions;
  private final CategoryStore store;
  private final CategoryRules rules;

  public CategoryRegister(
      Transactions transactions, CategoryStore store, DepartmentStore departments) {
    this.transactions = transactions;
    this.store = store;
    this.rules = new CategoryRules(store, departments);
  }

  /**
   * All categories, those out of use too, in the order of their codes. Public: residents choose
   * among them.
   *
   * @param at as they were at an instant; empty: as they are
   */
  public List<Category> list(Caller caller, Optional<Instant> at) {
    Caller reader = caller.with(Right.PUBLIC);
    return transactions.read(
        tx ->
            at.map(instant -> store.listAt(tx, reader, instant))
                .orElseGet(() -> store.list(tx, reader)));
  }

  /** Those that anyone may report and know of, in the order of their codes. */
  public List<Category> listPublished(Caller caller) {
    return list(caller, Optional.empty()).stream()
        .filter(one -> one.isPublished() && !one.retired())
        .toList();
  }

  /**
   * The one of a code.
   *
   * @throws NotFound with code {@code category-unknown}
   */
  public Category get(Caller caller, String code) {
    Caller reader = caller.with(Right.PUBLIC);
    return transactions.read(tx -> store.find(tx, reader, code)).orElseThrow(() -> unknown(code));
  }

  /**
   * What was ever said of one, the newest first.
   *
   * @throws NotFound with code {@code category-unknown}
   */
  public List<Category> versions(Caller caller, String code) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    List<Category> all = transactions.read(tx -> store.versions(tx, reader, code));
    if (all.isEmpty()) {
      throw unknown(code);
    }
    return all;
  }

  /**
   * Adds one.
   *
   * @throws Conflict with code {@code category-taken}
   * @throws org.wangge.fault.Invalid with code {@code category-parent} or {@code
   *     category-department}
   */
  public Category add(Caller asking, String code, Entry entry, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_CATEGORIES);
    return transactions.write(
        caller,
        tx -> {
          store.hold(tx, caller);
          Category added = Category.first(code, entry, tx.now());
          rules.requireFits(tx, caller, added);
          store.add(tx, caller, added);
          tx.record(new CategoryEvent.CategoryAdded(added, reason));
          return added;
        });
  }

  /**
   * Says something else of one. Incidents keep the priority and the condition they have.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code category-unknown}
   * @throws Conflict with code {@code version-conflict}
   * @throws org.wangge.fault.Invalid as {@link #add}
   */
  public Category change(
      Caller asking, String code, int ifVersion, Entry entry, ChangeReason reason) {
    return step(
        asking,
        new Seen(code, ifVersion),
        (tx, now) -> now.with(entry, tx.now()),
        changed -> new CategoryEvent.CategoryChanged(changed, reason));
  }

  /**
   * Takes one out of use: nothing new is reported of it.
   *
   * @throws NotFound with code {@code category-unknown}
   * @throws Conflict with code {@code version-conflict}, {@code category-out-already} or {@code
   *     category-has-parts} where others that are in use are a part of it
   */
  public Category retire(Caller asking, String code, int ifVersion, ChangeReason reason) {
    return step(
        asking,
        new Seen(code, ifVersion),
        (tx, now) -> {
          if (now.retired()) {
            throw new Conflict("category-out-already", Map.of("code", code));
          }
          return now.retired(true, tx.now());
        },
        changed -> new CategoryEvent.CategoryRetired(changed, reason));
  }

  /**
   * Takes one into use again.
   *
   * @throws NotFound with code {@code category-unknown}
   * @throws Conflict with code {@code version-conflict} or {@code category-in-use-already}
   * @throws org.wangge.fault.Invalid with code {@code category-parent} where what it is a part of
   *     is out of use
   */
  public Category revive(Caller asking, String code, int ifVersion, ChangeReason reason) {
    return step(
        asking,
        new Seen(code, ifVersion),
        (tx, now) -> {
          if (!now.retired()) {
            throw new Conflict("category-in-use-already", Map.of("code", code));
          }
          return now.retired(false, tx.now());
        },
        changed -> new CategoryEvent.CategoryRevived(changed, reason));
  }

  private record Seen(String code, int version) {}

  @FunctionalInterface
  private interface Step {
    Category of(Tx tx, Category now);
  }

  private Category step(
      Caller asking, Seen seen, Step step, Function<Category, CategoryEvent> told) {
    Caller caller = asking.with(Right.KEEP_CATEGORIES);
    return transactions.write(
        caller,
        tx -> {
          store.hold(tx, caller);
          Category now =
              store.find(tx, caller, seen.code()).orElseThrow(() -> unknown(seen.code()));
          Conflict.unlessNewest(seen.version(), now.version());
          Category changed = step.of(tx, now);
          rules.requireFits(tx, caller, changed);
          store.change(tx, caller, changed, seen.version());
          tx.record(told.apply(changed));
          return changed;
        });
  }

  private static NotFound unknown(String code) {
    return new NotFound("category-unknown", Map.of("given", code));
  }
}
