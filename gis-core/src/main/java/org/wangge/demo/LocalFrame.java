package org.wangge.demo;

import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;

/**
 * Metres east (x) and north (y) of a centre, to lay things out in. A plain equirectangular scale:
 * good to a few tenths of a percent over a city, which is all a made-up place needs. What is exact
 * is the lattice it ends on.
 *
 * @param center where x and y are 0
 */
record LocalFrame(LatticePoint center) {
  private static final double METERS_PER_DEGREE = 111_195;

  LatticePoint at(double x, double y) {
    double unitsPerMeter = Lattice.UNITS_PER_DEGREE / METERS_PER_DEGREE;
    double lon = center.lon() + x * unitsPerMeter / shrink();
    double lat = center.lat() + y * unitsPerMeter;
    return new LatticePoint((int) Math.rint(lon), (int) Math.rint(lat));
  }

  Spot spot(LatticePoint point) {
    return new Spot(x(point.lon()), y(point.lat()));
  }

  double x(double lon) {
    return (lon - center.lon()) * METERS_PER_DEGREE / Lattice.UNITS_PER_DEGREE * shrink();
  }

  double y(double lat) {
    return (lat - center.lat()) * METERS_PER_DEGREE / Lattice.UNITS_PER_DEGREE;
  }

  private double shrink() {
    return StrictMath.cos(StrictMath.toRadians(center.latDegrees()));
  }
}
