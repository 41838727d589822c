package org.wangge.server.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Channel;
import org.wangge.incident.FiledReport;
import org.wangge.incident.Report;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;

/** The table of reports. */
final class JdbcReports {
  private static final int KEYS_AT_ONCE = 500;

  private JdbcReports() {}

  static Optional<FiledReport> find(Tx tx, String key) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from incident_report where report_key = ?",
            row ->
                new FiledReport(
                    new Report(
                        row.string("report_key"),
                        row.string("category"),
                        row.string("condition_code"),
                        Channel.find(row.string("channel")).orElseThrow(),
                        Points.onLattice(row.geometry("location").orElseThrow()),
                        row.string("description"),
                        row.flag("generated")),
                    row.string("incident_id"),
                    row.instant("reported_at")),
            key);
  }

  static void add(Tx tx, List<FiledReport> reports) {
    List<FiledReport> ordered =
        reports.stream().sorted(Comparator.comparing(filed -> filed.report().key())).toList();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (FiledReport filed : ordered) {
      Report report = filed.report();
      rows.add(
          new Object[] {
            report.key(),
            filed.incidentId(),
            report.category(),
            report.condition(),
            report.channel().word(),
            Points.toDegrees(report.location()),
            report.description(),
            filed.reportedAt(),
            report.generated()
          });
    }
    int[] added =
        JdbcTx.of(tx)
            .updateAll(
                """
                insert into incident_report (report_key, incident_id, category,
                  condition_code, channel, location, description, reported_at, generated)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("report-key-taken", Map.of("key", ordered.get(i).report().key()));
      }
    }
  }

  static Set<String> known(Tx tx, Collection<String> keys) {
    List<String> all = keys.stream().sorted().toList();
    Set<String> known = new HashSet<>();
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
      String marks = String.join(", ", some.stream().map(key -> "?").toList());
      known.addAll(
          JdbcTx.of(tx)
              .query(
                  "select report_key from incident_report where report_key in (" + marks + ")",
                  row -> row.string("report_key"),
                  some.toArray()));
    }
    return known;
  }
}
