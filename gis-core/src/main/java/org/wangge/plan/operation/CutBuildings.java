package org.wangge.plan.operation;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Building;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.topology.Refusal;

/**
 * Buildings that a new border runs through. A building is never cut, unless somebody says why.
 * Pure.
 */
public final class CutBuildings {
  private static final String INTERIORS_MEET = "T********";
  private static final int MOST_NAMED = 20;
  private static final int LONGEST_REASON = 500;

  private CutBuildings() {}

  public static List<Building> by(List<LatticePoint> path, List<Building> buildings) {
    LineString line =
        RingEdges.FLOATING.createLineString(
            path.stream().map(GroundScale::coordinate).toArray(Coordinate[]::new));
    return buildings.stream()
        .filter(
            building ->
                RelateNG.relate(
                    building.footprint().scaled(), line, RelatePredicate.matches(INTERIORS_MEET)))
        .toList();
  }

  /**
   * Refuses to cut buildings.
   *
   * @param cut those that would be
   * @param reason why they may; empty where nobody said
   * @throws Invalid with code {@code cuts-building}, the place and the ids, unless a reason is
   *     given
   */
  public static void refuse(List<Building> cut, String reason) {
    if (reason.length() > LONGEST_REASON) {
      throw new Invalid("reason", "reason-length", Map.of("longest", LONGEST_REASON));
    }
    if (!cut.isEmpty() && reason.isBlank()) {
      throw Refusal.at(
          cut.get(0).footprint().labelPoint(),
          "reason",
          "cuts-building",
          Map.of(
              "count",
              cut.size(),
              "buildings",
              cut.stream().limit(MOST_NAMED).map(Building::id).toList()));
    }
  }
}
