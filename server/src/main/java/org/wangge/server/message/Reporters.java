package org.wangge.server.message;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportTokens;
import org.wangge.incident.ReporterStore;

/** How those are reached who sent reports, as far as they said. Thread-safe. */
final class Reporters {
  private static final Caller CALLER = Caller.upkeep();

  private final IncidentStore incidents;
  private final ReporterStore reporters;
  private final ReportTokens tokens;

  Reporters(IncidentStore incidents, ReporterStore reporters, ReportTokens tokens) {
    this.incidents = incidents;
    this.reporters = reporters;
    this.tokens = tokens;
  }

  Optional<String> phoneOf(Tx tx, String reportKey) {
    return incidents.findReport(tx, reportKey).stream()
        .flatMap(filed -> reporters.list(tx, CALLER, filed.incidentId()).stream())
        .filter(told -> told.key().equals(reportKey))
        .map(told -> told.reporter().phone())
        .filter(phone -> !phone.isEmpty())
        .findFirst();
  }

  String tokenOf(String reportKey) {
    return tokens.tokenOf(reportKey);
  }
}
