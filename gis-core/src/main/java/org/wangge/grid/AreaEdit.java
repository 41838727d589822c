package org.wangge.grid;

import java.time.Instant;

/** Makes the state wanted of an area out of its newest one. Pure. */
@FunctionalInterface
public interface AreaEdit {

  /**
   * The state wanted; its validity starts when it is to be in force.
   *
   * @param newest the newest state on record
   * @param now instant of the transaction
   */
  Area apply(Area newest, Instant now);
}
