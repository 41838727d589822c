package org.wangge.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * Where a caller may act: everywhere, or in some areas and whatever lies below them, or on the
 * ground of some overlay areas.
 *
 * @param everywhere whether there is no limit; then the rest is empty
 * @param areaCodes codes of areas of the tree, each with all below it; a code below begins with it
 * @param grounds overlay areas
 */
public record AreaScope(boolean everywhere, List<String> areaCodes, List<Ground> grounds) {

  public AreaScope {
    areaCodes = everywhere ? List.of() : List.copyOf(areaCodes);
    grounds = everywhere ? List.of() : List.copyOf(grounds);
  }

  public static AreaScope unlimited() {
    return new AreaScope(true, List.of(), List.of());
  }

  public static AreaScope nowhere() {
    return new AreaScope(false, List.of(), List.of());
  }

  public static AreaScope of(List<String> areaCodes) {
    return new AreaScope(false, areaCodes, List.of());
  }

  public static AreaScope of(Ground ground) {
    return new AreaScope(false, List.of(), List.of(ground));
  }

  /** Whatever lies in this or in another. */
  public AreaScope and(AreaScope other) {
    if (everywhere || other.everywhere) {
      return unlimited();
    }
    Set<String> codes = new LinkedHashSet<>(areaCodes);
    codes.addAll(other.areaCodes);
    Set<Ground> all = new LinkedHashSet<>(grounds);
    all.addAll(other.grounds);
    return new AreaScope(false, List.copyOf(codes), new ArrayList<>(all));
  }

  /** Whether nothing lies in it. */
  public boolean isNowhere() {
    return !everywhere && areaCodes.isEmpty() && grounds.isEmpty();
  }

  /** Whether an area of the tree lies in it, itself or one above it. */
  public boolean covers(String areaCode) {
    return everywhere || areaCodes.stream().anyMatch(areaCode::startsWith);
  }

  /**
   * Whether something at a place lies in it.
   *
   * @param gridCode code of the grid it belongs to; null outside every grid
   */
  public boolean covers(@Nullable String gridCode, LatticePoint place) {
    return everywhere
        || (gridCode != null && covers(gridCode))
        || grounds.stream().anyMatch(ground -> ground.holds(place));
  }

  /**
   * Whether an area of the tree lies above one of this scope. Whoever is responsible for a part of
   * it may see a summary of the whole.
   */
  public boolean isBelow(String areaCode) {
    return areaCodes.stream().anyMatch(code -> code.startsWith(areaCode));
  }
}
