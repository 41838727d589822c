package org.wangge.plan.redraw;

import java.util.HashMap;
import java.util.Map;
import org.wangge.event.Tx;
import org.wangge.grid.GridStore;
import org.wangge.grid.Partition;

/**
 * The highest numbers ever given below codes, asked for once while no area begins or ends: every
 * edit numbers all new grids of its plan. Thread-safe.
 */
public final class LastNumbers {
  private final GridStore grids;
  private Known known = new Known(-1, new HashMap<>());

  private record Known(long coverage, Map<Below, Integer> numbers) {}

  private record Below(String prefix, int digits) {}

  public LastNumbers(GridStore grids) {
    this.grids = grids;
  }

  /** The numbers as a transaction sees them. */
  public Numbering.LastNumber asOf(Tx tx) {
    Map<Below, Integer> numbers = of(grids.coverageVersion(tx));
    return (prefix, digits) -> {
      Below below = new Below(prefix, digits);
      synchronized (numbers) {
        return numbers.computeIfAbsent(
            below, key -> grids.lastNumber(tx, Partition.TREE, prefix, digits));
      }
    };
  }

  private synchronized Map<Below, Integer> of(long coverage) {
    if (known.coverage() != coverage) {
      known = new Known(coverage, new HashMap<>());
    }
    return known.numbers();
  }
}
