package org.wangge.server.open311;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Channel;
import org.wangge.incident.Standing;
import org.wangge.incident.published.PublishedQuery;
import org.wangge.incident.published.PublishedRequest;
import org.wangge.incident.published.PublishedStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** What is published of incidents, in plain SQL for both databases. Thread-safe. */
final class JdbcPublishedStore implements PublishedStore {
  private static final String FIELDS =
      """
      select i.number, i.category, i.standing, i.reported_at, i.due_at, i.location,
        c.name_zh, c.name_en,
        coalesce((select max(d.done_at) from incident_deed d where d.incident_id = i.id),
          i.reported_at) as updated_at
      from incident_incident i join incident_category c on c.code = i.category\
      """;

  @Override
  public List<PublishedRequest> list(
      Tx tx, Caller caller, PublishedQuery query, Set<Channel> channels) {
    Where where =
        new Where()
            .and("i.grid_code is not null and c.published")
            .andIf("i.reported_at >= ?", query.fromOrNull())
            .andIf("i.reported_at < ?", query.toOrNull());
    among(where, "i.channel", channels.stream().map(Channel::word).toList());
    if (!query.numbers().isEmpty()) {
      among(where, "i.number", query.numbers());
    }
    if (!query.categories().isEmpty()) {
      among(where, "i.category", query.categories());
    }
    if (query.openOrNull() != null) {
      where.and(query.openOrNull() ? "i.closed_at is null" : "i.closed_at is not null");
    }
    return JdbcTx.of(tx)
        .query(
            FIELDS + where.sql() + " order by i.reported_at desc, i.number desc limit ? offset ?",
            JdbcPublishedStore::read,
            where.parameters(query.limit(), query.skip()));
  }

  private static void among(Where where, String column, Collection<String> values) {
    String marks = String.join(", ", values.stream().map(value -> "?").toList());
    where.and(column + " in (" + marks + ")", values.toArray());
  }

  @Override
  public void addToken(Tx tx, Caller caller, String reportKey, String tokenHash) {
    JdbcTx.of(tx)
        .update(
            """
            insert into incident_report_token (token_hash, report_key) values (?, ?)
            on conflict do nothing
            """,
            tokenHash,
            reportKey);
  }

  @Override
  public Optional<String> findNumber(Tx tx, Caller caller, String tokenHash) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select case when i.grid_code is null then '' else i.number end as number
            from incident_incident i
            join incident_report r on r.incident_id = i.id
            join incident_report_token t on t.report_key = r.report_key
            where t.token_hash = ?
            """,
            row -> row.string("number"),
            tokenHash);
  }

  private static PublishedRequest read(Row row) throws SQLException {
    return new PublishedRequest(
        row.string("number"),
        row.string("category"),
        row.string("name_zh"),
        row.string("name_en"),
        Standing.find(row.string("standing")).orElseThrow(),
        row.instant("reported_at"),
        row.instant("updated_at"),
        row.instantIfAny("due_at").orElse(null),
        Points.onLattice(row.geometry("location").orElseThrow()));
  }
}
