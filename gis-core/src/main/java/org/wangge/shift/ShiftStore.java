package org.wangge.shift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps shifts and their log. Reads of logs are narrowed to the caller's scope. Thread-safe. */
public interface ShiftStore {

  /** Keeps everybody else from beginning or ending shifts of an account. */
  void hold(Tx tx, Caller caller, String account);

  /** The shift of an account that lasts. */
  Optional<Shift> running(Tx tx, Caller caller, String account);

  /** Those that last in an area, and not below it, the oldest first. */
  List<Shift> runningAt(Tx tx, Caller caller, String area);

  /** Adds one and gives it its id. */
  Shift begin(Tx tx, Caller caller, Shift begun);

  void end(Tx tx, Caller caller, long id, Instant at);

  /** Adds an entry, with the next number of its area. */
  LogEntry write(Tx tx, Caller caller, LogEntry entry);

  /** One of an area. */
  Optional<LogEntry> find(Tx tx, Caller caller, String area, int number);

  /** Entries of an area of the tree and below it, the newest first, with an id below one. */
  List<LogEntry> log(Tx tx, Caller caller, String area, long before, int limit);

  /** Erases the text of one; false where there is none of that id. */
  boolean erase(Tx tx, Caller caller, long id);

  /** Takes numbers of people out of texts. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
