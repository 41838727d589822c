package org.wangge.incident.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps files of one kind. Whether the caller may know of them is decided before. Thread-safe.
 *
 * @param <F> the kind
 */
public interface FileStore<F extends IncidentFile> {
  /** The file of an id. */
  Optional<F> find(Tx tx, Caller caller, String id);

  /** Those of a report, in their order. */
  List<F> ofReport(Tx tx, Caller caller, String reportKey);

  /** Those of an incident: of its reports first, then of what was done to it. */
  List<F> ofIncident(Tx tx, Caller caller, String incidentId);

  /** How many wait. */
  int waiting(Tx tx);

  /** Removes those that wait and came in before an instant. Answers how many. */
  int removeWaiting(Tx tx, Instant before);

  /** Removes those of a report. */
  void removeOfReport(Tx tx, Caller caller, String reportKey);

  /** Removes those of an incident: of its reports and of what was done to it. */
  void removeOfIncident(Tx tx, Caller caller, String incidentId);
}
