package org.wangge.plan.life;

import java.util.List;
import org.wangge.plan.drawing.DrawnPlan;

/**
 * What a rebase makes, or would make, of a plan.
 *
 * @param plan on the areas as they are now, without the edits that do not apply there
 * @param misfits those edits, in the order in which they were made
 * @param sameGround whether the plan does to the ground just what it did before: then what was
 *     decided about it stays decided
 */
public record Rebased(DrawnPlan plan, List<Misfit> misfits, boolean sameGround) {

  public Rebased {
    misfits = List.copyOf(misfits);
  }
}
