package org.wangge.server.patrol.round;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.patrol.round.PatrolPlan;
import org.wangge.patrol.round.PatrolRun;
import org.wangge.patrol.round.RoundStore;
import org.wangge.patrol.round.RunQuery;
import org.wangge.patrol.round.RunResult;
import org.wangge.patrol.round.RunTally;
import org.wangge.patrol.round.Span;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Patrols in plain SQL for both databases. Thread-safe. */
public final class JdbcRoundStore implements RoundStore {
  private final PlanRows plans = new PlanRows();
  private final RunRows runs = new RunRows();

  @Override
  public PatrolPlan add(Tx tx, Caller caller, PatrolPlan plan) {
    long id =
        JdbcTx.of(tx)
            .insert(
                "insert into patrol_plan (version, ended, generated) values (?, ?, ?)",
                plan.version(),
                plan.ended(),
                plan.generated());
    PatrolPlan added =
        new PatrolPlan(
            id,
            plan.version(),
            plan.terms(),
            plan.since(),
            plan.until(),
            plan.ended(),
            plan.by(),
            plan.generated());
    plans.add(tx, added);
    return added;
  }

  @Override
  public void change(Tx tx, Caller caller, PatrolPlan next) {
    step(tx, next.id(), next.version() - 1, next.version(), false);
    close(tx, next.id(), next.version() - 1, next.since());
    plans.add(tx, next);
  }

  @Override
  public void end(Tx tx, Caller caller, PatrolPlan plan, Instant at) {
    step(tx, plan.id(), plan.version(), plan.version(), true);
    close(tx, plan.id(), plan.version(), at);
  }

  private static void step(Tx tx, long id, int from, int to, boolean ended) {
    int changed =
        JdbcTx.of(tx)
            .update(
                """
                update patrol_plan set version = ?, ended = ?
                where id = ? and version = ? and not ended
                """,
                to,
                ended,
                id,
                from);
    if (changed == 0) {
      throw Conflict.version(from, from + 1);
    }
  }

  private static void close(Tx tx, long id, int version, Instant at) {
    JdbcTx.of(tx)
        .update(
            "update patrol_plan_version set until_at = ? where plan_id = ? and version = ?",
            at,
            id,
            version);
  }

  @Override
  public Optional<PatrolPlan> find(Tx tx, Caller caller, long id) {
    return plans
        .read(tx, caller.scope(), new Where().and("v.version = p.version and p.id = ?", id))
        .stream()
        .findFirst();
  }

  @Override
  public List<PatrolPlan> list(Tx tx, Caller caller) {
    return plans.read(tx, caller.scope(), new Where().and("v.version = p.version"));
  }

  @Override
  public List<PatrolPlan> holding(Tx tx, Caller caller, Span time) {
    return plans.read(
        tx,
        caller.scope(),
        new Where()
            .and(
                "v.since_at < ? and (v.until_at is null or v.until_at > ?)",
                time.to(),
                time.from()));
  }

  @Override
  public List<PatrolRun> runs(Tx tx, Caller caller, RunQuery query) {
    return runs.read(tx, caller.scope(), asked(query).and("r.to_at > ?", query.time().from()));
  }

  private static Where asked(RunQuery query) {
    Where where =
        new Where()
            .and("r.from_at < ?", query.time().to())
            .andIf("r.plan_id = ?", query.planId())
            .andIf("r.staff_code = ?", query.staffCode());
    return query.area() == null
        ? where
        : where.and(
            """
            exists (select 1 from patrol_run_grid a where a.run_id = r.id and a.grid_code like ?)
            """,
            Where.startsWith(query.area()));
  }

  @Override
  public Optional<PatrolRun> findRun(Tx tx, Caller caller, long id) {
    return runs.read(tx, caller.scope(), new Where().and("r.id = ?", id)).stream().findFirst();
  }

  @Override
  public void keep(Tx tx, Caller caller, PatrolRun run) {
    runs.keep(tx, run);
  }

  @Override
  public List<RunTally> tallies(Tx tx, Caller caller, RunQuery query, boolean byGrid) {
    Where where =
        asked(query)
            .and("r.from_at >= ?", query.time().from())
            .and("r.result not in (?, ?)", RunResult.DUE.word(), RunResult.RUNNING.word());
    where.within("g.grid_code", caller.scope());
    if (query.area() != null) {
      where.below("g.grid_code", query.area());
    }
    return byGrid ? ofGrids(tx, where) : ofPeople(tx, where);
  }

  /** A grid counts as done where all that was asked for in it was done. */
  private static List<RunTally> ofGrids(Tx tx, Where where) {
    return JdbcTx.of(tx)
        .query(
            """
            select g.grid_code as code, count(*) as due,
              sum(case when g.lacking_millis = 0 then 1 else 0 end) as done,
              sum(case when g.lacking_millis > 0 and r.result <> 'unknown' and g.passes > 0 then 1 else 0 end)
                as partly,
              sum(case when g.lacking_millis > 0 and r.result <> 'unknown' and g.passes = 0 then 1 else 0 end)
                as missed,
              sum(case when g.lacking_millis > 0 and r.result = 'unknown' then 1 else 0 end) as unsure,
              sum(g.within_millis) as millis, sum(g.street_meters) as streets,
              sum(g.walked_meters) as walked
            from patrol_run r join patrol_run_grid g on g.run_id = r.id
            """
                + where.sql()
                + " group by g.grid_code order by g.grid_code",
            JdbcRoundStore::tally,
            where.parameters());
  }

  private static List<RunTally> ofPeople(Tx tx, Where where) {
    return JdbcTx.of(tx)
        .query(
            """
            select code, count(*) as due,
              sum(case when result = 'done' then 1 else 0 end) as done,
              sum(case when result = 'partly' then 1 else 0 end) as partly,
              sum(case when result = 'missed' then 1 else 0 end) as missed,
              sum(case when result = 'unknown' then 1 else 0 end) as unsure,
              sum(millis) as millis, sum(streets) as streets, sum(walked) as walked
            from (select r.staff_code as code, r.id, r.result, sum(g.within_millis) as millis,
                sum(g.street_meters) as streets, sum(g.walked_meters) as walked
              from patrol_run r join patrol_run_grid g on g.run_id = r.id
            """
                + where.sql()
                + """
                 group by r.staff_code, r.id, r.result) as runs
              group by code order by code
              """,
            JdbcRoundStore::tally,
            where.parameters());
  }

  private static RunTally tally(Row row) throws SQLException {
    return new RunTally(
        row.string("code"),
        row.integer("due"),
        row.integer("done"),
        row.integer("partly"),
        row.integer("missed"),
        row.integer("unsure"),
        row.number("millis") / 1000,
        row.decimal("streets"),
        row.decimal("walked"));
  }

  @Override
  public Map<String, Instant> lastWalked(Tx tx, Caller caller) {
    Map<String, Instant> last = new HashMap<>();
    Where tracks = new Where().within("g.grid_code", caller.scope());
    Where patrols = new Where().and("left_at is not null").within("grid_code", caller.scope());
    JdbcTx jdbc = JdbcTx.of(tx);
    for (Map.Entry<String, Instant> one :
        jdbc.query(
            """
            select g.grid_code, max(t.ended_at) as at
            from patrol_track_grid g join patrol_track t on t.id = g.track_id
            """
                + tracks.sql()
                + " group by g.grid_code",
            JdbcRoundStore::walked,
            tracks.parameters())) {
      last.put(one.getKey(), one.getValue());
    }
    for (Map.Entry<String, Instant> one :
        jdbc.query(
            "select grid_code, max(left_at) as at from patrol_run_grid"
                + patrols.sql()
                + " group by grid_code",
            JdbcRoundStore::walked,
            patrols.parameters())) {
      last.merge(one.getKey(), one.getValue(), (a, b) -> a.isAfter(b) ? a : b);
    }
    return last;
  }

  private static Map.Entry<String, Instant> walked(Row row) throws SQLException {
    return Map.entry(row.string("grid_code"), row.instant("at"));
  }

  @Override
  public int removeBefore(Tx tx, Caller caller, Instant instant) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        "delete from patrol_run_grid where run_id in (select id from patrol_run where to_at < ?)",
        instant);
    return jdbc.update("delete from patrol_run where to_at < ?", instant);
  }
}
