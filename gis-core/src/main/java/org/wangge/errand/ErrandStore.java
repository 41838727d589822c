package org.wangge.errand;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps errands, and apart from them what is personal. Reads for a caller are narrowed to the
 * caller's scope. Thread-safe; every call belongs to its transaction.
 */
public interface ErrandStore {

  /** The one of an id, if the caller may see it. */
  Optional<Errand> find(Tx tx, Caller caller, long id);

  /** The one that the holder of a token follows, by its hash. */
  Optional<Errand> findByToken(Tx tx, String tokenHash);

  /** The hash of the token of one, which nobody else can tell. */
  String tokenHash(Tx tx, long id);

  /** Keeps everybody else from changing one until this transaction ends. */
  void hold(Tx tx, Caller caller, long id);

  /** Those of a caller's areas, the newest first. */
  List<Errand> list(Tx tx, Caller caller, ErrandQuery query);

  /**
   * What waits for an answer of an account or is held by it, the earliest window first.
   *
   * @param limit at most so many
   */
  List<Errand> listOf(Tx tx, Caller caller, String account, int limit);

  /** Those that became an incident, or one that was merged into it, wherever they are. */
  List<Errand> ofIncident(Tx tx, Caller caller, String incidentId);

  /**
   * How many are how far, in the order of the grids' codes.
   *
   * @param areaOrNull code of an area; null for wherever
   */
  List<ErrandTally> tallies(Tx tx, Caller caller, @Nullable String areaOrNull);

  /**
   * Adds one; its id is given here.
   *
   * @param key of the order
   * @param tokenHash by which it is followed
   */
  Errand add(Tx tx, Caller caller, Errand ordered, ErrandWords words, String key, String tokenHash);

  /**
   * Puts a new state in place of the one of the version before.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Errand changed);

  ErrandWords words(Tx tx, Caller caller, long id);

  /** The same of some, by their ids; those of which there are none are left out. */
  Map<Long, ErrandWords> words(Tx tx, Caller caller, Collection<Long> ids);

  /** Keeps what was said afterwards; what else is personal stays as it is by now. */
  void say(Tx tx, Caller caller, long id, ErrandWords.Later what, String text);

  /** Erases what is personal of one, and lets go of its photo. */
  void erase(Tx tx, Caller caller, long id);

  /** Takes numbers of people out of all words. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
