package org.wangge.event;

import java.time.Instant;
import org.wangge.audit.AuditEntry;

/**
 * A running transaction. Handed to every store call, bound to one thread, dead after its work
 * returns.
 */
public interface Tx {
  /**
   * The instant of the transaction, cut to microseconds: all it writes happened then. One that had
   * to wait for its turn at what lies where has the instant at which its turn came, so that
   * instants follow each other as the changes do.
   */
  Instant now();

  /** Writes an event that becomes visible with the transaction, or not at all. */
  void record(DomainEvent event);

  /**
   * Adds to the record of who did, saw or was refused what, in this transaction or not at all. What
   * is recorded as an event is added there by itself.
   */
  void audit(AuditEntry entry);
}
