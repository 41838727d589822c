package org.wangge.alarm;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps alarms, for ever, and what is shelved. Reads are narrowed to the caller's scope.
 * Thread-safe; every call belongs to its transaction.
 */
public interface AlarmStore {

  /** When rows were pushed after an instant, emergencies apart, the oldest first. */
  List<Instant> pushed(Tx tx, Caller caller, Instant after);

  /**
   * When the newest alarms rang, wherever they are, but emergencies and what was shelved; the
   * oldest first.
   */
  List<Instant> latest(Tx tx, Caller caller, int most);

  /** Keys of the rows that stand and may be joined, as {@link AlarmFlow#rowsOf} tells them. */
  Set<String> rows(Tx tx, Caller caller);

  /** When a source rang last, the oldest first, after an instant. */
  List<Instant> ofSource(Tx tx, Caller caller, String source, Instant after, int most);

  /** Adds some and gives them their ids. */
  List<Alarm> add(Tx tx, Caller caller, List<Alarm> rung);

  /** Keeps that a flood began, or that the one that lasts has ended. */
  void keepFlood(Tx tx, Caller caller, Flood flood);

  /** The newest flood. */
  Optional<Flood> flood(Tx tx, Caller caller);

  Optional<Alarm> find(Tx tx, Caller caller, long id);

  /** Those of a query, the newest first. */
  List<Alarm> list(Tx tx, Caller caller, AlarmQuery query);

  /** Those that stand, and emergencies whose matter is not over, the oldest first. */
  List<Alarm> standing(Tx tx, Caller caller);

  /** Those of an incident or of a subject whose matter is not over. */
  List<Alarm> openOf(Tx tx, Caller caller, AlarmOver.Matter matter);

  /** Keeps by whom some were seen; those that were seen or are over stay as they are. */
  int acknowledge(Tx tx, Caller caller, Collection<Long> ids, Alarm.Acknowledged by);

  /** Keeps that the matter of some is over. */
  void clear(Tx tx, Caller caller, Collection<Long> ids, Instant at);

  /** How many rang since an instant. */
  Rang rang(Tx tx, Caller caller, Instant since);

  /** Shelves that last at an instant, wherever they are, the oldest first. */
  List<Shelf> shelves(Tx tx, Caller caller, Instant now);

  Shelf addShelf(Tx tx, Caller caller, Shelf shelf);

  /** Ends one before its time; false where it has ended. */
  boolean endShelf(Tx tx, Caller caller, long id, Instant at, String account);

  /** Until which event alarms have rung; empty before the first. Nobody else rings meanwhile. */
  Optional<Long> followed(Tx tx, Caller caller);

  /** Keeps until which event alarms have rung. */
  void follow(Tx tx, Caller caller, long number);
}
