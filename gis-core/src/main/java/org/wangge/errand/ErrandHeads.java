package org.wangge.errand;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;

/**
 * Who sends volunteers (网格书记): whoever leads at a desk, in all of their areas; whoever works in
 * grids, where they are in charge as its head or as the cadre of what lies above. Thread-safe.
 */
public final class ErrandHeads {
  private static final Set<Duty> HEADS =
      EnumSet.of(Duty.GRID_HEAD, Duty.COMMUNITY_CADRE, Duty.STREET_CADRE);

  private final Supplier<AreaAtlas> atlas;

  public ErrandHeads(Supplier<AreaAtlas> atlas) {
    this.atlas = atlas;
  }

  /** Whether somebody sends volunteers to a place. */
  boolean isHead(Caller caller, Errand.Place place) {
    if (!caller.has(Right.DISPATCH_ERRANDS)) {
      return false;
    }
    return caller.rights().scopes().entrySet().stream()
        .filter(one -> Right.DISPATCH_ERRANDS.roles().contains(one.getKey()))
        .filter(one -> covers(one.getValue(), place))
        .anyMatch(one -> one.getKey() != Role.WORKER || isInCharge(caller, place.grid()));
  }

  private static boolean covers(AreaScope scope, Errand.Place place) {
    return scope.covers(place.grid(), place.at());
  }

  private boolean isInCharge(Caller caller, String grid) {
    String staff = caller.staffCode().orElse("");
    return !staff.isEmpty()
        && above(grid)
            .flatMap(area -> area.inCharge().stream())
            .anyMatch(one -> one.staffCode().equals(staff) && HEADS.contains(one.duty()));
  }

  /** A grid and what lies above it, by its code, which still tells when the grid is no more. */
  private Stream<Area> above(String grid) {
    AreaAtlas now = atlas.get();
    return IntStream.rangeClosed(1, grid.length())
        .mapToObj(length -> now.find(AreaKey.tree(grid.substring(0, length))))
        .flatMap(Optional::stream);
  }
}
