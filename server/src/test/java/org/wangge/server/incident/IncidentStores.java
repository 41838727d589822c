package org.wangge.server.incident;

import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReporterStore;

/** The stores of incidents, for tests of what lies beside them. */
public final class IncidentStores {
  private IncidentStores() {}

  public static IncidentStore incidents() {
    return new JdbcIncidentStore();
  }

  public static ReporterStore reporters() {
    return new JdbcReporterStore();
  }
}
