package org.wangge.camera.cover;

import java.util.List;

/**
 * Squares of some grids, those first where somebody should look.
 *
 * @param cells all of them, see {@link UnseenCell#WORST_FIRST}
 * @param days length of the period
 * @param incidents how many were reported in these grids
 * @param patrolsKnown whether the caller may know where patrols went; if not, none are counted
 */
public record UnseenFound(
    List<UnseenCell> cells, double days, int incidents, boolean patrolsKnown) {
  public UnseenFound {
    cells = List.copyOf(cells);
  }
}
