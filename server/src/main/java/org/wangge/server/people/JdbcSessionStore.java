package org.wangge.server.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.event.Tx;
import org.wangge.people.Session;
import org.wangge.people.SessionStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Sessions in plain SQL for both databases. Thread-safe. */
final class JdbcSessionStore implements SessionStore {

  @Override
  public void add(Tx tx, Session session, String secretHash) {
    JdbcTx.of(tx)
        .update(
            """
            insert into people_session (id, secret_hash, account_id, strong, federated, begun_at,
              used_at, idle_seconds, ends_at, address, agent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            session.id(),
            secretHash,
            session.account(),
            session.strong(),
            session.federated(),
            session.begunAt(),
            session.usedAt(),
            (int) session.idle().toSeconds(),
            session.endsAt(),
            session.address(),
            session.agent());
  }

  @Override
  public Optional<Session> find(Tx tx, String secretHash) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from people_session where secret_hash = ?",
            JdbcSessionStore::session,
            secretHash);
  }

  @Override
  public List<Session> list(Tx tx, String account) {
    return JdbcTx.of(tx)
        .query(
            "select * from people_session where account_id = ? order by begun_at desc, id",
            JdbcSessionStore::session,
            account);
  }

  @Override
  public void touch(Tx tx, String id, Instant machineNow) {
    JdbcTx.of(tx).update("update people_session set used_at = ? where id = ?", machineNow, id);
  }

  @Override
  public void strengthen(Tx tx, String account, String id, String secretHash) {
    JdbcTx.of(tx)
        .update(
            "update people_session set strong = true, secret_hash = ? where account_id = ? and id = ?",
            secretHash,
            account,
            id);
  }

  @Override
  public boolean end(Tx tx, String account, String id) {
    return JdbcTx.of(tx)
            .update("delete from people_session where account_id = ? and id = ?", account, id)
        > 0;
  }

  @Override
  public int endAll(Tx tx, String account, String kept) {
    return JdbcTx.of(tx)
        .update("delete from people_session where account_id = ? and id <> ?", account, kept);
  }

  @Override
  public void removeOver(Tx tx, Instant machineNow) {
    JdbcTx.of(tx).update("delete from people_session where ends_at <= ?", machineNow);
  }

  private static Session session(Row row) throws SQLException {
    return new Session(
        row.string("id"),
        row.string("account_id"),
        row.flag("strong"),
        row.flag("federated"),
        row.instant("begun_at"),
        row.instant("used_at"),
        Duration.ofSeconds(row.integer("idle_seconds")),
        row.instant("ends_at"),
        row.string("address"),
        row.string("agent"));
  }
}
