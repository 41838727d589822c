package org.wangge.server.message;

import java.util.Set;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;

/** What people are told of when something happens. Thread-safe. */
interface Occurrence {

  /** The types of events it waits for. */
  Set<String> types();

  /** Tells whom it concerns, in the transaction that notes that the event was seen. */
  void happened(Tx tx, NumberedEvent event);
}
