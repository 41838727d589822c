package org.wangge.plan.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.AreaKey;
import org.wangge.plan.redraw.Lineage;

/**
 * Keeps plans, their edits, the steps of their lives and the lineage of areas. Edits, steps and
 * lineage are only ever added to. Thread-safe; every call belongs to the transaction it is given.
 */
public interface PlanStore {

  /** Adds a plan; its id is given here. */
  Plan add(Tx tx, Caller caller, Plan plan);

  Optional<Plan> find(Tx tx, Caller caller, long id);

  /** Plans, newest first. */
  List<Plan> list(Tx tx, Caller caller, PlanQuery query);

  /** Plans that are to come into force, the next one first. */
  List<Plan> scheduled(Tx tx, Caller caller);

  /**
   * Puts a plan in another state.
   *
   * @param changed with the version after {@code ifVersion}
   * @throws org.wangge.fault.Conflict when that is no longer the newest
   */
  void change(Tx tx, Caller caller, Plan changed, int ifVersion);

  /** Adds an edit to a plan whose change the same transaction has made. */
  void addEdit(Tx tx, Caller caller, long planId, PlanEdit edit);

  /**
   * The edits of a plan, undone ones too, in the order of their numbers.
   *
   * @param from the lowest number wanted; 0 for all
   */
  List<PlanEdit> edits(Tx tx, Caller caller, long planId, int from);

  /** Keeps which edits a rebase dropped. */
  void addDropped(Tx tx, Caller caller, long planId, List<DroppedEdit> dropped);

  /** The edits that rebases dropped, in the order of their numbers. */
  List<DroppedEdit> dropped(Tx tx, Caller caller, long planId);

  /** Adds a step to a plan whose change the same transaction has made. */
  void addStep(Tx tx, Caller caller, long planId, PlanStep step);

  /** The steps of a plan's life, oldest first. */
  List<PlanStep> steps(Tx tx, Caller caller, long planId);

  /** Keeps that an account had a hand in what the plan is; once is enough. */
  void addHand(Tx tx, Caller caller, long planId, String account);

  /**
   * The accounts that had a hand in what the plan is: whoever drew, undid, rebased or submitted.
   */
  Set<String> hands(Tx tx, Caller caller, long planId);

  void addLineage(Tx tx, Caller caller, List<Lineage> lines);

  /** What a plan made of what, in the order of the new codes. */
  List<Lineage> lineage(Tx tx, Caller caller, long planId);

  /** What an area came from and what came from it, oldest first. */
  List<Lineage> lineageOf(Tx tx, Caller caller, AreaKey key);
}
