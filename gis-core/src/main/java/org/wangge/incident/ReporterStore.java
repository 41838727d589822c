package org.wangge.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps what is personal of reports: their words and who sent them. Whether the caller may see the
 * incident is decided before. Thread-safe.
 */
public interface ReporterStore {

  /** Adds who sent a report that is on record. */
  void add(Tx tx, Caller caller, String reportKey, Reporter reporter);

  /** The reports of an incident as they were told, the oldest first. */
  List<ToldReport> list(Tx tx, Caller caller, String incidentId);

  /** Key of the report that the holder of a token follows, by its hash. */
  Optional<String> findKey(Tx tx, String tokenHash);

  /** Erases the words of a report and who sent it. */
  void eraseReport(Tx tx, Caller caller, String reportKey);

  /** Erases the words and senders of all reports of an incident, and the reasons of its deeds. */
  void eraseIncident(Tx tx, Caller caller, String incidentId);

  /**
   * Erases reporters with one of some phone numbers, and these numbers, or what else is given,
   * wherever they stand in the words of a report or the reason of a deed.
   */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
