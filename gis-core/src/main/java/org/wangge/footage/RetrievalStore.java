package org.wangge.footage;

import java.util.Optional;
import java.util.UUID;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps who looked at which footage and why. Thread-safe. */
public interface RetrievalStore {

  /** Puts one on record. */
  void add(Tx tx, Caller caller, Retrieval retrieval);

  /** The one of an id, if it is the caller's own. */
  Optional<Retrieval> find(Tx tx, Caller caller, UUID id);
}
