package org.wangge.plan.drawing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridStore;
import org.wangge.plan.operation.BuildingsIn;
import org.wangge.plan.operation.RestoreGround;
import org.wangge.plan.operation.StreetsIn;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.record.PlanStore;
import org.wangge.plan.redraw.Lineage;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Topology;

/** Reads plans and draws them: what drawing in them and their lives have in common. Thread-safe. */
public final class DrawnPlans {
  private final GridStore grids;
  private final PlanStore store;
  private final PlanHistories histories;
  private final PlanDrawing drawing;
  private final Publication publication;

  public DrawnPlans(GridStore grids, PlanStore store, BuildingsIn buildings, StreetsIn streets) {
    this.grids = grids;
    this.store = store;
    this.histories = new PlanHistories(store);
    this.drawing = new PlanDrawing(grids, buildings, streets);
    this.publication = new Publication(grids, store);
  }

  public PlanDrawing drawing() {
    return drawing;
  }

  public Publication publication() {
    return publication;
  }

  public Plan find(Tx tx, Caller caller, long id) {
    return store
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("plan-unknown", Map.of("plan", id)));
  }

  /** The plan, if it is as whoever changes it has seen it. */
  public Plan seen(Tx tx, Caller caller, long id, int ifVersion) {
    Plan plan = find(tx, caller, id);
    Conflict.unlessNewest(ifVersion, plan.version());
    return plan;
  }

  public PlanHistory history(Tx tx, Caller caller, Plan plan) {
    return histories.of(tx, caller, plan.id());
  }

  /** The faces of a plan as it stands. */
  public Topology topology(Tx tx, Caller caller, Plan plan, PlanHistory history) {
    Topology drawn = drawing.topology(tx, caller, plan, history, plan.head());
    return restored(tx, plan, drawn).map(RestoreGround.Restored::topology).orElse(drawn);
  }

  /** For a plan that brings old outlines back: what that comes to. */
  private Optional<RestoreGround.Restored> restored(Tx tx, Plan plan, Topology drawn) {
    return Optional.ofNullable(plan.term().restoresOrNull())
        .map(
            instant -> {
              Caller upkeep = Caller.upkeep();
              AsOf then = new AsOf(instant, plan.baseAt());
              BaseAreas areas = new BaseAreas(grids);
              LatticeBox box = areas.box(tx, upkeep, plan.areaCode(), then);
              return RestoreGround.apply(drawn, areas.in(tx, upkeep, box, then), plan.areaCode());
            });
  }

  /**
   * Of areas whose outlines come back under new codes: the lines from those that had them first.
   */
  public List<Lineage> returning(Tx tx, Plan plan, Redraw redraw, Instant effective) {
    if (plan.term().restoresOrNull() == null) {
      return List.of();
    }
    Caller upkeep = Caller.upkeep();
    Topology base = drawing.topology(tx, upkeep, plan, history(tx, upkeep, plan), plan.head());
    List<Lineage> lines = new ArrayList<>();
    restored(tx, plan, base)
        .orElseThrow()
        .first()
        .forEach(
            (face, key) ->
                redraw
                    .codeOf(face)
                    .map(code -> new Lineage(key, AreaKey.tree(code), plan.id(), effective))
                    .ifPresent(lines::add));
    return lines;
  }

  /** The plan with what it does or, if it ever was in force, did. */
  public DrawnPlan drawn(Tx tx, Caller caller, Plan plan) {
    PlanHistory history = history(tx, caller, plan);
    Topology topology = topology(tx, caller, plan, history);
    if (plan.state().hasBeenInForce()) {
      List<Lineage> lineage = store.lineage(tx, caller, plan.id());
      Redraw redraw = publication.published(tx, caller, plan, topology, lineage);
      return new DrawnPlan(plan, history, topology, redraw, lineage, Set.of());
    }
    Instant effective = plan.effective().orElse(tx.now());
    Redraw redraw = drawing.redraw(tx, caller, plan, topology, effective);
    Set<String> changed =
        grids.coverageVersion(tx) == plan.baseCoverage()
            ? Set.of()
            : drawing.changedSince(tx, caller, plan, redraw);
    return new DrawnPlan(plan, history, topology, redraw, List.of(), changed);
  }

  /**
   * A draft after it was changed, and what of it is other than somebody saw it.
   *
   * @param before the draft as it stood
   * @param version the one they saw
   * @param head the edit it stood at then
   */
  public PlanChange change(Tx tx, Caller caller, Plan before, int version, int head, Plan after) {
    PlanHistory history = history(tx, caller, after);
    long coverage = grids.coverageVersion(tx);
    PlanDifference.State was = state(tx, caller, before, history, head);
    PlanDifference.State is = state(tx, caller, after, history, after.head());
    Redraw redraw = is.outcome().redraw();
    Set<String> changed =
        coverage == after.baseCoverage()
            ? Set.of()
            : drawing.changedSince(tx, caller, after, redraw);
    DrawnPlan drawn =
        new DrawnPlan(after, history, is.outcome().topology(), redraw, List.of(), changed);
    return new PlanChange(drawn, PlanDifference.of(version, was, is, after));
  }

  private PlanDifference.State state(
      Tx tx, Caller caller, Plan plan, PlanHistory history, int head) {
    List<PlanEdit> edits = history.until(head);
    Topology topology = drawing.topology(tx, caller, plan, history, head);
    return new PlanDifference.State(edits, drawing.redrawn(tx, caller, plan, edits, topology));
  }

  /**
   * The same, of a plan that is yet to come into force; what others have changed is always read.
   */
  public DrawnPlan ready(Tx tx, Caller caller, Plan plan, Instant effective) {
    PlanHistory history = history(tx, caller, plan);
    Topology topology = topology(tx, caller, plan, history);
    Redraw redraw = drawing.redraw(tx, caller, plan, topology, effective);
    Set<String> changed = drawing.changedSince(tx, caller, plan, redraw);
    return new DrawnPlan(plan, history, topology, redraw, List.of(), changed);
  }
}
