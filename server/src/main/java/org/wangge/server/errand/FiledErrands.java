package org.wangge.server.errand;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.errand.ErrandReports;
import org.wangge.event.Tx;
import org.wangge.incident.FiledReport;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Intake;
import org.wangge.incident.Report;
import org.wangge.incident.ReportRegister;
import org.wangge.incident.Reporter;

/**
 * Reports out of errands, which go the way of every report.
 *
 * @param intake takes them in
 * @param store knows what came in
 * @param told erases them
 */
public record FiledErrands(Intake intake, IncidentStore store, ReportRegister told)
    implements ErrandReports {

  @Override
  public String take(Tx tx, Caller caller, Report report, Reporter reporter) {
    return intake.take(tx, caller, report, reporter).incident().id();
  }

  @Override
  public Optional<String> incidentOf(Tx tx, String key) {
    return store.findReport(tx, key).map(FiledReport::incidentId);
  }

  @Override
  public void erase(Tx tx, Caller caller, String key) {
    told.eraseReport(tx, caller, key);
  }
}
