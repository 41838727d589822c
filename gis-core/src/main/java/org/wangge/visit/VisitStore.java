package org.wangge.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.place.Door;

/**
 * Keeps rules, visits, and how households are marked. What is read of doors is narrowed to the
 * caller's scope. Thread-safe; every call belongs to its transaction.
 */
public interface VisitStore {

  /** Rules in the order of their ids. */
  List<VisitRule> rules(Tx tx, Caller caller, boolean retiredToo);

  Optional<VisitRule> findRule(Tx tx, Caller caller, long id);

  /** What was to be known by a rule in one of its versions; nothing where it never was so. */
  Facts facts(Tx tx, Caller caller, long rule, int version);

  /** Adds one; its id is given here. */
  VisitRule addRule(Tx tx, Caller caller, VisitRule begun);

  /**
   * Puts a new state in place of the one of the version before. What was to be known before stays
   * on record.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void changeRule(Tx tx, Caller caller, VisitRule changed);

  /** Keeps everybody else from a door of a rule until this transaction ends. */
  void hold(Tx tx, Caller caller, long rule, Door door);

  DoorStanding standing(Tx tx, Caller caller, long rule, String placeId);

  /**
   * How doors stand where somebody has been.
   *
   * @param areaOrNull code of an area in which they lie; null for wherever
   */
  List<DoorStanding> standings(Tx tx, Caller caller, @Nullable String areaOrNull);

  /** All visits to a door by a rule, in their order. */
  List<Visit> visits(Tx tx, Caller caller, long rule, String placeId);

  /** Visits to a door by any rule, the newest first. */
  List<Visit> history(Tx tx, Caller caller, String placeId, int limit);

  /** The visit that is kept under a key of its sender. */
  Optional<Visit> findKey(Tx tx, Caller caller, long rule, String key);

  /**
   * Keeps a visit and how its door stands after it. The door is held.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void add(Tx tx, Caller caller, Visit visit, DoorStanding standing);

  /**
   * What happened at doors where somebody has been.
   *
   * @param since what was before it does not matter
   * @param from beginning of the span
   * @param to its end
   */
  List<DoorPast> past(
      Tx tx, Caller caller, @Nullable String areaOrNull, Instant since, Instant from, Instant to);

  /** How households are marked, by their place; those that are not, are not there. */
  Map<String, Set<MustSee>> marks(Tx tx, Caller caller, @Nullable String areaOrNull);

  /** How one household is marked. */
  Marks marksOf(Tx tx, Caller caller, String placeId);

  /**
   * How a household is marked.
   *
   * @param version counts the changes: 0 before the first
   */
  record Marks(int version, Set<MustSee> kinds) {
    /** Of whom nothing is said. */
    public static final Marks NONE = new Marks(0, Set.of());
  }

  /**
   * Marks a household otherwise.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void mark(Tx tx, Caller caller, Door door, Marks marks);

  /** Takes notes, what was answered in words, and marks of a door away. */
  void erase(Tx tx, Caller caller, String placeId);

  /** Takes numbers of people out of notes and of what was answered in words. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
