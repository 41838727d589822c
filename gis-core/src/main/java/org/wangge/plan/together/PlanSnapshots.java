package org.wangge.plan.together;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.record.PlanStates;
import org.wangge.plan.record.PlanStore;

/**
 * Names for states of plans. Since edits are never removed, going back to one loses nothing, and
 * what is drawn after that is another branch. Thread-safe.
 */
public final class PlanSnapshots {
  private static final int LONGEST_NAME = 100;

  private final Transactions transactions;
  private final TogetherStore store;
  private final PlanStore planStore;
  private final DrawnPlans plans;
  private final FaceLocks locks;

  public PlanSnapshots(
      Transactions transactions,
      TogetherStore store,
      PlanStore planStore,
      DrawnPlans plans,
      FaceLocks locks) {
    this.transactions = transactions;
    this.store = store;
    this.planStore = planStore;
    this.plans = plans;
    this.locks = locks;
  }

  /** The snapshots of a plan, oldest first. */
  public List<Snapshot> list(Caller asking, long planId) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.read(
        tx -> store.snapshots(tx, caller, plans.find(tx, caller, planId).id()));
  }

  /**
   * Names the state that a plan is in, whatever has become of the plan.
   *
   * @throws Invalid with code {@code name-length}
   * @throws org.wangge.fault.Conflict with code {@code snapshot-exists}
   */
  public Snapshot keep(Caller asking, long planId, String given) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    String name = given.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Invalid("name", "name-length", Map.of("longest", LONGEST_NAME));
    }
    return transactions.write(
        caller,
        tx -> {
          Plan plan = plans.find(tx, caller, planId);
          Snapshot state = new Snapshot(0, name, plan.head(), tx.now(), caller.account());
          Snapshot kept = store.add(tx, caller, planId, state);
          tx.record(new PlanEvent.PlanSnapshotKept(planId, kept.id(), kept.head()));
          return kept;
        });
  }

  /**
   * Puts a draft where it stood when a snapshot was made; edits that a rebase has dropped since are
   * passed over.
   *
   * @throws NotFound with code {@code snapshot-unknown}
   * @throws org.wangge.fault.Conflict with code {@code face-locked} where that would change a grid
   *     that somebody else has locked
   */
  public DrawnPlan restore(Caller asking, long planId, long id, int ifVersion) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    return transactions.write(
        caller,
        tx -> {
          Plan plan = PlanStates.draft(plans.seen(tx, caller, planId, ifVersion));
          Snapshot snapshot =
              store
                  .snapshot(tx, caller, planId, id)
                  .orElseThrow(() -> new NotFound("snapshot-unknown", Map.of("snapshot", id)));
          PlanHistory history = plans.history(tx, caller, plan);
          int head = history.kept(snapshot.head());
          if (head == history.kept(plan.head())) {
            return plans.drawn(tx, caller, plan);
          }
          Plan changed = plan.at(head);
          locks.requireFree(tx, caller, plan, history, head);
          planStore.change(tx, caller, changed, ifVersion);
          planStore.addHand(tx, caller, planId, caller.account());
          tx.record(new PlanEvent.PlanSnapshotRestored(planId, changed.version(), id, head));
          locks.settle(tx, caller, planId, plans.topology(tx, caller, changed, history));
          return plans.drawn(tx, caller, changed);
        });
  }
}
