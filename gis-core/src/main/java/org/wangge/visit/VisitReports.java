package org.wangge.visit;

import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Report;

/** Where a hazard that was found goes: the intake of incidents. Thread-safe. */
public interface VisitReports {
  /** Takes one in, within the transaction of the visit; gives the id of the incident. */
  String take(Tx tx, Caller caller, Report report);

  /** What an incident is called; empty where it is no more. */
  String numberOf(Tx tx, String incidentId);
}
