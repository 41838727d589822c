package org.wangge.tiles;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** Points and lines of the lattice as geometries in lattice units, for {@link TileFeature}. */
public final class LatticeGeometry {
  private LatticeGeometry() {}

  public static Point point(LatticePoint point) {
    return LatticeShape.SCALED.createPoint(coordinate(point));
  }

  /**
   * A line through some points.
   *
   * @param vertices two or more
   */
  public static LineString line(List<LatticePoint> vertices) {
    return LatticeShape.SCALED.createLineString(
        vertices.stream().map(LatticeGeometry::coordinate).toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(LatticePoint point) {
    return new Coordinate(point.lon(), point.lat());
  }
}
