package org.wangge.plan.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanStates;
import org.wangge.plan.record.PlanStore;
import org.wangge.plan.redraw.Lineage;
import org.wangge.plan.redraw.Redraw;

/**
 * Puts plans into force within one transaction, whoever or whatever brings it about. Thread-safe.
 */
public final class PlanForce {
  private final PlanStore store;
  private final DrawnPlans plans;
  private final PlanSteps steps;
  private final List<PlanFollower> followers;

  /**
   * Makes it.
   *
   * @param followers what else is to be brought to the new areas, in the same transaction
   */
  public PlanForce(
      PlanStore store, DrawnPlans plans, PlanSteps steps, List<PlanFollower> followers) {
    this.store = store;
    this.plans = plans;
    this.steps = steps;
    this.followers = List.copyOf(followers);
  }

  /**
   * Does it.
   *
   * @param ready the plan as it is to be, on the areas as they are
   * @param effective since when
   */
  DrawnPlan publish(Tx tx, Caller caller, DrawnPlan ready, Instant effective) {
    Plan plan = ready.plan();
    Redraw redraw = ready.redraw();
    List<Lineage> lineage = new ArrayList<>(redraw.lineage(ready.topology(), plan.id(), effective));
    lineage.addAll(plans.returning(tx, plan, redraw, effective));
    // Whether the caller may was asked for before: here the rules of areas are asked alone.
    plans.publication().publish(tx, Caller.upkeep(), plan, redraw, lineage, effective);
    Plan published = plan.publishedAt(effective, tx.now());
    steps.keep(tx, caller, published, PlanAction.PUBLISH, "");
    tx.record(
        new PlanEvent.PlanPublished(
            plan.id(),
            published.version(),
            redraw.retired().size(),
            redraw.born().size(),
            redraw.altered().size()));
    supersede(tx, published, redraw);
    followers.forEach(one -> one.follow(tx, redraw));
    return new DrawnPlan(published, ready.history(), ready.topology(), redraw, lineage, Set.of());
  }

  /** Marks the plans that began what this one ends. */
  private void supersede(Tx tx, Plan by, Redraw redraw) {
    Caller upkeep = Caller.upkeep();
    Set<Long> older = new TreeSet<>();
    redraw
        .retired()
        .forEach(
            area ->
                store.lineageOf(tx, upkeep, area.key()).stream()
                    .filter(line -> line.now().equals(area.key()))
                    .forEach(line -> older.add(line.planId())));
    for (long id : older) {
      Plan plan = plans.find(tx, upkeep, id);
      if (PlanStates.isLegal(plan.state(), PlanAction.SUPERSEDE)) {
        steps.take(tx, upkeep, plan.supersededBy(by.id()), PlanAction.SUPERSEDE, "");
      }
    }
  }
}
