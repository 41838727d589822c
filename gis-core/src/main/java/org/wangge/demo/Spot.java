package org.wangge.demo;

/**
 * A place in metres of a {@link LocalFrame}.
 *
 * @param x east
 * @param y north
 */
record Spot(double x, double y) {

  double distance(Spot other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The place a share of the way to another: 0 here, 1 there. */
  Spot toward(Spot other, double share) {
    return new Spot(x + (other.x - x) * share, y + (other.y - y) * share);
  }

  /** So far along a direction (counter-clockwise from east) and so far to its left. */
  Spot move(double radians, double along, double left) {
    double cos = StrictMath.cos(radians);
    double sin = StrictMath.sin(radians);
    return new Spot(x + along * cos - left * sin, y + along * sin + left * cos);
  }

  /** Direction to another place, counter-clockwise from east. */
  double directionTo(Spot other) {
    return StrictMath.atan2(other.y - y, other.x - x);
  }
}
