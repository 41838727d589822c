package org.wangge.camera.sight;

import org.wangge.geo.LatticeBox;

/** A box of ground, seen from the foot of a camera. */
final class Patch {
  private static final double MARGIN_METERS = 0.05;

  private final Sight sight;

  /** Borders with the margin of those that are drawn, lattice units from the foot of the camera. */
  private final double west;

  private final double south;
  private final double east;
  private final double north;
  private final double nearest;
  private final double farthest;

  private Patch(Sight sight, double west, double south, double east, double north) {
    this.sight = sight;
    this.west = west - sight.eye().place().lon() - SightCells.MARGIN;
    this.south = south - sight.eye().place().lat() - SightCells.MARGIN;
    this.east = east - sight.eye().place().lon() + SightCells.MARGIN;
    this.north = north - sight.eye().place().lat() + SightCells.MARGIN;
    double perLon = sight.plane().metersPerLon();
    double perLat = sight.plane().metersPerLat();
    double besideLon = apart(this.west, this.east) * perLon;
    double besideLat = apart(this.south, this.north) * perLat;
    nearest = length(besideLon, besideLat) - MARGIN_METERS;
    double farLon = Math.max(-this.west, this.east) * perLon;
    double farLat = Math.max(-this.south, this.north) * perLat;
    farthest = length(farLon, farLat) + MARGIN_METERS;
  }

  /** One square of the index. */
  static Patch square(Sight sight, int column, int row) {
    double west = (double) column * SightCells.SQUARE;
    double south = (double) row * SightCells.SQUARE;
    return new Patch(sight, west, south, west + SightCells.SQUARE, south + SightCells.SQUARE);
  }

  /** The box around a building. */
  static Patch of(Sight sight, LatticeBox box) {
    return new Patch(sight, box.west(), box.south(), box.east(), box.north());
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
    for (int i = 0; i < sight.lensCount(); i++) {
      LensView view = sight.lens(i);
      double near = view.near();
      double far = view.far();
      if ((nearest <= far && far <= farthest) || (nearest <= near && near <= farthest)) {
        return true;
      }
    }
    return false;
  }

  /** Whether certainly no lens sees any of it, whatever stands around. */
  boolean isOutside() {
    for (int i = 0; i < sight.lensCount(); i++) {
      LensView view = sight.lens(i);
      boolean isOutOfRange = nearest > view.far() || farthest < view.near();
      if (!isOutOfRange && !isBeside(view)) {
        return false;
      }
    }
    return true;
  }

  /** Whether certainly no line of sight of any lens passes over it. */
  boolean isOutOfSight() {
    for (int i = 0; i < sight.lensCount(); i++) {
      LensView view = sight.lens(i);
      if (nearest <= view.far() && !isBeside(view)) {
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
    if (view.isRound()) {
      return false;
    }
    return view.isWide() ? outOfBoth == 4 : outOfLeft == 4 || outOfRight == 4;
  }
}
