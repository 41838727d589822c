package org.wangge.server.patrol.round;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.event.Tx;
import org.wangge.patrol.round.GridWalk;
import org.wangge.patrol.round.PatrolRun;
import org.wangge.patrol.round.RunComparison;
import org.wangge.patrol.round.RunResult;
import org.wangge.patrol.round.Span;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.word.Word;

/** Patrols that were compared, as rows. */
final class RunRows {

  /** In place of what was kept of it before. */
  void keep(Tx tx, PatrolRun run) {
    JdbcTx jdbc = JdbcTx.of(tx);
    long id = run.id() == 0 ? insert(jdbc, run) : change(jdbc, run);
    List<@Nullable Object[]> grids = new ArrayList<>();
    for (GridWalk walk : run.outcome().grids()) {
      grids.add(
          new Object[] {
            id,
            walk.gridCode(),
            walk.enteredOrNull(),
            walk.leftOrNull(),
            walk.passes(),
            walk.within().toMillis(),
            walk.meters(),
            walk.streetMeters(),
            walk.walkedStreetMeters(),
            walk.lacking().toMillis()
          });
    }
    jdbc.updateAll(
        """
        insert into patrol_run_grid (run_id, grid_code, entered_at, left_at, passes, within_millis,
          meters, street_meters, walked_meters, lacking_millis)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        grids);
  }

  private static long insert(JdbcTx jdbc, PatrolRun run) {
    return jdbc.insert(
        """
        insert into patrol_run (plan_id, staff_code, from_at, plan_version, to_at, result, walked,
          silences, heard_millis, fixes, meters, judged_at, generated)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        run.planId(),
        run.staffCode(),
        run.time().from(),
        run.planVersion(),
        run.time().to(),
        run.outcome().result().word(),
        SpanText.print(run.time().from(), run.outcome().walked()),
        SpanText.print(run.time().from(), run.outcome().silences()),
        run.outcome().heard().toMillis(),
        run.outcome().fixes(),
        run.outcome().meters(),
        run.judgedAt(),
        run.generated());
  }

  private static long change(JdbcTx jdbc, PatrolRun run) {
    jdbc.update(
        """
        update patrol_run set plan_version = ?, to_at = ?, result = ?, walked = ?, silences = ?,
          heard_millis = ?, fixes = ?, meters = ?, judged_at = ?, generated = ?
        where id = ?
        """,
        run.planVersion(),
        run.time().to(),
        run.outcome().result().word(),
        SpanText.print(run.time().from(), run.outcome().walked()),
        SpanText.print(run.time().from(), run.outcome().silences()),
        run.outcome().heard().toMillis(),
        run.outcome().fixes(),
        run.outcome().meters(),
        run.judgedAt(),
        run.generated(),
        run.id());
    jdbc.update("delete from patrol_run_grid where run_id = ?", run.id());
    return run.id();
  }

  /** Those with a grid in a scope, of which the others are left out. */
  List<PatrolRun> read(Tx tx, AreaScope scope, Where where) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Map<Long, List<GridWalk>> grids = new HashMap<>();
    Where within = new Where().and(where.condition(), where.parameters());
    within.within("g.grid_code", scope);
    var unused =
        jdbc.query(
            "select g.* from patrol_run_grid g join patrol_run r on r.id = g.run_id"
                + within.sql()
                + " order by g.run_id, g.grid_code",
            row ->
                grids
                    .computeIfAbsent(row.number("run_id"), any -> new ArrayList<>())
                    .add(walk(row)),
            within.parameters());
    return jdbc
        .query(
            "select r.* from patrol_run r" + where.sql() + " order by r.from_at, r.id",
            row -> run(row, grids),
            where.parameters())
        .stream()
        .filter(run -> !run.outcome().grids().isEmpty())
        .toList();
  }

  private static GridWalk walk(Row row) throws SQLException {
    return new GridWalk(
        row.string("grid_code"),
        row.instantIfAny("entered_at").orElse(null),
        row.instantIfAny("left_at").orElse(null),
        row.integer("passes"),
        Duration.ofMillis(row.number("within_millis")),
        row.decimal("meters"),
        row.decimal("street_meters"),
        row.decimal("walked_meters"),
        Duration.ofMillis(row.number("lacking_millis")));
  }

  private static PatrolRun run(Row row, Map<Long, List<GridWalk>> grids) throws SQLException {
    Instant from = row.instant("from_at");
    return new PatrolRun(
        row.number("id"),
        row.number("plan_id"),
        row.integer("plan_version"),
        row.string("staff_code"),
        new Span(from, row.instant("to_at")),
        new RunComparison.Outcome(
            Word.find(RunResult.class, row.string("result")).orElseThrow(),
            grids.getOrDefault(row.number("id"), List.of()),
            SpanText.parse(from, row.string("walked")),
            SpanText.parse(from, row.string("silences")),
            Duration.ofMillis(row.number("heard_millis")),
            row.integer("fixes"),
            row.decimal("meters")),
        row.instant("judged_at"),
        row.flag("generated"));
  }
}
