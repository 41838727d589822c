package org.wangge.plan;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridStore;
import org.wangge.place.Building;
import org.wangge.plan.drawing.BaseAreas;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.drawing.PlanChange;
import org.wangge.plan.drawing.PlanDrawing;
import org.wangge.plan.life.PlanCopy;
import org.wangge.plan.life.PlanFollower;
import org.wangge.plan.life.PlanForce;
import org.wangge.plan.life.PlanLifecycle;
import org.wangge.plan.life.PlanRebase;
import org.wangge.plan.life.PlanRollback;
import org.wangge.plan.life.PlanSteps;
import org.wangge.plan.life.ScheduledPlans;
import org.wangge.plan.operation.BuildingsIn;
import org.wangge.plan.operation.CutBuildings;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.operation.StreetsIn;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.record.PlanQuery;
import org.wangge.plan.record.PlanStates;
import org.wangge.plan.record.PlanStore;
import org.wangge.plan.redraw.Lineage;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.together.FaceLocks;
import org.wangge.plan.together.PlanComments;
import org.wangge.plan.together.PlanSnapshots;
import org.wangge.plan.together.TogetherStore;
import org.wangge.plan.topology.Topology;

/**
 * Begins plans, draws in them and undoes: each change is the rule, the store and the event in one
 * transaction. Thread-safe.
 */
public final class PlanRegister {
  private static final int LONGEST_NAME = 100;

  private final Transactions transactions;
  private final PlanStore store;
  private final GridStore grids;
  private final PlanDrawing drawing;
  private final DrawnPlans plans;
  private final PlanLifecycle lifecycle;
  private final PlanRebase rebase;
  private final PlanRollback rollback;
  private final ScheduledPlans scheduled;
  private final PlanCopy copies;
  private final FaceLocks locks;
  private final PlanSnapshots snapshots;
  private final PlanComments comments;
  private final EditTurns turns = new EditTurns();

  /**
   * Makes a register.
   *
   * @param followers what is brought to the new areas when a plan comes into force
   */
  public PlanRegister(
      Transactions transactions,
      PlanStore store,
      TogetherStore together,
      GridStore grids,
      BuildingsIn buildings,
      StreetsIn streets,
      List<PlanFollower> followers) {
    this.transactions = transactions;
    this.store = store;
    this.grids = grids;
    this.plans = new DrawnPlans(grids, store, buildings, streets);
    this.drawing = plans.drawing();
    PlanSteps steps = new PlanSteps(store);
    PlanForce force = new PlanForce(store, plans, steps, followers);
    this.lifecycle = new PlanLifecycle(transactions, store, grids, plans, steps, force);
    this.rebase = new PlanRebase(transactions, store, grids, plans, steps);
    this.rollback = new PlanRollback(transactions, store, grids, plans, steps);
    this.copies = new PlanCopy(transactions, store, plans, steps);
    this.locks = new FaceLocks(transactions, together, plans);
    this.snapshots = new PlanSnapshots(transactions, together, store, plans, locks);
    this.comments = new PlanComments(transactions, together, plans);
    this.scheduled = new ScheduledPlans(transactions, store, grids, plans, steps, force, rebase);
  }

  /** What becomes of the plans that are drawn here. */
  public PlanLifecycle lifecycle() {
    return lifecycle;
  }

  /** How plans are brought onto the areas as they are now. */
  public PlanRebase rebase() {
    return rebase;
  }

  /** Plans that begin where others stand. */
  public PlanCopy copies() {
    return copies;
  }

  /** Names for states of plans. */
  public PlanSnapshots snapshots() {
    return snapshots;
  }

  /** What is said of plans. */
  public PlanComments comments() {
    return comments;
  }

  /** Grids that only one planner changes. */
  public FaceLocks locks() {
    return locks;
  }

  /** How old outlines are brought back. */
  public PlanRollback rollback() {
    return rollback;
  }

  /** The plans that come into force by themselves. */
  public ScheduledPlans scheduled() {
    return scheduled;
  }

  /** Begins a plan for the grids of a community or street as they are now. */
  public DrawnPlan begin(Caller asking, String name, String areaCode) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    if (!caller.scope().covers(areaCode)) {
      throw new Forbidden("area-scope");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Invalid("name", "name-length", Map.of("longest", LONGEST_NAME));
    }
    return transactions.write(
        caller,
        tx -> {
          new BaseAreas(grids).box(tx, caller, areaCode, AsOf.now(tx.now()));
          Plan draft = Plan.draft(name, areaCode, grids.coverageVersion(tx), tx.now(), caller);
          Plan plan = store.add(tx, caller, draft);
          store.addHand(tx, caller, plan.id(), caller.account());
          new PlanSteps(store).begin(tx, caller, plan, PlanAction.BEGIN, "");
          tx.record(new PlanEvent.PlanBegun(plan.id(), areaCode));
          return plans.drawn(tx, caller, plan);
        });
  }

  /** Plans, newest first. */
  public List<Plan> list(Caller asking, PlanQuery query) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.read(tx -> store.list(tx, caller, query));
  }

  /**
   * A plan with all that is drawn in it.
   *
   * @throws NotFound with code {@code plan-unknown}
   */
  public DrawnPlan get(Caller asking, long id) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.read(tx -> plans.drawn(tx, caller, plans.find(tx, caller, id)));
  }

  /** What an edit would make of the plan; nothing is kept. */
  public Preview preview(Caller asking, long id, PlanWish wish) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    return transactions.read(
        tx -> {
          Plan plan = PlanStates.draft(plans.find(tx, caller, id));
          PlanHistory history = plans.history(tx, caller, plan);
          Topology before = plans.topology(tx, caller, plan, history);
          PlanOperation operation = drawing.operation(tx, caller, before, wish);
          PlanDrawing.Judged judged =
              drawing.judge(tx, caller, plan, before, operation, history.nextSeq());
          Redraw redraw = drawing.redrawn(tx, caller, plan, judged.drawn().topology());
          return new Preview(
              judged.drawn(), redraw, judged.cut().stream().map(Building::id).toList());
        });
  }

  /**
   * What a planner has seen of a plan.
   *
   * @param version of the plan
   * @param head the edit it stood at; empty where they do not say, so that any change since refuses
   */
  public record Seen(int version, OptionalInt head) {}

  /**
   * Makes an edit. Others may have drawn in the plan since it was seen, if their edits were about
   * other faces.
   *
   * @throws Conflict with code {@code edit-conflict} where they were about the same, or {@code
   *     face-locked} where it changes what somebody else has locked
   */
  public Edited edit(Caller asking, long id, Seen seen, PlanWish wish) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    return turns.take(
        id, () -> transactions.write(caller, tx -> edited(tx, caller, id, seen, wish)));
  }

  private Edited edited(Tx tx, Caller caller, long id, Seen seen, PlanWish wish) {
    Plan plan = PlanStates.draft(plans.find(tx, caller, id));
    PlanHistory history = plans.history(tx, caller, plan);
    Meanwhile meanwhile = Meanwhile.of(drawing, plan, history, seen.version(), seen.head());
    int seq = history.nextSeq();
    Topology before = plans.topology(tx, caller, plan, history);
    PlanDrawing.Judged judged = judged(tx, caller, plan, before, wish, seq, meanwhile);
    locks.requireFree(tx, caller, id, judged.drawn().touched(), before);
    CutBuildings.refuse(judged.cut(), judged.operation().reason());
    Plan changed = plan.at(seq);
    store.change(tx, caller, changed, plan.version());
    PlanEdit edit = new PlanEdit(seq, plan.head(), tx.now(), caller.account(), judged.operation());
    store.addEdit(tx, caller, id, edit);
    drawing.remember(plan, edit, judged.drawn(), history.until(plan.head()).size() + 1);
    store.addHand(tx, caller, id, caller.account());
    tx.record(new PlanEvent.PlanEdited(id, changed.version(), seq, judged.operation().kind()));
    locks.settle(tx, caller, id, judged.drawn().topology());
    return new Edited(
        plans.change(tx, caller, plan, seen.version(), seen.head().orElse(plan.head()), changed),
        judged.drawn());
  }

  private PlanDrawing.Judged judged(
      Tx tx,
      Caller caller,
      Plan plan,
      Topology before,
      PlanWish wish,
      int seq,
      Meanwhile meanwhile) {
    try {
      PlanOperation operation = drawing.operation(tx, caller, before, wish);
      PlanDrawing.Judged judged = drawing.judge(tx, caller, plan, before, operation, seq);
      meanwhile.requireApart(tx, caller, judged.drawn());
      return judged;
    } catch (Invalid refusal) {
      throw meanwhile.explained(tx, caller, wish.faces(), refusal);
    }
  }

  /** Steps back by one edit. */
  public PlanChange undo(Caller caller, long id, int ifVersion) {
    return move(caller, id, ifVersion, PlanHistory::undoOf, "nothing-to-undo");
  }

  /** Steps forward again, to the newest edit made from here. */
  public PlanChange redo(Caller caller, long id, int ifVersion) {
    return move(caller, id, ifVersion, PlanHistory::redoOf, "nothing-to-redo");
  }

  /** Where to go from a position of the history. */
  @FunctionalInterface
  private interface Step {
    OptionalInt from(PlanHistory history, int head);
  }

  private PlanChange move(Caller asking, long id, int ifVersion, Step step, String refusal) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    return transactions.write(
        caller,
        tx -> {
          Plan plan = PlanStates.draft(plans.seen(tx, caller, id, ifVersion));
          PlanHistory history = plans.history(tx, caller, plan);
          OptionalInt head = step.from(history, plan.head());
          if (head.isEmpty()) {
            throw new Invalid("head", refusal, Map.of("plan", id));
          }
          Plan changed = plan.at(head.getAsInt());
          locks.requireFree(tx, caller, plan, history, changed.head());
          store.change(tx, caller, changed, ifVersion);
          store.addHand(tx, caller, id, caller.account());
          tx.record(new PlanEvent.PlanMoved(id, changed.version(), changed.head()));
          locks.settle(tx, caller, id, plans.topology(tx, caller, changed, history));
          return plans.change(tx, caller, plan, ifVersion, plan.head(), changed);
        });
  }

  /** What an area came from and what came from it. */
  public List<Lineage> lineageOf(Caller caller, AreaKey key) {
    return transactions.read(tx -> store.lineageOf(tx, caller, key));
  }
}
