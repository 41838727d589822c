package org.wangge.server.grid;

import java.util.Map;
import java.util.Optional;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/** What another feature counts within an area for its card. Declared here, bound in {@code App}. */
public interface AreaCounts {

  /** Counts by name; empty for a caller who may not read what is counted. */
  Map<String, Object> counts(Tx tx, Caller caller, Area area);

  /**
   * On whose behalf what has a grid is counted in an area: the caller with what a right gives; for
   * an area above the caller's own, of which a summary is everybody's who works below it, without
   * limit; empty for an area beside it and for one where nothing can be counted.
   */
  static Optional<Caller> counting(Caller caller, Right right, Area area) {
    if (!caller.has(right) || !isMadeOfGrids(area)) {
      return Optional.empty();
    }
    Caller narrowed = caller.with(right);
    AreaScope scope = narrowed.scope();
    if (scope.covers(area.code()) || !scope.grounds().isEmpty()) {
      return Optional.of(narrowed);
    }
    return scope.isBelow(area.code()) ? Optional.of(Caller.upkeep()) : Optional.empty();
  }

  /**
   * Whether what is known by its grid can be counted in this area: not below the grid, and not in
   * the overlays, which cut through grids.
   */
  static boolean isMadeOfGrids(Area area) {
    return area.key().partition().equals(Partition.TREE) && area.level() != Level.MICRO_GRID;
  }
}
