package org.wangge.evaluation;

import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;

/** Takes what is personal out of remarks when it is to be erased. Thread-safe. */
public final class SampleWords implements IncidentFollower {
  private final SampleStore store;

  public SampleWords(SampleStore store) {
    this.store = store;
  }

  /** A sample stays what it was, whatever becomes of its incidents. */
  @Override
  public void done(Tx tx, Caller caller, Incident changed) {}

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    store.eraseWords(tx, caller, incidentId);
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    store.eraseReport(tx, caller, reportKey);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    store.eraseNumbers(tx, caller, numbers);
  }
}
