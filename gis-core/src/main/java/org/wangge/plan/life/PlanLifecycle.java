package org.wangge.plan.life;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.grid.GridStore;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanLife;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.record.PlanStates;
import org.wangge.plan.record.PlanStore;

/**
 * The life of plans: handed in, approved by somebody who had no hand in them, put into force now or
 * at an instant, taken back, rejected. Each step is the rule, the store and the event in one
 * transaction. Thread-safe.
 */
public final class PlanLifecycle {
  private final Transactions transactions;
  private final PlanStore store;
  private final GridStore grids;
  private final DrawnPlans plans;
  private final PlanSteps steps;
  private final PlanForce force;

  public PlanLifecycle(
      Transactions transactions,
      PlanStore store,
      GridStore grids,
      DrawnPlans plans,
      PlanSteps steps,
      PlanForce force) {
    this.transactions = transactions;
    this.store = store;
    this.grids = grids;
    this.plans = plans;
    this.steps = steps;
    this.force = force;
  }

  /** The right that a step takes; null for what only the program does. */
  private static @Nullable Right rightTo(PlanAction action) {
    return switch (action) {
      case SUBMIT, WITHDRAW, REOPEN, REBASE -> Right.DRAW_AREAS;
      case APPROVE, REJECT -> Right.APPROVE_PLANS;
      case SCHEDULE, PUBLISH -> Right.PUBLISH_PLANS;
      case BEGIN, HALT, SUPERSEDE -> null;
    };
  }

  /** How the plan has lived so far, and what the caller may do with it next. */
  public PlanLife life(Caller asking, long id) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.read(
        tx -> {
          Plan plan = plans.find(tx, caller, id);
          boolean hand = store.hands(tx, caller, id).contains(caller.account());
          List<PlanAction> may =
              PlanStates.legal(plan.state()).stream()
                  .filter(action -> isAllowed(asking, action))
                  .filter(action -> action != PlanAction.APPROVE || !hand)
                  .toList();
          return new PlanLife(
              store.steps(tx, caller, id), store.dropped(tx, caller, id), may, hand);
        });
  }

  private static boolean isAllowed(Caller caller, PlanAction action) {
    Right right = rightTo(action);
    return right != null && caller.has(right);
  }

  /**
   * Hands a plan in.
   *
   * @throws Conflict with code {@code plan-base-stale} where others changed what it started from
   * @throws Invalid with code {@code plan-empty} where it changes nothing
   */
  public DrawnPlan submit(Caller asking, long id, int ifVersion, String reason) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    return transactions.write(
        caller,
        tx -> {
          Plan plan = plans.seen(tx, caller, id, ifVersion);
          PlanState next = PlanStates.after(plan, PlanAction.SUBMIT);
          PlanSteps.sound(plans.ready(tx, caller, plan, tx.now()));
          Plan submitted = plan.in(next, null);
          steps.take(tx, caller, submitted, PlanAction.SUBMIT, PlanSteps.worded(reason));
          store.addHand(tx, caller, id, caller.account());
          return plans.drawn(tx, caller, submitted);
        });
  }

  /** Takes a plan back, before it is in force. */
  public DrawnPlan withdraw(Caller asking, long id, int ifVersion, String reason) {
    return turn(asking, id, ifVersion, PlanAction.WITHDRAW, reason);
  }

  /** Makes a draft again of what was taken back or rejected. */
  public DrawnPlan reopen(Caller asking, long id, int ifVersion, String reason) {
    return turn(asking, id, ifVersion, PlanAction.REOPEN, reason);
  }

  /**
   * Sends a plan back.
   *
   * @throws Invalid with code {@code reject-reason-missing} where none is given
   */
  public DrawnPlan reject(Caller asking, long id, int ifVersion, String reason) {
    return turn(asking, id, ifVersion, PlanAction.REJECT, reason);
  }

  private DrawnPlan turn(Caller asking, long id, int ifVersion, PlanAction action, String reason) {
    Caller caller = asking.with(Optional.ofNullable(rightTo(action)).orElseThrow());
    return transactions.write(
        caller,
        tx -> {
          Plan plan = plans.seen(tx, caller, id, ifVersion);
          Plan turned = plan.in(PlanStates.after(plan, action), null);
          if (action == PlanAction.REJECT && reason.isBlank()) {
            throw new Invalid("reason", "reject-reason-missing", Map.of("plan", id));
          }
          steps.take(tx, caller, turned, action, PlanSteps.worded(reason));
          return plans.drawn(tx, caller, turned);
        });
  }

  /**
   * Finds a plan good. Four eyes: never by an account that had a hand in it.
   *
   * @throws Forbidden with code {@code plan-four-eyes}
   */
  public DrawnPlan approve(Caller asking, long id, int ifVersion, String reason) {
    Caller caller = asking.with(Right.APPROVE_PLANS);
    return transactions.write(
        caller,
        tx -> {
          Plan plan = plans.seen(tx, caller, id, ifVersion);
          PlanState next = PlanStates.after(plan, PlanAction.APPROVE);
          if (store.hands(tx, caller, id).contains(caller.account())) {
            throw new Forbidden("plan-four-eyes");
          }
          PlanSteps.sound(plans.ready(tx, caller, plan, tx.now()));
          Plan approved = plan.in(next, null);
          steps.take(tx, caller, approved, PlanAction.APPROVE, PlanSteps.worded(reason));
          return plans.drawn(tx, caller, approved);
        });
  }

  /**
   * Puts an approved plan into force, now or from an instant on.
   *
   * @param effective from when on; null for now
   * @throws Conflict with code {@code plan-base-stale} where others changed what it started from,
   *     {@code plan-overlaps} where another plan is to come into force on the same ground
   * @throws Invalid with code {@code effective-past}
   */
  public DrawnPlan publish(Caller asking, long id, int ifVersion, @Nullable Instant effective) {
    Caller caller = asking.with(Right.PUBLISH_PLANS);
    return transactions.write(
        caller,
        tx -> {
          // From here on nobody else changes areas until this transaction ends.
          grids.lockCoverage(tx);
          Plan plan = plans.seen(tx, caller, id, ifVersion);
          PlanAction action = effective == null ? PlanAction.PUBLISH : PlanAction.SCHEDULE;
          PlanState next = PlanStates.after(plan, action);
          Instant from = effective == null ? tx.now() : effective;
          if (effective != null && !effective.isAfter(tx.now())) {
            throw new Invalid(
                "effectiveFrom",
                "effective-past",
                Map.of("given", effective.toString(), "now", tx.now().toString()));
          }
          DrawnPlan ready = PlanSteps.sound(plans.ready(tx, caller, plan, from));
          plans.publication().requireReach(caller, ready.redraw());
          new PlanOverlap(grids, store, plans).refuse(tx, ready);
          if (effective == null) {
            return force.publish(tx, caller, ready, from);
          }
          Plan scheduled = plan.in(next, effective);
          steps.take(tx, caller, scheduled, action, "");
          return plans.drawn(tx, caller, scheduled);
        });
  }
}
