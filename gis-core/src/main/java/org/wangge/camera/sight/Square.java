package org.wangge.camera.sight;

/** One square of ground, seen from the foot of a camera: in metres, and in lattice units. */
final class Square {
  private static final double MARGIN_METERS = 0.05;

  private final Sight sight;

  /** West and east, south and north border with the margin of borders, lattice units. */
  private final double west;

  private final double south;
  private final double east;
  private final double north;
  private final double nearest;
  private final double farthest;

  Square(Sight sight, int column, int row) {
    this.sight = sight;
    west = (double) column * SightCells.SQUARE - sight.eye().place().lon() - SightCells.MARGIN;
    south = (double) row * SightCells.SQUARE - sight.eye().place().lat() - SightCells.MARGIN;
    east = west + SightCells.SQUARE + 2 * SightCells.MARGIN;
    north = south + SightCells.SQUARE + 2 * SightCells.MARGIN;
    double perLon = sight.plane().metersPerLon();
    double perLat = sight.plane().metersPerLat();
    nearest = length(apart(west, east) * perLon, apart(south, north) * perLat) - MARGIN_METERS;
    farthest =
        length(Math.max(-west, east) * perLon, Math.max(-south, north) * perLat) + MARGIN_METERS;
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  /** How far 0 is from a span. */
  private static double apart(double from, double to) {
    return Math.max(0, Math.max(from, -to));
  }

  /** Longitude of a corner from 0 to 3, from the foot of the camera. */
  double x(int corner) {
    return (corner & 1) == 0 ? west : east;
  }

  /** Latitude of a corner from 0 to 3, from the foot of the camera. */
  double y(int corner) {
    return (corner & 2) == 0 ? south : north;
  }

  /** Whether the near or far arc of a lens may pass through it. */
  boolean isOnArc() {
    for (LensView view : sight.views()) {
      double near = view.lens().nearMeters();
      double far = view.lens().farMeters();
      if ((nearest <= far && far <= farthest) || (nearest <= near && near <= farthest)) {
        return true;
      }
    }
    return false;
  }

  /** Whether certainly no lens sees any of it, whatever stands around. */
  boolean isOutside() {
    for (LensView view : sight.views()) {
      boolean isOutOfRange =
          nearest > view.lens().farMeters() || farthest < view.lens().nearMeters();
      if (!isOutOfRange && !isBeside(view)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all of it lies on the outer side of a border of a lens. */
  private boolean isBeside(LensView view) {
    int outOfLeft = 0;
    int outOfRight = 0;
    int outOfBoth = 0;
    for (int corner = 0; corner < 4; corner++) {
      double x = x(corner) * sight.plane().metersPerLon();
      double y = y(corner) * sight.plane().metersPerLat();
      boolean left = x * view.leftY() - y * view.leftX() < 0;
      boolean right = x * view.rightY() - y * view.rightX() > 0;
      outOfLeft += left ? 1 : 0;
      outOfRight += right ? 1 : 0;
      outOfBoth += left && right ? 1 : 0;
    }
    if (view.lens().isRound()) {
      return false;
    }
    return view.lens().angleDegrees() <= LensView.HALF_TURN
        ? outOfLeft == 4 || outOfRight == 4
        : outOfBoth == 4;
  }
}
