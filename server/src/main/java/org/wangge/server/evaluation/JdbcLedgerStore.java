package org.wangge.server.evaluation;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.evaluation.LedgerStore;
import org.wangge.evaluation.Publication;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** What stands in public ledgers, in plain SQL for both databases. Thread-safe. */
final class JdbcLedgerStore implements LedgerStore {

  @Override
  public Optional<Publication> find(Tx tx, Caller caller, String incidentId) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from evaluation_publication where incident_id = ?",
            JdbcLedgerStore::publication,
            incidentId);
  }

  private static Publication publication(Row row) throws SQLException {
    return new Publication(
        row.string("incident_id"),
        row.integer("version"),
        row.string("promise"),
        row.instant("published_at"),
        row.string("published_by"),
        row.instantIfAny("withdrawn_at").orElse(null));
  }

  @Override
  public void put(Tx tx, Caller caller, Publication one) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int touched =
        one.version() == 1
            ? jdbc.update(
                """
                insert into evaluation_publication
                  (incident_id, version, promise, published_at, published_by)
                values (?, 1, ?, ?, ?) on conflict do nothing
                """,
                one.incidentId(),
                one.promise(),
                one.publishedAt(),
                one.account())
            : jdbc.update(
                """
                update evaluation_publication
                set version = ?, promise = ?, published_at = ?, published_by = ?, withdrawn_at = ?
                where incident_id = ? and version = ?
                """,
                one.version(),
                one.promise(),
                one.publishedAt(),
                one.account(),
                one.withdrawnOrNull(),
                one.incidentId(),
                one.version() - 1);
    if (touched == 0) {
      throw Conflict.version(one.version() - 1, one.version());
    }
  }

  @Override
  public List<Publication> list(Tx tx, Caller caller, String areaCode, int limit) {
    Where where = new Where().and("p.withdrawn_at is null").below("i.grid_code", areaCode);
    return JdbcTx.of(tx)
        .query(
            """
            select p.* from evaluation_publication p
            join incident_incident i on i.id = p.incident_id\
            """
                + where.sql()
                + " order by p.published_at desc, p.incident_id desc limit ?",
            JdbcLedgerStore::publication,
            where.parameters(limit));
  }
}
