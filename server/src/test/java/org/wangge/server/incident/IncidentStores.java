package org.wangge.server.incident;

import java.time.Instant;
import org.wangge.event.Tx;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReporterStore;
import org.wangge.incident.category.CategoryStore;
import org.wangge.server.storage.JdbcTx;

/** The stores of incidents, for tests of what lies beside them. */
public final class IncidentStores {
  private IncidentStores() {}

  public static IncidentStore incidents() {
    return new JdbcIncidentStore();
  }

  public static CategoryStore categories() {
    return new JdbcCategoryStore();
  }

  public static ReporterStore reporters() {
    return new JdbcReporterStore();
  }

  /** Puts an incident on record that came of one report, with no more than has to be. */
  public static void report(Tx tx, String key, String incident, Instant at) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        """
        insert into incident_incident (id, number, category, step, priority, channel, location,
          grid_code, reported_at, generated)
        values (?, ?, 'noise', 'collect', 'ordinary', 'phone',
          cast('SRID=4326;POINT(1 2)' as geometry), null, ?, false)
        """,
        incident,
        incident,
        at);
    jdbc.update(
        """
        insert into incident_report (report_key, incident_id, category, channel, location,
          description, reported_at, generated)
        values (?, ?, 'noise', 'phone', cast('SRID=4326;POINT(1 2)' as geometry), '', ?, false)
        """,
        key,
        incident,
        at);
  }
}
