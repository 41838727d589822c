package org.wangge.server.people;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.Identity;
import org.wangge.people.IdentityStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Linked identities in plain SQL for both databases. Thread-safe. */
final class JdbcIdentityStore implements IdentityStore {

  @Override
  public Optional<Identity> find(Tx tx, String issuer, String subject) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from people_identity where issuer = ? and subject = ?",
            JdbcIdentityStore::identity,
            issuer,
            subject);
  }

  @Override
  public List<Identity> list(Tx tx, Caller caller, String account) {
    return JdbcTx.of(tx)
        .query(
            "select * from people_identity where account_id = ? order by id",
            JdbcIdentityStore::identity,
            account);
  }

  @Override
  public Identity add(Tx tx, Caller caller, Identity identity) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into people_identity (account_id, issuer, subject, linked_by, linked_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """,
                identity.account(),
                identity.issuer(),
                identity.subject(),
                identity.linkedBy(),
                identity.linkedAt());
    if (added == 0) {
      throw new Conflict("identity-taken", Map.of());
    }
    return find(tx, identity.issuer(), identity.subject()).orElseThrow();
  }

  @Override
  public boolean remove(Tx tx, Caller caller, String account, long id) {
    return JdbcTx.of(tx)
            .update("delete from people_identity where account_id = ? and id = ?", account, id)
        == 1;
  }

  private static Identity identity(Row row) throws SQLException {
    return new Identity(
        row.number("id"),
        row.string("account_id"),
        row.string("issuer"),
        row.string("subject"),
        row.string("linked_by"),
        row.instant("linked_at"));
  }
}
