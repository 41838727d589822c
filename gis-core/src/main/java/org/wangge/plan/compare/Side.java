package org.wangge.plan.compare;

import java.time.Instant;

/** One side of a comparison. */
public sealed interface Side {

  /**
   * The grids as a plan has them.
   *
   * @param id of the plan
   */
  record OfPlan(long id) implements Side {}

  /**
   * The grids as they were, are or, as far as that is decided, will be in force.
   *
   * @param at instant of valid time
   */
  record AtInstant(Instant at) implements Side {}
}
