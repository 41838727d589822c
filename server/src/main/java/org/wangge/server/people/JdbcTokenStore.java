package org.wangge.server.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.ApiToken;
import org.wangge.people.TokenStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Tokens in plain SQL for both databases. Thread-safe. */
public final class JdbcTokenStore implements TokenStore {

  @Override
  public void add(Tx tx, Caller caller, ApiToken token, String hash) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into people_token (id, account_id, name, token_hash, roles, areas, created_at,
                  expires_at, last_used_at, revoked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                token.id(),
                token.account(),
                token.name(),
                hash,
                token.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")),
                String.join(" ", token.areas()),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedOrNull(),
                token.revokedOrNull());
    if (added == 0) {
      throw new Conflict("token-taken", Map.of("token", token.id()));
    }
  }

  @Override
  public Optional<ApiToken> find(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx)
        .queryOne("select * from people_token where id = ?", JdbcTokenStore::token, id);
  }

  @Override
  public Optional<ApiToken> findByHash(Tx tx, Caller caller, String hash) {
    return JdbcTx.of(tx)
        .queryOne("select * from people_token where token_hash = ?", JdbcTokenStore::token, hash);
  }

  @Override
  public List<ApiToken> list(Tx tx, Caller caller, String account) {
    return JdbcTx.of(tx)
        .query(
            "select * from people_token where account_id = ? order by created_at desc, id",
            JdbcTokenStore::token,
            account);
  }

  @Override
  public boolean revoke(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx)
            .update(
                "update people_token set revoked_at = ? where id = ? and revoked_at is null",
                tx.now(),
                id)
        == 1;
  }

  @Override
  public int revokeAll(Tx tx, Caller caller, String account) {
    return JdbcTx.of(tx)
        .update(
            "update people_token set revoked_at = ? where account_id = ? and revoked_at is null",
            tx.now(),
            account);
  }

  @Override
  public void use(Tx tx, Caller caller, String id, Instant at) {
    JdbcTx.of(tx).update("update people_token set last_used_at = ? where id = ?", at, id);
  }

  private static ApiToken token(Row row) throws SQLException {
    return new ApiToken(
        row.string("id"),
        row.string("account_id"),
        row.string("name"),
        WordRows.words(row.string("roles")).stream().map(Role::valueOf).collect(Collectors.toSet()),
        WordRows.words(row.string("areas")),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.instantIfAny("last_used_at").orElse(null),
        row.instantIfAny("revoked_at").orElse(null));
  }
}
