package org.wangge.plan;

import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.drawing.PlanChange;
import org.wangge.plan.topology.Drawn;

/**
 * A plan after an edit.
 *
 * @param change the plan, and what of it is other than its planner saw it
 * @param drawn what the edit made
 */
public record Edited(PlanChange change, Drawn drawn) {

  /** The plan with all that is drawn in it. */
  public DrawnPlan plan() {
    return change.plan();
  }
}
