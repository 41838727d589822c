package org.wangge.incident.photo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps photos and their pictures. Whether the caller may see what they are with is decided before.
 * Thread-safe.
 */
public interface PhotoStore {
  /** Adds a photo that waits. Nothing changes where its id is there already. */
  void add(Tx tx, Caller caller, Photo photo, Exposure.Prints prints);

  /** The photo of an id. */
  Optional<Photo> find(Tx tx, Caller caller, String id);

  /** The picture of a photo as JPEG. */
  Optional<byte[]> print(Tx tx, Caller caller, String id, PhotoSize size);

  /**
   * Puts a photo that waits with something, and forgets where it was taken.
   *
   * @return whether it waited
   */
  boolean attach(Tx tx, Caller caller, String id, Photo.Use use);

  /** Those of a report, in their order. */
  List<Photo> ofReport(Tx tx, Caller caller, String reportKey);

  /** Those of an incident: of its reports first, then of what was done to it. */
  List<Photo> ofIncident(Tx tx, Caller caller, String incidentId);

  /** How many wait. */
  int waiting(Tx tx);

  /** Removes those that wait and came in before an instant. Answers how many. */
  int removeWaiting(Tx tx, Instant before);

  /** Removes the one that has waited longest, if it came in before an instant. */
  boolean removeLongestWaiting(Tx tx, Instant before);

  /** Removes those of a report. */
  void removeOfReport(Tx tx, Caller caller, String reportKey);

  /** Removes those of an incident: of its reports and of what was done to it. */
  void removeOfIncident(Tx tx, Caller caller, String incidentId);
}
