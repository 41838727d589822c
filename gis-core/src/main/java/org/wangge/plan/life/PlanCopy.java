package org.wangge.plan.life;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Invalid;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanStore;

/**
 * Begins plans with the edits of others: for whoever wants to go on in another way than they did.
 * Thread-safe.
 */
public final class PlanCopy {
  private static final int LONGEST_NAME = 100;

  private final Transactions transactions;
  private final PlanStore store;
  private final DrawnPlans plans;
  private final PlanSteps steps;

  public PlanCopy(Transactions transactions, PlanStore store, DrawnPlans plans, PlanSteps steps) {
    this.transactions = transactions;
    this.store = store;
    this.plans = plans;
    this.steps = steps;
  }

  /**
   * Begins a draft on the same base with the edits in force of another plan.
   *
   * @param before only edits of smaller numbers
   * @throws Invalid with code {@code name-length}
   * @throws org.wangge.fault.NotFound with code {@code plan-unknown}
   */
  public DrawnPlan begin(Caller asking, long id, String name, int before) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Invalid("name", "name-length", Map.of("longest", LONGEST_NAME));
    }
    return transactions.write(
        caller,
        tx -> {
          Plan old = plans.find(tx, caller, id);
          List<PlanEdit> edits =
              plans.history(tx, caller, old).until(old.head()).stream()
                  .takeWhile(edit -> edit.seq() < before)
                  .toList();
          int head = edits.isEmpty() ? 0 : edits.get(edits.size() - 1).seq();
          Plan draft =
              old.term().restoresOrNull() == null
                  ? Plan.draft(name, old.areaCode(), old.baseCoverage(), old.baseAt(), caller)
                  : Plan.draft(name, old.areaCode(), old.baseCoverage(), old.baseAt(), caller)
                      .restoring(old.term().restoresOrNull());
          Plan plan = store.add(tx, caller, draft.headedAt(head));
          int after = 0;
          for (PlanEdit edit : edits) {
            store.addEdit(tx, caller, plan.id(), edit.after(after));
            after = edit.seq();
          }
          store.addHand(tx, caller, plan.id(), caller.account());
          steps.begin(tx, caller, plan, PlanAction.BEGIN, "");
          tx.record(new PlanEvent.PlanBegun(plan.id(), plan.areaCode()));
          return plans.drawn(tx, caller, plan);
        });
  }
}
