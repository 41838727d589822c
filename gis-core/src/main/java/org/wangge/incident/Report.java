package org.wangge.incident;

import org.wangge.geo.LatticePoint;

/**
 * What someone reports.
 *
 * @param key of the reporter's own: the same report sent again carries the same
 * @param category code of a {@link Category}
 * @param condition what is so about it, as limits tell it apart; empty where nothing is said
 * @param channel how it comes in
 * @param location where it is
 * @param description in the reporter's words; empty where there are none
 * @param generated whether a demonstration made it up
 */
public record Report(
    String key,
    String category,
    String condition,
    Channel channel,
    LatticePoint location,
    String description,
    boolean generated) {

  /** Of which no condition is said. */
  public Report(
      String key,
      String category,
      Channel channel,
      LatticePoint location,
      String description,
      boolean generated) {
    this(key, category, "", channel, location, description, generated);
  }
}
