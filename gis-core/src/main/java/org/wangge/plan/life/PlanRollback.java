package org.wangge.plan.life;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.grid.GridStore;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanStore;

/**
 * Brings old outlines back: never by undoing what was in force, but by another plan that is handed
 * in, approved and published like any other. Thread-safe.
 */
public final class PlanRollback {
  private static final int LONGEST_NAME = 100;

  private final Transactions transactions;
  private final PlanStore store;
  private final GridStore grids;
  private final DrawnPlans plans;
  private final PlanSteps steps;

  public PlanRollback(
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

  /**
   * Begins a plan that gives the area of a published one the outlines it had at an instant.
   *
   * @param id of the published plan
   * @param at the instant; null for the last one before that plan came into force
   * @param name of the new plan; empty for the name of the published one
   * @throws Conflict with code {@code rollback-not-published}, or {@code rollback-ground-changed}
   *     where an area that is not brought back has built on the borders that would go
   * @throws Invalid with code {@code rollback-not-past}, or {@code plan-empty} where nothing is
   *     different from then
   */
  public DrawnPlan begin(Caller asking, long id, @Nullable Instant at, String name) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    if (name.length() > LONGEST_NAME) {
      throw new Invalid("name", "name-length", Map.of("longest", LONGEST_NAME));
    }
    return transactions.write(
        caller,
        tx -> {
          long coverage = grids.holdCoverage(tx);
          Plan published = plans.find(tx, caller, id);
          if (!published.state().hasBeenInForce()) {
            throw new Conflict(
                "rollback-not-published", Map.of("plan", id, "state", published.state().word()));
          }
          Instant instant =
              at == null ? published.effective().orElseThrow().minus(1, ChronoUnit.MICROS) : at;
          if (!instant.isBefore(tx.now())) {
            throw new Invalid(
                "at",
                "rollback-not-past",
                Map.of("given", instant.toString(), "now", tx.now().toString()));
          }
          String called = name.isBlank() ? published.name() : name;
          Plan draft =
              Plan.draft(called, published.areaCode(), coverage, tx.now(), caller)
                  .restoring(instant);
          Plan plan = store.add(tx, caller, draft);
          store.addHand(tx, caller, plan.id(), caller.account());
          steps.begin(tx, caller, plan, PlanAction.BEGIN, "");
          tx.record(new PlanEvent.PlanBegun(plan.id(), plan.areaCode()));
          return PlanSteps.sound(plans.drawn(tx, caller, plan));
        });
  }
}
