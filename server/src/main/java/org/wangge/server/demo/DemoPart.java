package org.wangge.server.demo;

import java.time.Instant;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;

/** What a feature adds to the demonstration town. Bound in {@code App}. */
public interface DemoPart {

  /** Stores what stands in the town from the beginning. */
  default void settle(Tx tx, Caller caller, DemoTown town) {}

  /**
   * Stores what stands in the town and was not yet generated when it was loaded, by an older
   * program.
   */
  default void catchUp(Tx tx, Caller caller, DemoTown town) {}

  /**
   * Stores what happened after one instant and up to another.
   *
   * @param after what happened at it or before is stored already
   * @param now what is still going on stands as it does at this instant
   */
  default void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {}
}
