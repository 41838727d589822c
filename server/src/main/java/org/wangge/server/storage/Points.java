package org.wangge.server.storage;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** Lattice points as the databases keep them: points in degrees, SRID 4326. */
public final class Points {
  private Points() {}

  public static Geometry toDegrees(LatticePoint point) {
    return LatticeShape.DEGREES.createPoint(new Coordinate(point.lonDegrees(), point.latDegrees()));
  }

  public static LatticePoint onLattice(Geometry point) {
    Coordinate at = point.getCoordinate();
    return LatticePoint.ofDegrees(at.x, at.y);
  }
}
