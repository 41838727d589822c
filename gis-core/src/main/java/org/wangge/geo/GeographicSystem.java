package org.wangge.geo;

/** Degrees that need no conversion: WGS 84, and CGCS2000 treated as coincident with it. */
final class GeographicSystem extends CoordinateSystem {

  GeographicSystem(String name, PlausibleRange range) {
    super(name, range, range);
  }

  @Override
  Position inverse(double x, double y) {
    return new Position(x, y);
  }

  @Override
  Ordinates forward(double lonDegrees, double latDegrees) {
    return new Ordinates(lonDegrees, latDegrees);
  }
}
