package org.wangge.grid;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.Geodesy;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Position;

/** Sizes on the ground of geometries in lattice units, whatever an overlay made of them. */
final class GroundSize {
  /** A lattice unit of latitude is never shorter than this. */
  private static final double METERS_PER_UNIT = 0.011;

  private GroundSize() {}

  /** Area of all polygons of a geometry. */
  static double squareMeters(Geometry scaled) {
    double sum = 0;
    for (int i = 0; i < scaled.getNumGeometries(); i++) {
      if (scaled.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += Geodesy.areaSquareMeters(LatticeShape.ofScaled(polygon));
      }
    }
    return sum;
  }

  static double meters(Coordinate a, Coordinate b) {
    return Geodesy.distanceMeters(position(a), position(b));
  }

  /** So many lattice units hold this length in any direction, below 60 degrees of latitude. */
  static double latticeUnits(double meters) {
    return 2 * meters / METERS_PER_UNIT;
  }

  /** The nearest lattice point. */
  static LatticePoint point(Coordinate scaled) {
    return new LatticePoint((int) Math.rint(scaled.x), (int) Math.rint(scaled.y));
  }

  private static Position position(Coordinate scaled) {
    return new Position(scaled.x / Lattice.UNITS_PER_DEGREE, scaled.y / Lattice.UNITS_PER_DEGREE);
  }
}
