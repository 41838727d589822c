package org.wangge.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.NotFound;

/**
 * What an {@link AreaAtlas} knows about one point. Either it lies in a grid, and then the chain
 * says which, or it is outside every grid, and then {@link #outside()} says what is near.
 *
 * @param chain from the top of the tree down to the grid, and to the micro-grid where one holds the
 *     point; empty outside every grid
 * @param overlays areas of the overlay partitions that hold the point, in the order of the
 *     partitions; a point outside every grid may have some too
 * @param outsideOrNull what is near, for a point outside every grid
 */
public record Located(List<Area> chain, List<Area> overlays, @Nullable Outside outsideOrNull) {

  public Located {
    chain = List.copyOf(chain);
    overlays = List.copyOf(overlays);
    if (chain.isEmpty() == (outsideOrNull == null)) {
      throw new IllegalArgumentException("a point is either in a grid or outside every grid");
    }
  }

  public boolean isInside() {
    return outsideOrNull == null;
  }

  public Optional<Outside> outside() {
    return Optional.ofNullable(outsideOrNull);
  }

  /** The grid that owns the point. */
  public Optional<Area> grid() {
    return ofLevel(Level.GRID);
  }

  public Optional<Area> microGrid() {
    return ofLevel(Level.MICRO_GRID);
  }

  private Optional<Area> ofLevel(Level level) {
    return chain.stream().filter(area -> area.level() == level).findFirst();
  }

  /**
   * The chain of a point that must lie in a grid.
   *
   * @throws NotFound with code {@code outside-every-grid}; its details hold the code of the area
   *     {@code within} which it still lies, and code, name and distance of the {@code nearest}
   *     grid, each only if there is one
   */
  public List<Area> getChain() {
    if (outsideOrNull == null) {
      return chain;
    }
    Map<String, Object> details = new LinkedHashMap<>();
    outsideOrNull.within().ifPresent(area -> details.put("within", area.code()));
    outsideOrNull
        .nearest()
        .ifPresent(
            near -> {
              details.put("nearest", near.area().code());
              details.put("nearestName", near.area().name());
              details.put("distanceMeters", near.distanceMeters());
            });
    throw new NotFound("outside-every-grid", details);
  }

  /**
   * What can still be said about a point outside every grid.
   *
   * @param withinOrNull the deepest area of the tree that holds it: a community, a street or a
   *     district
   * @param nearestOrNull the nearest grid; it does not hold the point, and is to be labelled so
   */
  public record Outside(@Nullable Area withinOrNull, @Nullable NearestArea nearestOrNull) {

    public Optional<Area> within() {
      return Optional.ofNullable(withinOrNull);
    }

    public Optional<NearestArea> nearest() {
      return Optional.ofNullable(nearestOrNull);
    }
  }

  /**
   * An area near a point.
   *
   * @param area the area
   * @param distanceMeters geodesic distance to its border; 0 where it holds the point
   */
  public record NearestArea(Area area, double distanceMeters) {}
}
