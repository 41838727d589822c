package org.wangge.plan.together;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.grid.Level;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.life.PlanSteps;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.record.PlanStates;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * Locks on grids of drafts: only who locked one changes it, however it is asked for, be it undoing.
 * A lock goes with its grid. Thread-safe.
 */
public final class FaceLocks {
  private final Transactions transactions;
  private final TogetherStore store;
  private final DrawnPlans plans;

  public FaceLocks(Transactions transactions, TogetherStore store, DrawnPlans plans) {
    this.transactions = transactions;
    this.store = store;
    this.plans = plans;
  }

  /** The locks of a plan on grids that are there, in the order of their ids. */
  public List<FaceLock> list(Caller asking, long planId) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.read(tx -> standing(tx, caller, plans.find(tx, caller, planId)));
  }

  private List<FaceLock> standing(Tx tx, Caller caller, Plan plan) {
    List<FaceLock> locks = store.locks(tx, caller, plan.id());
    if (locks.isEmpty()) {
      return locks;
    }
    Topology topology = plans.topology(tx, caller, plan, plans.history(tx, caller, plan));
    return locks.stream().filter(lock -> topology.find(lock.face()).isPresent()).toList();
  }

  /** Whether a caller may lift a lock: its owner may, and who approves plans. */
  public static boolean mayLift(Caller caller, FaceLock lock) {
    return lock.account().equals(caller.account()) || caller.has(Right.APPROVE_PLANS);
  }

  /**
   * Locks a grid; who has locked it may say another reason.
   *
   * @throws NotFound with code {@code face-unknown}
   * @throws Conflict with code {@code face-locked} where somebody else has
   */
  public List<FaceLock> lock(Caller asking, long planId, String face, String reason) {
    Caller caller = asking.with(Right.DRAW_AREAS);
    String words = PlanSteps.worded(reason);
    return transactions.write(
        caller,
        tx -> {
          Plan plan = PlanStates.draft(plans.find(tx, caller, planId));
          Topology topology = plans.topology(tx, caller, plan, plans.history(tx, caller, plan));
          Face grid = grid(plan, topology, face);
          FaceLock lock = new FaceLock(face, caller.account(), tx.now(), words);
          if (!store.lock(tx, caller, planId, lock)) {
            throw locked(find(tx, caller, planId, face), grid);
          }
          tx.record(new PlanEvent.PlanFaceLocked(planId, face));
          return standing(tx, caller, plan);
        });
  }

  /** A grid of the area under plan. */
  static Face grid(Plan plan, Topology topology, String id) {
    return topology
        .find(id)
        .filter(face -> face.level() == Level.GRID && topology.isWithin(face, plan.areaCode()))
        .orElseThrow(() -> new NotFound("face-unknown", Map.of("face", id)));
  }

  /**
   * Lifts a lock.
   *
   * @throws NotFound with code {@code lock-unknown}
   * @throws Forbidden with code {@code lock-not-own}
   */
  public void lift(Caller asking, long planId, String face) {
    Caller caller = asking.with(Right.READ_PLANS);
    transactions.write(
        caller,
        tx -> {
          plans.find(tx, caller, planId);
          FaceLock lock = find(tx, caller, planId, face);
          if (!mayLift(asking, lock)) {
            throw new Forbidden("lock-not-own");
          }
          store.unlock(tx, caller, planId, face);
          tx.record(new PlanEvent.PlanFaceUnlocked(planId, face));
          return lock;
        });
  }

  private FaceLock find(Tx tx, Caller caller, long planId, String face) {
    return store.locks(tx, caller, planId).stream()
        .filter(lock -> lock.face().equals(face))
        .findFirst()
        .orElseThrow(() -> new NotFound("lock-unknown", Map.of("face", face)));
  }

  /** Refuses where any of the faces is locked by somebody else. */
  public void requireFree(Tx tx, Caller caller, long planId, Set<String> faces, Topology topology) {
    for (FaceLock lock : others(tx, caller, planId)) {
      Optional<Face> face = topology.find(lock.face());
      if (face.isPresent() && faces.contains(lock.face())) {
        throw locked(lock, face.get());
      }
    }
  }

  /**
   * Refuses a step from where a plan stands to another state, where an edit that it takes back or
   * makes again was about a face that others have locked.
   */
  public void requireFree(Tx tx, Caller caller, Plan plan, PlanHistory history, int head) {
    if (others(tx, caller, plan.id()).isEmpty()) {
      return;
    }
    List<PlanEdit> now = history.until(plan.head());
    List<PlanEdit> then = history.until(head);
    Set<String> touched = new HashSet<>();
    Stream.concat(
            now.stream().filter(edit -> !then.contains(edit)),
            then.stream().filter(edit -> !now.contains(edit)))
        .forEach(edit -> touched.addAll(plans.drawing().touched(tx, caller, plan, history, edit)));
    requireFree(tx, caller, plan.id(), touched, plans.topology(tx, caller, plan, history));
  }

  private List<FaceLock> others(Tx tx, Caller caller, long planId) {
    return store.locks(tx, caller, planId).stream()
        .filter(lock -> !lock.account().equals(caller.account()))
        .toList();
  }

  /** Lifts the locks of what is no longer there. */
  public void settle(Tx tx, Caller caller, long planId, Topology now) {
    for (FaceLock lock : store.locks(tx, caller, planId)) {
      if (now.find(lock.face()).isEmpty()) {
        store.unlock(tx, caller, planId, lock.face());
        tx.record(new PlanEvent.PlanFaceUnlocked(planId, lock.face()));
      }
    }
  }

  private static Conflict locked(FaceLock lock, Face face) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("lon", face.label().lonDegrees());
    details.put("lat", face.label().latDegrees());
    details.put("face", face.id());
    details.put("account", lock.account());
    details.put("since", lock.at().toString());
    details.put("reason", lock.reason());
    return new Conflict("face-locked", details);
  }
}
