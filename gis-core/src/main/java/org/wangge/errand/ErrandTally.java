package org.wangge.errand;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many errands of a grid are how far.
 *
 * @param grid code of the grid
 * @param counts of the states that occur
 */
public record ErrandTally(String grid, Map<ErrandState, Integer> counts) {

  public ErrandTally {
    counts = Map.copyOf(counts);
  }

  /** All that were ever ordered. */
  public int ordered() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Those that were done, and the resident did not say otherwise. */
  public int finished() {
    return counts.entrySet().stream()
        .filter(one -> one.getKey().isFinished())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** This and some more of the same grid. */
  public ErrandTally and(ErrandState state, int more) {
    Map<ErrandState, Integer> all = new EnumMap<>(ErrandState.class);
    all.putAll(counts);
    all.merge(state, more, Integer::sum);
    return new ErrandTally(grid, all);
  }
}
