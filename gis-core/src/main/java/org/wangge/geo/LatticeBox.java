package org.wangge.geo;

import java.util.Collection;

/**
 * A closed box on the {@link Lattice}: its edges belong to it.
 *
 * @param west smallest longitude, lattice units
 * @param south smallest latitude, lattice units
 * @param east largest longitude, lattice units
 * @param north largest latitude, lattice units
 */
public record LatticeBox(int west, int south, int east, int north) {

  public LatticeBox {
    if (west > east || south > north) {
      throw new IllegalArgumentException(
          "box is inside out: " + west + "," + south + "," + east + "," + north);
    }
  }

  /** The box between two corners given in degrees. */
  public static LatticeBox ofDegrees(double west, double south, double east, double north) {
    LatticePoint low = LatticePoint.ofDegrees(west, south);
    LatticePoint high = LatticePoint.ofDegrees(east, north);
    return new LatticeBox(low.lon(), low.lat(), high.lon(), high.lat());
  }

  /** The smallest box that holds some points; at least one. */
  public static LatticeBox of(Collection<LatticePoint> points) {
    return points.stream()
        .map(point -> new LatticeBox(point.lon(), point.lat(), point.lon(), point.lat()))
        .reduce(LatticeBox::union)
        .orElseThrow();
  }

  /**
   * A box that holds all that lies within a distance of a point, and a little more.
   *
   * @param meters at most 1,000 km, and not across a pole
   */
  public static LatticeBox around(LatticePoint point, double meters) {
    // A degree of latitude is 110.57 km at least.
    double degrees = meters / 110_000;
    double narrowing = Math.max(0.01, Math.cos(Math.toRadians(point.latDegrees())) - 0.001);
    int height = Lattice.ofDegrees(degrees);
    int width = Lattice.ofDegrees(degrees / narrowing);
    return new LatticeBox(
        point.lon() - width, point.lat() - height, point.lon() + width, point.lat() + height);
  }

  public boolean contains(LatticePoint point) {
    return point.lon() >= west
        && point.lon() <= east
        && point.lat() >= south
        && point.lat() <= north;
  }

  public boolean intersects(LatticeBox other) {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
  }

  /** The smallest box that holds both. */
  public LatticeBox union(LatticeBox other) {
    return new LatticeBox(
        Math.min(west, other.west),
        Math.min(south, other.south),
        Math.max(east, other.east),
        Math.max(north, other.north));
  }

  public LatticePoint center() {
    return new LatticePoint((int) (((long) west + east) / 2), (int) (((long) south + north) / 2));
  }
}
