package org.wangge.server.demo;

import java.time.Instant;

/**
 * What was generated into a database.
 *
 * @param kind town or city
 * @param seed the same seed and instant make the same again
 * @param grids how many grids were asked for; 0 for the town
 * @param madeAt the instant it was made relative to
 * @param filledTo what happened until then was stored at starts of the program
 * @param toldTo what happened until then was told by the simulator
 */
public record Made(
    Kind kind, long seed, int grids, Instant madeAt, Instant filledTo, Instant toldTo) {

  /** The two things that can be generated. */
  public enum Kind {
    /** A street of 40 grids with all that stands and happens there. */
    TOWN,
    /** A seamless city of any number of grids, areas only. */
    CITY
  }
}
