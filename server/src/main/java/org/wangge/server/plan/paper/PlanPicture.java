package org.wangge.server.plan.paper;

import java.time.Instant;
import java.util.List;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.record.Plan;

/**
 * All that the sheet of a plan shows.
 *
 * @param plan as it stands
 * @param areaName what its area is called
 * @param grids those it has, then those it ends
 * @param oldBorders outlines that end: of grids whose code or whose ground does
 * @param around what stands on the ground
 * @param system of its coordinate grid
 * @param generated whether a demonstration made it up
 * @param at when it is printed
 */
record PlanPicture(
    Plan plan,
    String areaName,
    List<GridRow> grids,
    List<LatticeShape> oldBorders,
    Surroundings around,
    CoordinateSystem system,
    boolean generated,
    Instant at) {
  PlanPicture {
    grids = List.copyOf(grids);
    oldBorders = List.copyOf(oldBorders);
  }

  /** How many digits of a code stand on the map: those that grids of the area differ in. */
  int digits() {
    int longest = grids.stream().mapToInt(row -> row.area().code().length()).max().orElse(0);
    return Math.max(1, longest - plan.areaCode().length());
  }

  /** The end of a code, as it stands on the map. */
  String endOf(String code) {
    return code.substring(Math.max(0, code.length() - digits()));
  }
}
