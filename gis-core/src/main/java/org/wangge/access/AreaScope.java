package org.wangge.access;

import java.util.List;

/**
 * Where a caller may act: everywhere, or in some areas and whatever lies below them.
 *
 * @param everywhere whether there is no limit; then {@code areaCodes} is empty
 * @param areaCodes codes of areas of the tree, each with all below it
 */
public record AreaScope(boolean everywhere, List<String> areaCodes) {

  public AreaScope {
    areaCodes = List.copyOf(areaCodes);
  }

  public static AreaScope unlimited() {
    return new AreaScope(true, List.of());
  }

  public static AreaScope of(List<String> areaCodes) {
    return new AreaScope(false, areaCodes);
  }

  /** Whether an area lies in it, judged by its codes from the district down to itself. */
  public boolean covers(List<String> codesFromTop) {
    return everywhere || codesFromTop.stream().anyMatch(areaCodes::contains);
  }
}
