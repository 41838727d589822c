package org.wangge.server.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaKey;
import org.wangge.plan.record.DroppedEdit;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanQuery;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.record.PlanStep;
import org.wangge.plan.record.PlanStore;
import org.wangge.plan.record.PlanTerm;
import org.wangge.plan.redraw.Lineage;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Plans in plain SQL for both databases. Thread-safe. */
public final class JdbcPlanStore implements PlanStore {

  @Override
  public Plan add(Tx tx, Caller caller, Plan plan) {
    PlanTerm term = plan.term();
    long id =
        JdbcTx.of(tx)
            .insert(
                """
                insert into plan_plan (version, name, area_code, state, head, base_coverage, base_at,
                  account, published_at, effective_at, superseded_by, restores_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                plan.version(),
                plan.name(),
                plan.areaCode(),
                plan.state().word(),
                plan.head(),
                plan.baseCoverage(),
                plan.baseAt(),
                plan.account(),
                plan.publishedOrNull(),
                term.effectiveOrNull(),
                term.supersededByOrNull(),
                term.restoresOrNull());
    return plan.withId(id);
  }

  @Override
  public Optional<Plan> find(Tx tx, Caller caller, long id) {
    Where where = new Where().and("id = ?", id).within("area_code", caller.scope());
    return JdbcTx.of(tx)
        .queryOne("select * from plan_plan" + where.sql(), JdbcPlanStore::plan, where.parameters());
  }

  @Override
  public List<Plan> list(Tx tx, Caller caller, PlanQuery query) {
    Where where =
        new Where()
            .within("area_code", caller.scope())
            .andIf("area_code = ?", query.areaOrNull())
            .andIf("state = ?", query.state().map(PlanState::word).orElse(null))
            .and("id < ?", query.beforeId());
    return JdbcTx.of(tx)
        .query(
            "select * from plan_plan" + where.sql() + " order by id desc limit ?",
            JdbcPlanStore::plan,
            where.parameters(query.limit()));
  }

  @Override
  public List<Plan> scheduled(Tx tx, Caller caller) {
    Where where =
        new Where()
            .within("area_code", caller.scope())
            .and("state = ?", PlanState.SCHEDULED.word());
    return JdbcTx.of(tx)
        .query(
            "select * from plan_plan" + where.sql() + " order by effective_at, id",
            JdbcPlanStore::plan,
            where.parameters());
  }

  @Override
  public void change(Tx tx, Caller caller, Plan changed, int ifVersion) {
    int moved =
        JdbcTx.of(tx)
            .update(
                """
                update plan_plan set version = ?, name = ?, state = ?, head = ?, base_coverage = ?,
                  base_at = ?, published_at = ?, effective_at = ?, superseded_by = ?
                where id = ? and version = ?
                """,
                changed.version(),
                changed.name(),
                changed.state().word(),
                changed.head(),
                changed.baseCoverage(),
                changed.baseAt(),
                changed.publishedOrNull(),
                changed.term().effectiveOrNull(),
                changed.term().supersededByOrNull(),
                changed.id(),
                ifVersion);
    if (moved == 0) {
      Plan newest =
          find(tx, caller, changed.id())
              .orElseThrow(() -> new NotFound("plan-unknown", Map.of("plan", changed.id())));
      throw Conflict.version(ifVersion, newest.version());
    }
  }

  @Override
  public void addEdit(Tx tx, Caller caller, long planId, PlanEdit edit) {
    JdbcTx.of(tx)
        .update(
            """
            insert into plan_edit (plan_id, seq, after_seq, made_at, account, kind, operation)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            planId,
            edit.seq(),
            edit.after(),
            edit.at(),
            edit.account(),
            edit.operation().kind(),
            OperationRows.write(edit.operation()));
  }

  @Override
  public List<PlanEdit> edits(Tx tx, Caller caller, long planId, int from) {
    return JdbcTx.of(tx)
        .query(
            "select * from plan_edit where plan_id = ? and seq >= ? order by seq",
            JdbcPlanStore::edit,
            planId,
            from);
  }

  @Override
  public void addDropped(Tx tx, Caller caller, long planId, List<DroppedEdit> dropped) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (DroppedEdit edit : dropped) {
      rows.add(
          new @Nullable Object[] {
            planId,
            edit.seq(),
            edit.version(),
            edit.code(),
            edit.place().map(place -> (Object) place.lon()).orElse(null),
            edit.place().map(place -> (Object) place.lat()).orElse(null)
          });
    }
    if (!rows.isEmpty()) {
      JdbcTx.of(tx)
          .updateAll(
              """
              insert into plan_dropped (plan_id, seq, version, code, place_lon, place_lat)
              values (?, ?, ?, ?, ?, ?)
              """,
              rows);
    }
  }

  @Override
  public List<DroppedEdit> dropped(Tx tx, Caller caller, long planId) {
    return JdbcTx.of(tx)
        .query(
            "select * from plan_dropped where plan_id = ? order by seq",
            JdbcPlanStore::dropped,
            planId);
  }

  @Override
  public void addStep(Tx tx, Caller caller, long planId, PlanStep step) {
    JdbcTx.of(tx)
        .update(
            """
            insert into plan_step (plan_id, version, action, state, taken_at, account, reason,
              effective_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            planId,
            step.version(),
            step.action().word(),
            step.state().word(),
            step.at(),
            step.account(),
            step.reason(),
            step.effectiveOrNull());
  }

  @Override
  public List<PlanStep> steps(Tx tx, Caller caller, long planId) {
    return JdbcTx.of(tx)
        .query(
            "select * from plan_step where plan_id = ? order by version",
            JdbcPlanStore::step,
            planId);
  }

  @Override
  public void addHand(Tx tx, Caller caller, long planId, String account) {
    JdbcTx.of(tx)
        .update(
            "insert into plan_hand (plan_id, account) values (?, ?) on conflict do nothing",
            planId,
            account);
  }

  @Override
  public Set<String> hands(Tx tx, Caller caller, long planId) {
    return Set.copyOf(
        JdbcTx.of(tx)
            .query(
                "select account from plan_hand where plan_id = ?",
                row -> row.string("account"),
                planId));
  }

  @Override
  public void addLineage(Tx tx, Caller caller, List<Lineage> lines) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Lineage line : lines) {
      rows.add(
          new Object[] {
            line.planId(), line.old().partition(), line.old().code(), line.now().code(), line.at()
          });
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into plan_lineage (plan_id, partition_id, old_code, new_code, effective_at)
            values (?, ?, ?, ?, ?)
            """,
            rows);
  }

  @Override
  public List<Lineage> lineage(Tx tx, Caller caller, long planId) {
    return JdbcTx.of(tx)
        .query(
            "select * from plan_lineage where plan_id = ? order by new_code, old_code",
            JdbcPlanStore::line,
            planId);
  }

  @Override
  public List<Lineage> lineageOf(Tx tx, Caller caller, AreaKey key) {
    return JdbcTx.of(tx)
        .query(
            """
            select * from plan_lineage where partition_id = ? and (old_code = ? or new_code = ?)
            order by effective_at, new_code, old_code
            """,
            JdbcPlanStore::line,
            key.partition(),
            key.code(),
            key.code());
  }

  private static Plan plan(Row row) throws SQLException {
    return new Plan(
        row.number("id"),
        row.integer("version"),
        row.string("name"),
        row.string("area_code"),
        PlanState.find(row.string("state")).orElseThrow(),
        row.integer("head"),
        row.number("base_coverage"),
        row.instant("base_at"),
        row.string("account"),
        row.instantIfAny("published_at").orElse(null),
        new PlanTerm(
            row.instantIfAny("effective_at").orElse(null),
            row.numberIfAny("superseded_by").orElse(null),
            row.instantIfAny("restores_at").orElse(null)));
  }

  private static DroppedEdit dropped(Row row) throws SQLException {
    OptionalInt lon = row.integerIfAny("place_lon");
    OptionalInt lat = row.integerIfAny("place_lat");
    return new DroppedEdit(
        row.integer("seq"),
        row.integer("version"),
        row.string("code"),
        lon.isPresent() && lat.isPresent()
            ? new LatticePoint(lon.getAsInt(), lat.getAsInt())
            : null);
  }

  private static PlanStep step(Row row) throws SQLException {
    return new PlanStep(
        row.integer("version"),
        PlanAction.find(row.string("action")).orElseThrow(),
        PlanState.find(row.string("state")).orElseThrow(),
        row.instant("taken_at"),
        row.string("account"),
        row.string("reason"),
        row.instantIfAny("effective_at").orElse(null));
  }

  private static PlanEdit edit(Row row) throws SQLException {
    return new PlanEdit(
        row.integer("seq"),
        row.integer("after_seq"),
        row.instant("made_at"),
        row.string("account"),
        OperationRows.read(row.string("kind"), row.string("operation")));
  }

  private static Lineage line(Row row) throws SQLException {
    String partition = row.string("partition_id");
    return new Lineage(
        new AreaKey(partition, row.string("old_code")),
        new AreaKey(partition, row.string("new_code")),
        row.number("plan_id"),
        row.instant("effective_at"));
  }
}
