package org.wangge.incident.duplicate;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps which incidents go on as others. Whether the caller may see them is decided before.
 * Thread-safe.
 */
public interface MergeStore {
  /** Lets an incident go on as another. */
  void add(Tx tx, Caller caller, String id, String intoId);

  /** Lets an incident stand for itself again. Answers whether it did not. */
  boolean remove(Tx tx, Caller caller, String id);

  /** Id of the incident as which one goes on; empty where it stands for itself. */
  Optional<String> into(Tx tx, String id);

  /** Ids of the incidents that go on as one, in their order. */
  List<String> merged(Tx tx, Caller caller, String intoId);
}
