package org.wangge.plan.cut;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fault.Invalid;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.topology.Refusal;

/** Refuses to leave ground that is too small or too narrow to be anybody's. Pure. */
public final class Slivers {
  private static final double LEAST_SQUARE_METERS = 100;
  private static final double LEAST_WIDTH_METERS = 1;

  /** Corners are narrow at their tip; only what is longer than a tip counts. */
  private static final double TIP_SQUARE_METERS = 10;

  private Slivers() {}

  /**
   * Refuses outlines of which one is too small, or that have more narrow ground than there was.
   *
   * @param before outlines there were
   * @param after outlines there would be
   * @throws Invalid with code {@code sliver}, and the place
   */
  public static void refuse(
      List<LatticeShape> before, List<LatticeShape> after, GroundScale scale) {
    double narrowBefore = 0;
    for (LatticeShape shape : before) {
      narrowBefore += narrowSquareMeters(scale.toMeters(shape.scaled()));
    }
    double narrow = 0;
    for (LatticeShape shape : after) {
      double area = Geodesy.areaSquareMeters(shape);
      if (area < LEAST_SQUARE_METERS) {
        throw refusal(shape.labelPoint(), area);
      }
      Geometry meters = scale.toMeters(shape.scaled());
      if (meters.buffer(-LEAST_WIDTH_METERS / 2).isEmpty()) {
        throw refusal(shape.labelPoint(), area);
      }
      narrow += narrowSquareMeters(meters);
      if (narrow - narrowBefore > TIP_SQUARE_METERS) {
        throw refusal(shape.labelPoint(), area);
      }
    }
  }

  private static Invalid refusal(LatticePoint place, double squareMeters) {
    return Refusal.at(
        place,
        "line",
        "sliver",
        Map.of(
            "squareMeters",
            Math.round(squareMeters),
            "leastSquareMeters",
            Math.round(LEAST_SQUARE_METERS),
            "leastWidthMeters",
            Math.round(LEAST_WIDTH_METERS)));
  }

  /** Ground that a disc of the least width cannot get to. */
  private static double narrowSquareMeters(Geometry meters) {
    double half = LEAST_WIDTH_METERS / 2;
    return Math.max(0, meters.getArea() - meters.buffer(-half).buffer(half).getArea());
  }
}
