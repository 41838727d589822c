package org.wangge.plan.impact;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.plan.compare.Redrawn;

/**
 * Where plans learn what hangs on the ground they redraw. Each feature that keeps something by grid
 * has one, bound in the program's root. Thread-safe.
 */
@FunctionalInterface
public interface ImpactSource {

  /**
   * What goes from one grid to another.
   *
   * @param redrawn the grids before and after
   * @param at instant whose things are meant
   */
  List<Handed> handed(Tx tx, Caller caller, Redrawn redrawn, Instant at);

  /** Whether whoever asks for the impact of a plan may know of this at all. */
  default boolean isFor(Caller asking) {
    return true;
  }
}
