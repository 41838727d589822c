package org.wangge.plan.balance;

import java.util.Collection;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.wangge.grid.InCharge;

/**
 * Sums over grids that a change of some of them brings up to date. Immutable.
 *
 * @param squareMeters each grid's area in whole square metres, added up
 * @param staff how many of the grids each person is in charge of, by staff code
 */
record Tally(
    int grids,
    int households,
    int population,
    int buildings,
    int cameras,
    long squareMeters,
    int problems,
    PMap<String, Integer> staff) {
  private static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, HashTreePMap.empty());

  static Tally of(Collection<GridBalance> grids) {
    Tally tally = NONE;
    for (GridBalance grid : grids) {
      tally = tally.with(grid, 1);
    }
    return tally;
  }

  Tally plus(GridBalance grid) {
    return with(grid, 1);
  }

  Tally minus(GridBalance grid) {
    return with(grid, -1);
  }

  private Tally with(GridBalance grid, int times) {
    PMap<String, Integer> nextStaff = staff;
    for (InCharge person : grid.area().inCharge()) {
      String code = person.staffCode();
      int count = nextStaff.getOrDefault(code, 0) + times;
      nextStaff = count == 0 ? nextStaff.minus(code) : nextStaff.plus(code, count);
    }
    return new Tally(
        grids + times,
        households + times * grid.area().households(),
        population + times * grid.area().population(),
        buildings + times * grid.ground().buildings(),
        cameras + times * grid.ground().cameras(),
        squareMeters + times * Math.round(grid.ground().squareMeters()),
        problems + (grid.problems().isEmpty() ? 0 : times),
        nextStaff);
  }
}
