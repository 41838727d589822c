package org.wangge.errand;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Duty;
import org.wangge.grid.Partition;

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
        && atlas.get().areas().stream()
            .filter(area -> area.key().partition().equals(Partition.TREE))
            .filter(area -> grid.startsWith(area.code()))
            .flatMap(area -> area.inCharge().stream())
            .anyMatch(one -> one.staffCode().equals(staff) && HEADS.contains(one.duty()));
  }
}
