package org.wangge.errand;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Report;
import org.wangge.incident.Reporter;

/** The reports that errands become: declared here, known where incidents are. Thread-safe. */
public interface ErrandReports {

  /** Takes one in, within the transaction of the errand; gives the id of the incident. */
  String take(Tx tx, Caller caller, Report report, Reporter reporter);

  /** The incident that a report came in with. */
  Optional<String> incidentOf(Tx tx, String key);

  /** Erases the words of a report and who sent it. */
  void erase(Tx tx, Caller caller, String key);
}
