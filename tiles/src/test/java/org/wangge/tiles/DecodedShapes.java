package org.wangge.tiles;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons of decoded features, put together by the winding of their rings. */
final class DecodedShapes {
  private DecodedShapes() {}

  /** Pixels of the tile. */
  static Geometry polygons(DecodedTile.Feature feature) {
    return polygons(feature, 0, 0);
  }

  /** Pixels of the whole zoom. */
  static Geometry polygons(DecodedTile.Feature feature, TileCoord tile) {
    return polygons(
        feature, (double) tile.x() * TileCoord.EXTENT, (double) tile.y() * TileCoord.EXTENT);
  }

  private static Geometry polygons(DecodedTile.Feature feature, double dx, double dy) {
    List<Polygon> polygons = new ArrayList<>();
    Coordinate[] shell = new Coordinate[0];
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] ring : feature.parts()) {
      boolean outer = DecodedTile.Feature.signedArea(ring) > 0;
      if (outer && shell.length > 0) {
        polygons.add(polygon(shell, holes));
        holes.clear();
      }
      if (outer) {
        shell = moved(ring, dx, dy);
      } else {
        holes.add(TileGeometry.PIXELS.createLinearRing(moved(ring, dx, dy)));
      }
    }
    polygons.add(polygon(shell, holes));
    return TileGeometry.PIXELS.buildGeometry(polygons);
  }

  private static Polygon polygon(Coordinate[] shell, List<LinearRing> holes) {
    return TileGeometry.PIXELS.createPolygon(
        TileGeometry.PIXELS.createLinearRing(shell), holes.toArray(LinearRing[]::new));
  }

  private static Coordinate[] moved(Coordinate[] ring, double dx, double dy) {
    Coordinate[] moved = new Coordinate[ring.length];
    for (int i = 0; i < ring.length; i++) {
      moved[i] = new Coordinate(ring[i].x + dx, ring[i].y + dy);
    }
    return moved;
  }
}
