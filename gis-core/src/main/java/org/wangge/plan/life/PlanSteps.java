package org.wangge.plan.life;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanStep;
import org.wangge.plan.record.PlanStore;

/** Takes the steps of plans' lives: change, record and event of each. Thread-safe. */
public final class PlanSteps {
  private static final int LONGEST_REASON = 500;

  private final PlanStore store;

  public PlanSteps(PlanStore store) {
    this.store = store;
  }

  /** Takes a step. */
  void take(Tx tx, Caller caller, Plan changed, PlanAction action, String reason) {
    keep(tx, caller, changed, action, reason);
    tx.record(new PlanEvent.PlanStepped(changed.id(), changed.version(), action, changed.state()));
  }

  /** The same without an event, for a step that has its own. */
  void keep(Tx tx, Caller caller, Plan changed, PlanAction action, String reason) {
    store.change(tx, caller, changed, changed.version() - 1);
    begin(tx, caller, changed, action, reason);
  }

  /** Puts the step on record by which a plan came to be. */
  public void begin(Tx tx, Caller caller, Plan plan, PlanAction action, String reason) {
    store.addStep(
        tx,
        caller,
        plan.id(),
        new PlanStep(
            plan.version(),
            action,
            plan.state(),
            tx.now(),
            caller.account(),
            reason,
            plan.effective().orElse(null)));
  }

  /** A reason as it is kept. */
  public static String worded(String reason) {
    String words = reason.trim();
    if (words.length() > LONGEST_REASON) {
      throw new Invalid("reason", "reason-length", Map.of("longest", LONGEST_REASON));
    }
    return words;
  }

  /** Refuses a plan that changes nothing, or stands on ground that others have changed. */
  static DrawnPlan sound(DrawnPlan drawn) {
    long id = drawn.plan().id();
    if (drawn.redraw().isEmpty()) {
      throw new Invalid("edits", "plan-empty", Map.of("plan", id));
    }
    if (!drawn.changedSince().isEmpty()) {
      throw new Conflict(
          "plan-base-stale",
          Map.of("plan", id, "changed", List.copyOf(new TreeSet<>(drawn.changedSince()))));
    }
    return drawn;
  }
}
