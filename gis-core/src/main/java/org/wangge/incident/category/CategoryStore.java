package org.wangge.incident.category;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps categories. Thread-safe; every call belongs to its transaction. */
public interface CategoryStore {

  /** All, those out of use too, in the order of their codes. */
  List<Category> list(Tx tx, Caller caller);

  /** All as they were at an instant, in the same order. */
  List<Category> listAt(Tx tx, Caller caller, Instant at);

  /** The one of a code, in use or not. */
  Optional<Category> find(Tx tx, Caller caller, String code);

  /** All versions of one, the newest first; none where there is no such category. */
  List<Category> versions(Tx tx, Caller caller, String code);

  /** Keeps everybody else from changing the register until this transaction ends. */
  void hold(Tx tx, Caller caller);

  /**
   * Adds one.
   *
   * @throws org.wangge.fault.Conflict with code {@code category-taken} where there is one of its
   *     code, in use or not
   */
  void add(Tx tx, Caller caller, Category category);

  /** Adds those that are not there yet; the others stay as they are. */
  void addMissing(Tx tx, Caller caller, List<Category> categories);

  /**
   * Puts another version in place of the newest; what it was stays on record.
   *
   * @param changed with the version after {@code ifVersion}
   * @throws org.wangge.fault.Conflict when that is no longer the newest
   * @throws org.wangge.fault.NotFound with code {@code category-unknown}
   */
  void change(Tx tx, Caller caller, Category changed, int ifVersion);
}
