package org.wangge.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.plan.drawing.PlanDrawing;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.topology.Drawn;

/**
 * What others drew in a plan since somebody last saw it. An edit of other faces goes through all
 * the same; one of the same faces is refused, naming the other, for its planner to choose.
 */
final class Meanwhile {
  private final PlanDrawing drawing;
  private final Plan plan;
  private final PlanHistory history;
  private final List<PlanEdit> others;

  private Meanwhile(PlanDrawing drawing, Plan plan, PlanHistory history, List<PlanEdit> others) {
    this.drawing = drawing;
    this.plan = plan;
    this.history = history;
    this.others = others;
  }

  /**
   * Edits since a planner saw the plan.
   *
   * @param seen the version they saw
   * @param head the edit it stood at then; empty where they do not say
   * @throws Conflict with code {@code version-conflict} where the plan was not only added to
   */
  static Meanwhile of(
      PlanDrawing drawing, Plan plan, PlanHistory history, int seen, OptionalInt head) {
    if (plan.version() == seen) {
      return new Meanwhile(drawing, plan, history, List.of());
    }
    List<PlanEdit> now = history.until(plan.head());
    List<PlanEdit> then = history.until(head.orElse(-1));
    boolean known = head.isPresent() && (head.getAsInt() == 0 || !then.isEmpty());
    boolean onlyAdded =
        known && then.size() <= now.size() && now.subList(0, then.size()).equals(then);
    if (!onlyAdded) {
      throw Conflict.version(seen, plan.version());
    }
    return new Meanwhile(drawing, plan, history, now.subList(then.size(), now.size()));
  }

  /** The same refusal, or the conflict that is behind it where others have been at it. */
  RuntimeException explained(Tx tx, Caller caller, Set<String> faces, Invalid refusal) {
    for (PlanEdit other : others) {
      Set<String> touched = drawing.touched(tx, caller, plan, history, other);
      if (faces.stream().anyMatch(touched::contains)) {
        return conflict(other, touched);
      }
    }
    return refusal;
  }

  /**
   * @throws Conflict with code {@code edit-conflict} where another edit was about the same faces
   */
  void requireApart(Tx tx, Caller caller, Drawn drawn) {
    Set<String> own = drawn.touched();
    for (PlanEdit other : others) {
      Set<String> touched = new LinkedHashSet<>(drawing.touched(tx, caller, plan, history, other));
      if (touched.stream().anyMatch(own::contains)) {
        throw conflict(other, touched);
      }
    }
  }

  private static Conflict conflict(PlanEdit other, Set<String> touched) {
    return new Conflict(
        "edit-conflict",
        Map.of(
            "seq",
            other.seq(),
            "other",
            Map.of(
                "seq",
                other.seq(),
                "kind",
                other.operation().kind(),
                "account",
                other.account(),
                "changed",
                List.copyOf(touched))));
  }
}
