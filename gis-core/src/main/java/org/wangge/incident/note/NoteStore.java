package org.wangge.incident.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps notes and their sound. Whether the caller may know of them is decided before. Thread-safe.
 */
public interface NoteStore {
  /** Adds a note that waits. Nothing changes where its id is there already. */
  void add(Tx tx, Caller caller, Note note, byte[] file);

  /** The note of an id. */
  Optional<Note> find(Tx tx, Caller caller, String id);

  /** The file of a note; empty where there is no such note. */
  byte[] file(Tx tx, Caller caller, String id);

  /**
   * Puts a note of the caller's that waits with something.
   *
   * @return whether it waited, and was theirs
   */
  boolean attach(Tx tx, Caller caller, String id, Note.Use use);

  /** Those of a report, in their order. */
  List<Note> ofReport(Tx tx, Caller caller, String reportKey);

  /** Those of an incident: of its reports first, then of what was done to it. */
  List<Note> ofIncident(Tx tx, Caller caller, String incidentId);

  /** How many wait. */
  int waiting(Tx tx);

  /** Removes those that wait and came in before an instant. Answers how many. */
  int removeWaiting(Tx tx, Instant before);

  /** Removes those of a report. */
  void removeOfReport(Tx tx, Caller caller, String reportKey);

  /** Removes those of an incident: of its reports and of what was done to it. */
  void removeOfIncident(Tx tx, Caller caller, String incidentId);
}
