package org.wangge.plan.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.GridStore;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.drawing.PlanDrawing;
import org.wangge.plan.operation.CutBuildings;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.record.PlanStates;
import org.wangge.plan.record.PlanStore;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * Does the edits of plans again on the areas as they are now. An edit that no longer applies is
 * told with place and reason; it is dropped only by whoever says so, and even then stays on record.
 * Thread-safe.
 */
public final class PlanRebase {
  private final Transactions transactions;
  private final PlanStore store;
  private final GridStore grids;
  private final DrawnPlans plans;
  private final PlanSteps steps;

  public PlanRebase(
      Transactions transactions,
      PlanStore store,
      GridStore grids,
      DrawnPlans plans,
      PlanSteps steps) {
    this.transactions = transactions;
    this.store = store;
    this.grids = grids;
    this.plans = plans;
    this.steps = steps;
  }

  /** What a rebase would make of a plan; nothing is kept. */
  public Rebased preview(Caller asking, long id) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    return transactions.read(
        tx -> {
          Plan plan = plans.find(tx, caller, id);
          PlanStates.after(plan, PlanAction.REBASE);
          return tried(tx, caller, plan, grids.coverageVersion(tx));
        });
  }

  /**
   * Rebases a plan. What was submitted, approved or scheduled stays so only where the plan does to
   * the ground just what it did before; otherwise it is a draft again.
   *
   * @param drop numbers of the edits that may be dropped
   * @throws Conflict with code {@code plan-rebase-misfit} where an edit no longer applies that is
   *     not among them
   */
  public Rebased rebase(Caller asking, long id, int ifVersion, Set<Integer> drop) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    return transactions.write(
        caller,
        tx -> {
          long coverage = grids.holdCoverage(tx);
          Plan plan = plans.seen(tx, caller, id, ifVersion);
          PlanStates.after(plan, PlanAction.REBASE);
          Rebased rebased = tried(tx, caller, plan, coverage);
          List<Misfit> kept =
              rebased.misfits().stream().filter(one -> !drop.contains(one.edit().seq())).toList();
          if (!kept.isEmpty()) {
            throw new Conflict("plan-rebase-misfit", details(id, kept));
          }
          store.addHand(tx, caller, id, caller.account());
          keep(tx, caller, rebased);
          return rebased;
        });
  }

  private static Map<String, Object> details(long id, List<Misfit> misfits) {
    List<Map<String, Object>> told = new ArrayList<>();
    for (Misfit misfit : misfits) {
      Map<String, Object> one = new HashMap<>(misfit.details());
      one.put("seq", misfit.edit().seq());
      one.put("code", misfit.code());
      told.add(one);
    }
    return Map.of("plan", id, "count", misfits.size(), "misfits", told);
  }

  void keep(Tx tx, Caller caller, Rebased rebased) {
    Plan plan = rebased.plan().plan();
    steps.take(tx, caller, plan, PlanAction.REBASE, "");
    store.addDropped(
        tx,
        caller,
        plan.id(),
        rebased.misfits().stream().map(misfit -> misfit.dropped(plan.version())).toList());
  }

  /** The plan on the areas as of this transaction's instant. */
  Rebased tried(Tx tx, Caller caller, Plan plan, long coverage) {
    PlanHistory history = plans.history(tx, caller, plan);
    Topology before = plans.topology(tx, caller, plan, history);
    Plan moved = plan.rebased(plan.state(), coverage, tx.now());
    PlanDrawing drawing = plans.drawing();
    Topology drawn = drawing.topology(tx, caller, moved, new PlanHistory(List.of()), 0);
    List<Misfit> misfits = new ArrayList<>();
    for (PlanEdit edit : history.until(plan.head())) {
      try {
        var judged = drawing.judge(tx, caller, moved, drawn, edit.operation(), edit.seq());
        CutBuildings.refuse(judged.cut(), edit.operation().reason());
        drawn = judged.drawn().topology();
      } catch (Fault e) {
        Topology old = drawing.topology(tx, caller, plan, history, edit.after());
        misfits.add(
            Misfit.of(edit, e, edit.operation().faces().stream().findFirst().flatMap(old::find)));
      }
    }
    PlanHistory left =
        history.without(
            misfits.stream().map(misfit -> misfit.edit().seq()).collect(Collectors.toSet()));
    return judged(tx, caller, moved.headedAt(left.kept(plan.head())), left, before, misfits);
  }

  private Rebased judged(
      Tx tx,
      Caller caller,
      Plan moved,
      PlanHistory history,
      Topology before,
      List<Misfit> misfits) {
    Topology after = plans.topology(tx, caller, moved, history);
    boolean same = misfits.isEmpty() && outcome(before).equals(outcome(after));
    Plan settled = same ? moved : moved.drafted();
    Instant effective = settled.effective().orElse(tx.now());
    Redraw redraw = plans.drawing().redraw(tx, caller, settled, after, effective);
    return new Rebased(
        new DrawnPlan(settled, history, after, redraw, List.of(), Set.of()), misfits, same);
  }

  /** What a plan does to the ground: what ends, and the outlines of what begins. */
  private static Map<String, Set<Object>> outcome(Topology topology) {
    Set<Object> ended =
        topology.retired().stream().map(Area::key).collect(Collectors.<Object>toSet());
    Set<Object> begun =
        topology.faces().stream()
            .filter(Face::born)
            .map(face -> Map.<String, LatticeShape>of(face.id(), face.shape()))
            .collect(Collectors.<Object>toSet());
    return Map.of("ended", ended, "begun", begun);
  }
}
