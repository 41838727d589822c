package org.wangge.server.demo;

import java.time.Instant;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;

/** What a feature adds to the demonstration town. Bound in {@code App}. */
@FunctionalInterface
public interface DemoPart {

  /** Stores what the feature owns of a town, all its times relative to now. */
  void load(Tx tx, Caller caller, DemoTown town, Instant now);
}
