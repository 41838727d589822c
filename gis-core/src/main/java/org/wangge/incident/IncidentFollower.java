package org.wangge.incident;

import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Another feature that keeps something about incidents: told in the transaction in which something
 * is done to one, or in which what is personal of it is erased. Thread-safe.
 */
public interface IncidentFollower {

  /** Something was done to an incident. */
  void done(Tx tx, Caller caller, Incident changed);

  /** Erases the words that were written about an incident. */
  void eraseWords(Tx tx, Caller caller, String incidentId);

  /** Erases the words of whoever sent a report, which they wrote afterwards. */
  default void eraseReport(Tx tx, Caller caller, String reportKey) {}

  /** Takes some numbers of people out of whatever words hold them. */
  void eraseNumbers(Tx tx, Caller caller, Set<String> numbers);
}
