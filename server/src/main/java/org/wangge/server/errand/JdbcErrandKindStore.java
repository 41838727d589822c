package org.wangge.server.errand;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.errand.ErrandKind;
import org.wangge.errand.ErrandKindStore;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Kinds of errands in plain SQL for both databases. Thread-safe. */
final class JdbcErrandKindStore implements ErrandKindStore {
  private static final String NEWEST =
      """
      select * from errand_kind k
      where version = (select max(version) from errand_kind where code = k.code)
      """;

  @Override
  public List<ErrandKind> list(Tx tx, Caller caller) {
    return JdbcTx.of(tx).query(NEWEST + " order by place, code", JdbcErrandKindStore::kind);
  }

  @Override
  public Optional<ErrandKind> find(Tx tx, Caller caller, String code) {
    return versions(tx, caller, code).stream().findFirst();
  }

  @Override
  public List<ErrandKind> versions(Tx tx, Caller caller, String code) {
    return JdbcTx.of(tx)
        .query(
            "select * from errand_kind where code = ? order by version desc",
            JdbcErrandKindStore::kind,
            code);
  }

  @Override
  public void add(Tx tx, Caller caller, ErrandKind kind) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int place =
        jdbc.queryOne(
                """
                select coalesce(max(case when code = ? then place end), max(place) + 1) as place
                from errand_kind
                """,
                row -> row.integer("place"),
                kind.code())
            .orElse(1);
    int added =
        jdbc.update(
            """
            insert into errand_kind (place, code, version, name_zh, name_en, retired, since)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            place,
            kind.code(),
            kind.version(),
            kind.nameZh(),
            kind.nameEn(),
            kind.retired(),
            kind.since());
    if (added == 0) {
      throw Conflict.version(kind.version() - 1, kind.version());
    }
  }

  private static ErrandKind kind(Row row) throws SQLException {
    return new ErrandKind(
        row.string("code"),
        row.integer("version"),
        row.string("name_zh"),
        row.string("name_en"),
        row.flag("retired"),
        row.instant("since"));
  }
}
