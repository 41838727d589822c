package org.wangge.incident.joint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps joint handlings. Whether the caller may see the incident is decided before. Thread-safe;
 * every call belongs to its transaction.
 */
public interface JointStore {

  /** All of an incident, the newest first. */
  List<JointHandling> list(Tx tx, Caller caller, String incidentId);

  /** The one that goes on. */
  default Optional<JointHandling> find(Tx tx, Caller caller, String incidentId) {
    return list(tx, caller, incidentId).stream().filter(JointHandling::isOpen).findFirst();
  }

  /** Ids of the incidents at which one goes on. */
  Set<String> going(Tx tx, Caller caller);

  /** Adds one that was convened; its id is given here. */
  void add(Tx tx, Caller caller, JointHandling convened);

  /**
   * Puts a new state in place of the one of the version before. Minutes are only ever added.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, JointHandling changed);
}
