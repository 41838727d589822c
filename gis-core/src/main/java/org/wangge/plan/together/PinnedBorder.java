package org.wangge.plan.together;

import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * The border that a comment is about, as it runs now.
 *
 * @param line the stretch, vertex by vertex
 * @param place on it, where the comment is shown
 * @param grids ids of the grids beside it, one where nothing is known beyond
 * @param moved whether it no longer runs where it did when the comment was made
 */
public record PinnedBorder(
    List<LatticePoint> line, LatticePoint place, List<String> grids, boolean moved) {

  public PinnedBorder {
    line = List.copyOf(line);
    grids = List.copyOf(grids);
  }
}
