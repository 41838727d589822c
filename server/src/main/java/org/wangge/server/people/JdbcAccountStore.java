package org.wangge.server.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;
import org.wangge.people.Account;
import org.wangge.people.AccountQuery;
import org.wangge.people.AccountState;
import org.wangge.people.AccountStore;
import org.wangge.people.Grant;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Accounts and grants in plain SQL for both databases. Thread-safe. */
final class JdbcAccountStore implements AccountStore {
  private static final String HOLDS =
      "exists (select 1 from people_grant g where g.account_id = people_account.id and ";

  @Override
  public Optional<Account> find(Tx tx, String id) {
    return JdbcTx.of(tx)
        .queryOne("select * from people_account where id = ?", JdbcAccountStore::account, id);
  }

  @Override
  public Optional<Account> find(Tx tx, Caller caller, String id) {
    Where where = seen(caller.scope()).and("id = ?", id);
    return JdbcTx.of(tx)
        .queryOne(
            "select * from people_account" + where.sql(),
            JdbcAccountStore::account,
            where.parameters());
  }

  @Override
  public List<Account> list(Tx tx, Caller caller, AccountQuery query) {
    Where where = seen(caller.scope()).and("id > ?", query.afterId());
    if (query.textOrNull() != null) {
      String text = Where.holding(query.textOrNull());
      where.and("(id like ? or staff_code like ?)", text, text);
    }
    where.andIf("state = ?", query.stateOrNull() == null ? null : query.stateOrNull().word());
    if (query.roleOrNull() != null) {
      where.and(HOLDS + "g.role = ?)", query.roleOrNull().word());
    }
    if (query.areaOrNull() != null) {
      Where below = new Where().below("g.area_code", query.areaOrNull());
      where.and(HOLDS + below.condition() + ")", below.parameters());
    }
    return JdbcTx.of(tx)
        .query(
            "select * from people_account" + where.sql() + " order by id limit ?",
            JdbcAccountStore::account,
            where.parameters(query.limit()));
  }

  /** Accounts that hold a grant in an area of the tree within a scope. */
  private static Where seen(AreaScope scope) {
    Where where = new Where();
    if (scope.everywhere()) {
      return where;
    }
    Where within =
        new Where().within("g.area_code", scope).and("g.partition_id = ?", Partition.TREE);
    return where.and(HOLDS + within.condition() + ")", within.parameters());
  }

  @Override
  public void add(Tx tx, Account account, String passwordHash) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into people_account (id, version, state, staff_code, password_hash,
                  must_change_password, created_at, generated)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                account.id(),
                account.version(),
                account.state().word(),
                account.staffCodeOrNull(),
                passwordHash,
                account.mustChangePassword(),
                account.createdAt(),
                account.generated());
    if (added == 0) {
      throw new Conflict("account-taken", Map.of("account", account.id()));
    }
  }

  @Override
  public void change(Tx tx, Account changed) {
    int before = changed.version() - 1;
    int touched =
        JdbcTx.of(tx)
            .update(
                """
                update people_account
                set version = ?, state = ?, staff_code = ?, must_change_password = ?
                where id = ? and version = ?
                """,
                changed.version(),
                changed.state().word(),
                changed.staffCodeOrNull(),
                changed.mustChangePassword(),
                changed.id(),
                before);
    if (touched == 0) {
      throw Conflict.version(before, changed.version());
    }
  }

  @Override
  public Optional<String> passwordHash(Tx tx, String id) {
    return JdbcTx.of(tx)
        .queryOne(
            "select password_hash from people_account where id = ?",
            row -> row.stringIfAny("password_hash"),
            id)
        .flatMap(hash -> hash);
  }

  @Override
  public void setPasswordHash(Tx tx, String id, String hash) {
    JdbcTx.of(tx).update("update people_account set password_hash = ? where id = ?", hash, id);
  }

  @Override
  public List<Grant> grants(Tx tx, String account) {
    return JdbcTx.of(tx)
        .query(
            "select * from people_grant where account_id = ? order by id",
            JdbcAccountStore::grant,
            account);
  }

  @Override
  public Grant addGrant(Tx tx, Grant grant) {
    long id =
        JdbcTx.of(tx)
            .insert(
                """
                insert into people_grant (account_id, role, partition_id, area_code, valid_from,
                  valid_to, granted_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                grant.account(),
                grant.role().word(),
                grant.area().map(AreaKey::partition).orElse(null),
                grant.area().map(AreaKey::code).orElse(null),
                grant.validity().from(),
                grant.validity().to().orElse(null),
                grant.grantedBy());
    return new Grant(
        id, grant.account(), grant.role(), grant.areaOrNull(), grant.validity(), grant.grantedBy());
  }

  @Override
  public void endGrant(Tx tx, long id, Instant end) {
    JdbcTx.of(tx)
        .update(
            "update people_grant set valid_to = ? where id = ? and (valid_to is null or valid_to > ?)",
            end,
            id,
            end);
  }

  @Override
  public int countEverywhere(Tx tx, Role role, Instant at, String but) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select count(distinct a.id) as accounts
            from people_account a join people_grant g on g.account_id = a.id
            where a.state = 'active' and a.id <> ? and g.role = ? and g.partition_id is null
              and g.valid_from <= ? and (g.valid_to is null or g.valid_to > ?)
            """,
            row -> row.integer("accounts"),
            but,
            role.word(),
            at,
            at)
        .orElse(0);
  }

  private static Account account(Row row) throws SQLException {
    return new Account(
        row.string("id"),
        row.integer("version"),
        AccountState.find(row.string("state")).orElseThrow(),
        row.stringIfAny("staff_code").orElse(null),
        row.flag("must_change_password"),
        row.instant("created_at"),
        row.flag("generated"));
  }

  private static Grant grant(Row row) throws SQLException {
    String partition = row.stringIfAny("partition_id").orElse(null);
    return new Grant(
        row.number("id"),
        row.string("account_id"),
        Role.find(row.string("role")).orElseThrow(),
        partition == null ? null : new AreaKey(partition, row.string("area_code")),
        new Validity(row.instant("valid_from"), row.instantIfAny("valid_to").orElse(null)),
        row.string("granted_by"));
  }
}
