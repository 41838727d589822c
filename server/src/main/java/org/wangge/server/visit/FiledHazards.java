package org.wangge.server.visit;

import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Intake;
import org.wangge.incident.Report;
import org.wangge.incident.Reporter;
import org.wangge.visit.VisitReports;

/**
 * Hazards that become incidents, which go the way of every report.
 *
 * @param intake takes them in
 * @param store knows what became of them
 */
public record FiledHazards(Intake intake, IncidentStore store) implements VisitReports {

  @Override
  public String take(Tx tx, Caller caller, Report report) {
    return intake.take(tx, caller, report, Reporter.ANONYMOUS).incident().id();
  }

  @Override
  public String numberOf(Tx tx, String incidentId) {
    return store.find(tx, Caller.upkeep(), incidentId).map(Incident::number).orElse("");
  }
}
