package org.wangge.plan.life;

import java.time.Instant;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Fault;
import org.wangge.grid.GridStore;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.record.PlanStates;
import org.wangge.plan.record.PlanStore;

/**
 * Puts scheduled plans into force when their instant has come: exactly once, since the same
 * transaction that changes the areas takes the plan's version. Thread-safe.
 */
public final class ScheduledPlans {
  private static final Caller PROGRAM = Caller.upkeep();

  private final Transactions transactions;
  private final PlanStore store;
  private final GridStore grids;
  private final DrawnPlans plans;
  private final PlanSteps steps;
  private final PlanForce force;
  private final PlanRebase rebase;

  public ScheduledPlans(
      Transactions transactions,
      PlanStore store,
      GridStore grids,
      DrawnPlans plans,
      PlanSteps steps,
      PlanForce force,
      PlanRebase rebase) {
    this.transactions = transactions;
    this.store = store;
    this.grids = grids;
    this.plans = plans;
    this.steps = steps;
    this.force = force;
    this.rebase = rebase;
  }

  /** The next instant at which a plan is to come into force, even if it has passed already. */
  public Optional<Instant> next() {
    return transactions.read(
        tx -> store.scheduled(tx, PROGRAM).stream().findFirst().flatMap(Plan::effective));
  }

  /**
   * Switches the plan whose turn it is. In force it is since the instant that was set, however much
   * later the program comes to it. A plan that cannot come into force is approved still, and no
   * longer scheduled, with the code of the refusal on record.
   *
   * @return whether there was one
   */
  public boolean switchNext() {
    Optional<Plan> due =
        transactions.read(
            tx -> store.scheduled(tx, PROGRAM).stream().filter(one -> isDue(tx, one)).findFirst());
    if (due.isEmpty()) {
      return false;
    }
    try {
      transactions.write(PROGRAM, tx -> switched(tx, due.get().id()));
    } catch (Fault refusal) {
      if (refusal.code().equals("version-conflict")) {
        return true;
      }
      transactions.write(PROGRAM, tx -> halted(tx, due.get().id(), refusal.code()));
    }
    return true;
  }

  private static boolean isDue(Tx tx, Plan plan) {
    return plan.state() == PlanState.SCHEDULED
        && plan.effective().filter(at -> !at.isAfter(tx.now())).isPresent();
  }

  private boolean switched(Tx tx, long id) {
    grids.lockCoverage(tx);
    Plan plan = plans.find(tx, PROGRAM, id);
    if (!isDue(tx, plan)) {
      return false;
    }
    Instant effective = plan.effective().orElseThrow();
    DrawnPlan ready = plans.ready(tx, PROGRAM, plan, effective);
    if (!ready.changedSince().isEmpty()) {
      // A grid may have got another name or head meanwhile: that is no reason not to do on the
      // ground what was approved.
      Rebased rebased = rebase.tried(tx, PROGRAM, plan, grids.coverageVersion(tx));
      if (!rebased.sameGround()) {
        PlanSteps.sound(ready);
      }
      rebase.keep(tx, PROGRAM, rebased);
      ready = rebased.plan();
    }
    force.publish(tx, PROGRAM, PlanSteps.sound(ready), effective);
    return true;
  }

  private boolean halted(Tx tx, long id, String code) {
    Plan plan = plans.find(tx, PROGRAM, id);
    boolean due = isDue(tx, plan);
    if (due) {
      Plan halted = plan.in(PlanStates.after(plan, PlanAction.HALT), null);
      steps.take(tx, PROGRAM, halted, PlanAction.HALT, code);
    }
    return due;
  }
}
