package org.wangge.server.plan.paper;

import java.time.Instant;
import java.util.List;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;

/**
 * All that the notice of a grid shows.
 *
 * @param grid the grid
 * @param within names of the areas above it, from the top
 * @param neighbours outlines of the grids around it
 * @param around what stands on the ground
 * @param people who is published, in the order of their duties
 * @param address where its public card is
 * @param generated whether a demonstration made it up
 * @param at when it is printed
 */
record NoticePicture(
    Area grid,
    List<String> within,
    List<LatticeShape> neighbours,
    Surroundings around,
    List<PublishedPerson> people,
    String address,
    boolean generated,
    Instant at) {
  NoticePicture {
    within = List.copyOf(within);
    neighbours = List.copyOf(neighbours);
    people = List.copyOf(people);
  }

  /**
   * Somebody whose name anyone may read.
   *
   * @param duty word of the duty
   * @param name whole
   * @param phone duty phone; empty where there is none
   */
  record PublishedPerson(String duty, String name, String phone) {}
}
