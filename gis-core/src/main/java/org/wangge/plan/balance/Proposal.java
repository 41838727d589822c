package org.wangge.plan.balance;

import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * A line along streets that would divide a grid.
 *
 * @param line from border to border
 * @param halves both grids it would make, west to east
 * @param cutBuildings how many buildings it would cut; of what is proposed 0
 */
public record Proposal(List<LatticePoint> line, List<GridBalance> halves, int cutBuildings) {

  public Proposal {
    line = List.copyOf(line);
    halves = List.copyOf(halves);
  }

  /** Whether both halves keep every rule in force. */
  public boolean keepsRules() {
    return halves.stream().allMatch(GridBalance::keepsRules);
  }

  /** How differently large the halves are, in households: 0 when they are equal, 1 at worst. */
  public double unevenness() {
    int sum = halves.stream().mapToInt(half -> half.area().households()).sum();
    int most = halves.stream().mapToInt(half -> half.area().households()).max().orElse(0);
    return sum == 0 ? 0 : 2.0 * most / sum - 1;
  }
}
