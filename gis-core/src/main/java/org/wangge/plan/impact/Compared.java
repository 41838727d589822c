package org.wangge.plan.impact;

import java.util.List;
import org.wangge.grid.Area;

/**
 * Two states of the grids of an area.
 *
 * @param areaCode the area
 * @param before its grids on the first side
 * @param after its grids on the second side
 * @param impact what changes hands from the first to the second
 */
public record Compared(String areaCode, List<Area> before, List<Area> after, Impact impact) {
  public Compared {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
