package org.wangge.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.AsOf;

/**
 * Keeps areas and partitions, bitemporally: nothing written is ever overwritten, only closed on the
 * clock of what was known. Thread-safe; every call belongs to the transaction it is given.
 */
public interface GridStore {

  /** The area as of two instants. */
  Optional<Area> find(Tx tx, Caller caller, AreaKey key, AsOf asOf);

  /** Areas in the order of their codes. */
  List<Area> list(Tx tx, Caller caller, AreaQuery query);

  /** Every state an area was, is and will be in, as on record now, oldest first. */
  List<Area> history(Tx tx, Caller caller, AreaKey key);

  /**
   * Adds areas that have never been.
   *
   * @throws org.wangge.fault.Conflict with code {@code code-taken} when a code of the partition was
   *     ever used, also by an area long gone
   */
  void add(Tx tx, Caller caller, List<Area> areas);

  /**
   * Puts a new state of an area into force from {@code changed.validity().from()} on. States
   * planned for later than that are replaced too; what was valid before stays, and what was on
   * record stays answerable.
   *
   * @param changed the new state, with the version after {@code ifVersion}
   * @param ifVersion the version the change was made from
   * @throws org.wangge.fault.Conflict when that is no longer the newest
   */
  void change(Tx tx, Caller caller, Area changed, int ifVersion);

  /** Ends an area for good at an instant of valid time. Its code stays taken. */
  void retire(Tx tx, Caller caller, AreaKey key, Instant end, int ifVersion);

  /**
   * The highest number ever given below a code, by areas long gone too; 0 where there is none.
   *
   * @param prefix code that the codes looked for begin with
   * @param digits how many digits follow it in them
   */
  int lastNumber(Tx tx, String partition, String prefix, int digits);

  /** The overlay partitions, in the order they were added; the tree is not among them. */
  List<Partition> partitions(Tx tx, Caller caller);

  /** The scheme that a {@link CodeScheme#reference()} names. */
  Optional<CodeScheme> findCodeScheme(Tx tx, Caller caller, String reference);

  /** Adds a scheme; one that is there already stays as it is. */
  void addCodeScheme(Tx tx, Caller caller, CodeScheme scheme);

  /** How large areas should be, see {@link SizeRule}. */
  List<SizeRule> sizeRules(Tx tx, Caller caller);

  /**
   * The first instant after another at which some area begins or ends, as on record now; empty when
   * nothing is planned.
   */
  Optional<Instant> nextChangeAfter(Tx tx, Instant instant);

  void addPartition(Tx tx, Caller caller, Partition partition);

  /**
   * Counts the changes to what is where. An index snapshot carries it, and so can be told stale
   * within a transaction.
   */
  long coverageVersion(Tx tx);

  /**
   * Makes every other change to areas wait until this transaction ends, so that what is read from
   * here on stays true. To be called before anything is read. Its instant begins anew.
   */
  void lockCoverage(Tx tx);

  /**
   * Makes every change to areas wait until this transaction ends, while others may hold it too: for
   * writes that rest on what lies where. To be called before anything else is written. Its instant
   * begins anew.
   *
   * @return {@link #coverageVersion}, which stays until the end
   */
  long holdCoverage(Tx tx);
}
