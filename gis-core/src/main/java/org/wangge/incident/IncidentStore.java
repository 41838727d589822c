package org.wangge.incident;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps incidents and their categories. Reads are narrowed to the caller's scope. Thread-safe. */
public interface IncidentStore {

  /** The incident of an id, if it lies in the caller's scope. */
  Optional<Incident> find(Tx tx, Caller caller, String id);

  /** Incidents in the order of their ids. */
  List<Incident> list(Tx tx, Caller caller, IncidentQuery query);

  /** How many there are in an area of the tree and below it. */
  Count count(Tx tx, Caller caller, String areaCode);

  /**
   * Adds incidents.
   *
   * @throws org.wangge.fault.Conflict with code {@code incident-taken} when an id is there already
   */
  void add(Tx tx, Caller caller, List<Incident> incidents);

  List<Category> categories(Tx tx, Caller caller);

  /** Adds categories; those already there stay as they are. */
  void addCategories(Tx tx, Caller caller, List<Category> categories);

  /**
   * A count of incidents.
   *
   * @param open those that wait for someone
   * @param total all
   */
  record Count(int open, int total) {}
}
