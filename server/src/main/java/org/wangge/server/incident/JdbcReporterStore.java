package org.wangge.server.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Channel;
import org.wangge.incident.Reporter;
import org.wangge.incident.ReporterStore;
import org.wangge.incident.ToldReport;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Numbers;

/** What is personal of reports, in plain SQL for both databases. Thread-safe. */
final class JdbcReporterStore implements ReporterStore {

  @Override
  public void add(Tx tx, Caller caller, String reportKey, Reporter reporter) {
    JdbcTx.of(tx)
        .update(
            "insert into incident_reporter (report_key, name, phone) values (?, ?, ?)",
            reportKey,
            reporter.name(),
            reporter.phone());
  }

  @Override
  public List<ToldReport> list(Tx tx, Caller caller, String incidentId) {
    return JdbcTx.of(tx)
        .query(
            """
            select r.report_key, r.channel, r.reported_at, r.description, p.name, p.phone
            from incident_report r
              left join incident_reporter p on p.report_key = r.report_key
            where r.incident_id = ? or r.incident_id in
              (select m.incident_id from incident_merge m where m.into_id = ?)
            order by r.reported_at, r.report_key
            """,
            row ->
                new ToldReport(
                    row.string("report_key"),
                    Channel.find(row.string("channel")).orElseThrow(),
                    row.instant("reported_at"),
                    row.string("description"),
                    new Reporter(
                        row.stringIfAny("name").orElse(""), row.stringIfAny("phone").orElse(""))),
            incidentId,
            incidentId);
  }

  @Override
  public Optional<String> findKey(Tx tx, String tokenHash) {
    return JdbcTx.of(tx)
        .queryOne(
            "select report_key from incident_report_token where token_hash = ?",
            row -> row.string("report_key"),
            tokenHash);
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update("delete from incident_reporter where report_key = ?", reportKey);
    jdbc.update("update incident_report set description = '' where report_key = ?", reportKey);
  }

  @Override
  public void eraseIncident(Tx tx, Caller caller, String incidentId) {
    JdbcTx jdbc = JdbcTx.of(tx);
    String shown =
        """
         where (incident_id = ? or incident_id in
          (select m.incident_id from incident_merge m where m.into_id = ?))
        """;
    jdbc.update(
        "delete from incident_reporter where report_key in (select report_key from incident_report"
            + shown
            + ")",
        incidentId,
        incidentId);
    jdbc.update("update incident_report set description = ''" + shown, incidentId, incidentId);
    jdbc.update("update incident_deed set reason = '' where incident_id = ?", incidentId);
    String joint = " where joint_id in (select id from incident_joint where incident_id = ?)";
    jdbc.update("update incident_joint_minute set words = ''" + joint, incidentId);
    jdbc.update("update incident_joint_duty set what = ''" + joint, incidentId);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    for (String number : numbers) {
      JdbcTx.of(tx).update("delete from incident_reporter where phone = ?", number);
    }
    Numbers.erase(tx, "incident_report", "description", numbers);
    Numbers.erase(tx, "incident_deed", "reason", numbers);
    Numbers.erase(tx, "incident_joint_minute", "words", numbers);
    Numbers.erase(tx, "incident_joint_duty", "what", numbers);
  }
}
