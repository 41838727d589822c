package org.wangge.incident.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Handler;

/**
 * Keeps who handles what. Whether the caller may see the incident is decided before. Thread-safe;
 * every call belongs to its transaction.
 */
public interface TaskStore {

  /** All tasks of an incident, in the order in which they were given. */
  List<Task> list(Tx tx, Caller caller, String incidentId);

  /** What some handlers have in hand, what was given first at first. */
  List<Task> openOf(Tx tx, Caller caller, Collection<Handler> handlers);

  /** How much each handler has in hand; who has nothing is not there. */
  Map<Handler, Integer> load(Tx tx, Caller caller);

  /** Adds tasks; their ids are given here. */
  void add(Tx tx, Caller caller, List<Task> tasks);

  /** Puts a task in place of the one of its id. */
  void change(Tx tx, Caller caller, Task task);
}
