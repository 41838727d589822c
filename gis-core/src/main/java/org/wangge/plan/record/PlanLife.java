package org.wangge.plan.record;

import java.util.List;

/**
 * The life of a plan so far, and what may come next.
 *
 * @param steps oldest first
 * @param dropped edits that rebases dropped
 * @param may the steps that who asks may take now
 * @param fourEyes whether who asks had a hand in the plan, and so may not approve it
 */
public record PlanLife(
    List<PlanStep> steps, List<DroppedEdit> dropped, List<PlanAction> may, boolean fourEyes) {

  public PlanLife {
    steps = List.copyOf(steps);
    dropped = List.copyOf(dropped);
    may = List.copyOf(may);
  }
}
