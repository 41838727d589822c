package org.wangge.server.grid;

import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/** What another feature counts within an area for its card. Declared here, bound in {@code App}. */
public interface AreaCounts {

  /** Counts by name; empty for a caller who may not read what is counted. */
  Map<String, Object> counts(Tx tx, Caller caller, Area area);

  /**
   * Whether what is known by its grid can be counted in this area: not below the grid, and not in
   * the overlays, which cut through grids.
   */
  static boolean isMadeOfGrids(Area area) {
    return area.key().partition().equals(Partition.TREE) && area.level() != Level.MICRO_GRID;
  }
}
