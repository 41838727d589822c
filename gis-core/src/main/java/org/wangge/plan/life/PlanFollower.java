package org.wangge.plan.life;

import org.wangge.event.Tx;
import org.wangge.plan.redraw.Redraw;

/** Gives what belongs to grids to others when these are redrawn. Thread-safe. */
@FunctionalInterface
public interface PlanFollower {

  /**
   * Follows, in the transaction that puts a plan into force, after its areas have been changed.
   *
   * @param redraw what became of the areas
   */
  void follow(Tx tx, Redraw redraw);
}
