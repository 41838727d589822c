package org.wangge.plan.compare;

import org.wangge.grid.Area;

/**
 * A grid that keeps its code and gets another outline.
 *
 * @param before as it was
 * @param after as it is then
 * @param squareMetersBefore its ground
 * @param squareMetersAfter its ground then; the same where the outline only got a vertex more
 */
public record OutlineChange(
    Area before, Area after, double squareMetersBefore, double squareMetersAfter) {

  public String code() {
    return after.code();
  }

  /** Whether the ground is another one, and not only the number of vertices on its border. */
  public boolean movesGround() {
    // A vertex put on a border is rounded to the lattice, which moves a border by millimetres.
    return Math.abs(squareMetersAfter - squareMetersBefore) >= 1;
  }
}
