package org.wangge.server.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Limit;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.incident.limit.LimitStore;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;
import org.wangge.incident.limit.StageLimits;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.word.Word;

/** Limits of stages in plain SQL for both databases. Thread-safe. */
public final class JdbcLimitStore implements LimitStore {
  private static final String COLUMNS =
      "id, version, category, condition_code, stage, kind, amount, warn_percents, since";

  @Override
  public List<StageLimit> list(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query(
            "select * from incident_stage_limit order by category, condition_code, id",
            JdbcLimitStore::limit);
  }

  @Override
  public List<StageLimit> listAt(Tx tx, Caller caller, Instant at) {
    return JdbcTx.of(tx)
        .query(
            """
            select %1$s from incident_stage_limit where since <= ?
            union all
            select %1$s from incident_stage_limit_past where since <= ? and until_at > ?
            order by category, condition_code, id
            """
                .formatted(COLUMNS),
            JdbcLimitStore::limit,
            at,
            at,
            at);
  }

  @Override
  public Optional<StageLimit> find(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .queryOne("select * from incident_stage_limit where id = ?", JdbcLimitStore::limit, id);
  }

  @Override
  public List<StageLimit> listOf(Tx tx, Caller caller, String category, String condition) {
    List<StageLimit> said =
        JdbcTx.of(tx)
            .query(
                """
                select * from incident_stage_limit
                where category in (?, '') and condition_code in (?, '')
                """,
                JdbcLimitStore::limit,
                category,
                condition);
    return new StageLimits(said).listOf(category, condition);
  }

  @Override
  public StageLimit add(Tx tx, Caller caller, StageLimit limit) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int added =
        jdbc.update(
            """
            insert into incident_stage_limit (version, category, condition_code, stage, kind,
              amount, warn_percents, since)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            limit.version(),
            limit.scope().category(),
            limit.scope().condition(),
            limit.scope().stage().word(),
            limit.limit().kind().word(),
            limit.limit().amount(),
            percents(limit),
            limit.since());
    if (added == 0) {
      throw new Conflict(
          "limit-taken",
          Map.of(
              "category", limit.scope().category(),
              "condition", limit.scope().condition(),
              "stage", limit.scope().stage().word()));
    }
    return jdbc.queryOne(
            """
            select * from incident_stage_limit
            where category = ? and condition_code = ? and stage = ?
            """,
            JdbcLimitStore::limit,
            limit.scope().category(),
            limit.scope().condition(),
            limit.scope().stage().word())
        .orElseThrow();
  }

  @Override
  public void change(Tx tx, Caller caller, StageLimit changed, int ifVersion) {
    keepPast(tx, changed.id(), ifVersion);
    int moved =
        JdbcTx.of(tx)
            .update(
                """
                update incident_stage_limit
                set version = ?, kind = ?, amount = ?, warn_percents = ?, since = ?
                where id = ? and version = ?
                """,
                changed.version(),
                changed.limit().kind().word(),
                changed.limit().amount(),
                percents(changed),
                changed.since(),
                changed.id(),
                ifVersion);
    requireMoved(tx, caller, moved, changed.id(), ifVersion);
  }

  @Override
  public void remove(Tx tx, Caller caller, long id, int ifVersion) {
    keepPast(tx, id, ifVersion);
    int moved =
        JdbcTx.of(tx)
            .update("delete from incident_stage_limit where id = ? and version = ?", id, ifVersion);
    requireMoved(tx, caller, moved, id, ifVersion);
  }

  /** Copies what is to change; of two writers the slower one copies nothing, and is refused. */
  private static void keepPast(Tx tx, long id, int version) {
    JdbcTx.of(tx)
        .update(
            """
            insert into incident_stage_limit_past (%1$s, until_at)
            select %1$s, cast(? as timestamp with time zone) from incident_stage_limit
            where id = ? and version = ? on conflict do nothing
            """
                .formatted(COLUMNS),
            tx.now(),
            id,
            version);
  }

  private void requireMoved(Tx tx, Caller caller, int moved, long id, int ifVersion) {
    if (moved == 0) {
      StageLimit newest =
          find(tx, caller, id)
              .orElseThrow(() -> new NotFound("limit-unknown", Map.of("limit", id)));
      throw Conflict.version(ifVersion, newest.version());
    }
  }

  private static String percents(StageLimit limit) {
    return limit.warnPercents().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static StageLimit limit(Row row) throws SQLException {
    List<Integer> percents = new ArrayList<>();
    for (String percent : row.string("warn_percents").split(" ", -1)) {
      if (!percent.isEmpty()) {
        percents.add(Integer.parseInt(percent));
      }
    }
    return new StageLimit(
        row.number("id"),
        row.integer("version"),
        new StageLimit.Scope(
            row.string("category"),
            row.string("condition_code"),
            Word.find(Stage.class, row.string("stage")).orElseThrow()),
        new Limit(
            Word.find(ClockKind.class, row.string("kind")).orElseThrow(), row.integer("amount")),
        percents,
        row.instant("since"));
  }
}
