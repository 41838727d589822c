package org.wangge.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.grid.Area;

/** Adds up who lives where: an area above holds what its grids hold. */
final class Residents {
  private Residents() {}

  /** The upper areas with households and population of the grids whose codes start with theirs. */
  static List<Area> summedUp(List<Area> upper, List<Area> grids) {
    Map<String, int[]> sums = new HashMap<>();
    for (Area area : upper) {
      sums.put(area.code(), new int[2]);
    }
    for (Area grid : grids) {
      for (int digits = 1; digits < grid.code().length(); digits++) {
        int[] sum = sums.get(grid.code().substring(0, digits));
        if (sum != null) {
          sum[0] += grid.households();
          sum[1] += grid.population();
        }
      }
    }
    return upper.stream()
        .map(
            area -> {
              int[] sum = sums.getOrDefault(area.code(), new int[2]);
              return area.edit().households(sum[0]).population(sum[1]).build();
            })
        .toList();
  }
}
