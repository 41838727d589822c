package org.wangge.tiles;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * From lattice units to the pixels of one tile: x east, y south, 0 to {@link TileCoord#EXTENT}
 * within the tile, unrounded.
 *
 * <p>A position is first scaled to the pixels of the whole zoom (times a power of two, exact) and
 * then moved by the tile's corner (a whole number, exact too). So neighbouring tiles see one vertex
 * at the same place to the last bit, and round it to the same pixel.
 */
final class TileProjection {
  private final double pixels;
  private final double originX;
  private final double originY;

  TileProjection(TileCoord tile) {
    pixels = (double) TileCoord.EXTENT * (1 << tile.z());
    originX = (double) tile.x() * TileCoord.EXTENT;
    originY = (double) tile.y() * TileCoord.EXTENT;
  }

  /** Lattice units of longitude in one pixel of a zoom. */
  static double unitsPerPixel(int zoom) {
    return 360e7 / TileCoord.EXTENT / (1 << zoom);
  }

  double x(double lonUnits) {
    return WebMercator.x(lonUnits) * pixels - originX;
  }

  double y(double latUnits) {
    return WebMercator.y(latUnits) * pixels - originY;
  }

  Coordinate[] project(CoordinateSequence lattice) {
    Coordinate[] projected = new Coordinate[lattice.size()];
    for (int i = 0; i < projected.length; i++) {
      projected[i] = new Coordinate(x(lattice.getX(i)), y(lattice.getY(i)));
    }
    return projected;
  }
}
