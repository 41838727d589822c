package org.wangge.server.incident.file;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.file.FileStore;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.file.IncidentFile;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/**
 * Files of one kind in plain SQL for both databases: a table with a row for each, and one with what
 * is in them. How they are added and put with something, the store of the kind says. Thread-safe.
 *
 * @param <F> the kind
 */
public abstract class JdbcFileStore<F extends IncidentFile> implements FileStore<F> {
  private static final String OF_INCIDENT =
      """
      (incident_id = ? or report_key in
        (select r.report_key from incident_report r where r.incident_id = ? or r.incident_id in
          (select m.incident_id from incident_merge m where m.into_id = ?)))
      """;

  private final String table;
  private final String contentTable;
  private final String fileColumn;

  /**
   * Makes it.
   *
   * @param table with a row for each file
   * @param contentTable with what is in them
   * @param fileColumn in which that says of which file it is
   */
  protected JdbcFileStore(String table, String contentTable, String fileColumn) {
    this.table = table;
    this.contentTable = contentTable;
    this.fileColumn = fileColumn;
  }

  /**
   * A file of its row.
   *
   * @param useOrNull what it is with; null while it waits
   */
  protected abstract F read(Row row, @Nullable FileUse useOrNull) throws SQLException;

  private F file(Row row) throws SQLException {
    FileUse use =
        new FileUse(
            row.stringIfAny("report_key").orElse(null),
            row.stringIfAny("incident_id").orElse(null),
            row.integer("version"),
            row.integer("place"));
    return read(row, row.instantIfAny("waiting_since").isPresent() ? null : use);
  }

  @Override
  public final Optional<F> find(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx).queryOne("select * from " + table + " where id = ?", this::file, id);
  }

  @Override
  public final List<F> ofReport(Tx tx, Caller caller, String reportKey) {
    return JdbcTx.of(tx)
        .query(
            "select * from " + table + " where report_key = ? order by place",
            this::file,
            reportKey);
  }

  @Override
  public final List<F> ofIncident(Tx tx, Caller caller, String incidentId) {
    return JdbcTx.of(tx)
        .query(
            "select * from "
                + table
                + " where "
                + OF_INCIDENT
                + "order by version, report_key, place",
            this::file,
            incidentId,
            incidentId,
            incidentId);
  }

  @Override
  public final int waiting(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select count(*) as many from " + table + " where waiting_since is not null",
            row -> row.integer("many"))
        .orElseThrow();
  }

  @Override
  public final int removeWaiting(Tx tx, Instant before) {
    return remove(tx, "waiting_since < ?", before);
  }

  @Override
  public final void removeOfReport(Tx tx, Caller caller, String reportKey) {
    remove(tx, "report_key = ?", reportKey);
  }

  @Override
  public final void removeOfIncident(Tx tx, Caller caller, String incidentId) {
    remove(tx, OF_INCIDENT, incidentId, incidentId, incidentId);
  }

  /** Removes files with what is in them. Answers how many. */
  protected final int remove(Tx tx, String condition, @Nullable Object... parameters) {
    JdbcTx.of(tx)
        .update(
            "delete from "
                + contentTable
                + " where "
                + fileColumn
                + " in (select id from "
                + table
                + " where "
                + condition
                + ")",
            parameters);
    return JdbcTx.of(tx).update("delete from " + table + " where " + condition, parameters);
  }
}
