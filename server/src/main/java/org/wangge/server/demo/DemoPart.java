package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;

/** What a feature adds to the demonstration town. Bound in {@code App}. */
public interface DemoPart {
  /** Three weeks. */
  Duration WEEKS = Duration.ofDays(21);

  /** The whole of last month, to compare this one with. */
  Duration MONTHS = Duration.ofDays(62);

  /** Stores what stands in the town from the beginning. */
  default void settle(Tx tx, Caller caller, DemoTown town) {}

  /**
   * Stores what stands in the town and was not yet generated when it was loaded, by an older
   * program.
   */
  default void catchUp(Tx tx, Caller caller, DemoTown town) {}

  /** How far back it reaches when the town is made, and when it goes on after a rest. */
  default Duration past() {
    return WEEKS;
  }

  /**
   * Stores what happened after one instant and up to another.
   *
   * @param after what happened at it or before is stored already
   * @param now what is still going on stands as it does at this instant
   */
  default void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {}
}
