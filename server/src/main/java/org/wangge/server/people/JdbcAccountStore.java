package org.wangge.server.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.wangge.people.GrantHolder;
import org.wangge.people.HolderQuery;
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
  public List<GrantHolder> holders(Tx tx, HolderQuery query) {
    if (query.roles().isEmpty()) {
      return List.of();
    }
    List<String> codes = codesAbove(query.grid());
    Where where =
        new Where()
            .and("a.state = ?", AccountState.ACTIVE.word())
            .and(
                "g.role in (" + marks(query.roles().size()) + ")",
                query.roles().stream().map(Role::word).toArray())
            .and("g.valid_from <= ?", query.at())
            .and("(g.valid_to is null or g.valid_to > ?)", query.at())
            .and(
                "(g.partition_id is null or g.partition_id <> ? or g.area_code in ("
                    + marks(codes.size())
                    + "))",
                Stream.concat(Stream.of(Partition.TREE), codes.stream()).toArray());
    Set<String> among = query.amongOrNull();
    if (among != null) {
      where.and("a.id in (" + marks(among.size()) + ")", among.toArray());
    }
    Map<String, Account> accounts = new LinkedHashMap<>();
    Map<String, List<Grant>> grants = new HashMap<>();
    var unused =
        JdbcTx.of(tx)
            .query(
                """
                select a.id as account, a.version, a.state, a.staff_code, a.must_change_password,
                  a.created_at, a.generated, g.*
                from people_account a join people_grant g on g.account_id = a.id
                """
                    + where.sql()
                    + " order by a.id, g.id",
                row -> {
                  Grant grant = grant(row);
                  accounts.put(grant.account(), account(row, "account"));
                  return grants
                      .computeIfAbsent(grant.account(), any -> new ArrayList<>())
                      .add(grant);
                },
                where.parameters());
    return accounts.values().stream()
        .map(one -> new GrantHolder(one, grants.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /** What the code of an area of the tree begins with, of which some are codes of areas above. */
  private static List<String> codesAbove(String grid) {
    return IntStream.rangeClosed(0, grid.length()).mapToObj(n -> grid.substring(0, n)).toList();
  }

  /** At least one, so that the list of nothing is a list of null, which holds nothing. */
  private static String marks(int count) {
    return count == 0 ? "null" : String.join(", ", Collections.nCopies(count, "?"));
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
    return account(row, "id");
  }

  private static Account account(Row row, String idColumn) throws SQLException {
    return new Account(
        row.string(idColumn),
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
