package org.wangge.server.people;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.SecondFactor;
import org.wangge.people.SecondFactorStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Second factors in plain SQL for both databases. Thread-safe. */
public final class JdbcSecondFactorStore implements SecondFactorStore {

  @Override
  public void begin(Tx tx, Caller caller, SecondFactor fresh) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        """
        delete from people_second_factor
        where confirmed_at is null and (account_id = ? or begun_at <= ?)
        """,
        fresh.account(),
        fresh.begunAt().minus(SecondFactor.WAIT));
    int added =
        jdbc.update(
            """
            insert into people_second_factor
              (account_id, sealed_secret, begun_at, confirmed_at, last_step)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            fresh.account(),
            fresh.sealedSecret(),
            fresh.begunAt(),
            fresh.confirmedOrNull(),
            fresh.lastStep());
    if (added == 0) {
      throw new Conflict("second-factor-taken", Map.of("account", fresh.account()));
    }
  }

  @Override
  public Optional<SecondFactor> find(Tx tx, Caller caller, String account) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from people_second_factor where account_id = ?",
            JdbcSecondFactorStore::factor,
            account);
  }

  @Override
  public boolean confirm(Tx tx, Caller caller, String account, long step) {
    return JdbcTx.of(tx)
            .update(
                """
                update people_second_factor set confirmed_at = ?, last_step = ?
                where account_id = ? and confirmed_at is null
                """,
                tx.now(),
                step,
                account)
        == 1;
  }

  @Override
  public boolean useStep(Tx tx, Caller caller, String account, long step) {
    return JdbcTx.of(tx)
            .update(
                """
                update people_second_factor set last_step = ?
                where account_id = ? and last_step < ? and confirmed_at is not null
                """,
                step,
                account,
                step)
        == 1;
  }

  @Override
  public void replaceRecoveryCodes(Tx tx, Caller caller, String account, List<String> hashes) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update("delete from people_recovery_code where account_id = ?", account);
    List<@Nullable Object[]> rows = new ArrayList<>();
    hashes.forEach(hash -> rows.add(new Object[] {account, hash}));
    jdbc.updateAll("insert into people_recovery_code (account_id, code_hash) values (?, ?)", rows);
  }

  @Override
  public boolean useRecoveryCode(Tx tx, Caller caller, String account, String hash) {
    return JdbcTx.of(tx)
            .update(
                """
                update people_recovery_code set used_at = ?
                where account_id = ? and code_hash = ? and used_at is null
                """,
                tx.now(),
                account,
                hash)
        == 1;
  }

  @Override
  public int countRecoveryCodes(Tx tx, Caller caller, String account) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select count(*) as codes from people_recovery_code
            where account_id = ? and used_at is null
            """,
            row -> row.integer("codes"),
            account)
        .orElse(0);
  }

  @Override
  public boolean remove(Tx tx, Caller caller, String account) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update("delete from people_recovery_code where account_id = ?", account);
    return jdbc.update("delete from people_second_factor where account_id = ?", account) == 1;
  }

  private static SecondFactor factor(Row row) throws SQLException {
    return new SecondFactor(
        row.string("account_id"),
        row.string("sealed_secret"),
        row.instant("begun_at"),
        row.instantIfAny("confirmed_at").orElse(null),
        row.number("last_step"));
  }
}
