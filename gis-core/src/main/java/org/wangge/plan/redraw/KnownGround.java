package org.wangge.plan.redraw;

import java.util.Map;
import java.util.WeakHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeShape;

/**
 * How large outlines are and whether they lie on each other, found out once for each while it is
 * around: of a plan's faces an edit changes but a few. Thread-safe.
 */
public final class KnownGround {
  /** Less ground in common, in square lattice units, is rounding: some 10 m². */
  private static final double LEAST_SQUARE_UNITS = 1e5;

  private final Map<LatticeShape, Double> squareMeters = new WeakHashMap<>();
  private final Map<LatticeShape, Map<LatticeShape, Boolean>> common = new WeakHashMap<>();

  /** Area of an outline, less its holes. */
  synchronized double squareMeters(LatticeShape shape) {
    return squareMeters.computeIfAbsent(shape, Geodesy::areaSquareMeters);
  }

  /** Whether two outlines have more ground in common than rounding makes. */
  synchronized boolean isCommon(LatticeShape one, LatticeShape other) {
    return one.bounds().intersects(other.bounds())
        && common
            .computeIfAbsent(one, shape -> new WeakHashMap<>())
            .computeIfAbsent(other, shape -> hasCommon(one, shape));
  }

  private static boolean hasCommon(LatticeShape one, LatticeShape other) {
    Geometry ground = OverlayNGRobust.overlay(one.scaled(), other.scaled(), OverlayNG.INTERSECTION);
    return ground.getArea() > LEAST_SQUARE_UNITS;
  }
}
