package org.wangge.tiles;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.util.GeomCmd;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one feature's geometry in the commands of the Mapbox Vector Tile specification 2.1,
 * section 4.3. The pen stays where the part before left it, hence one writer a feature.
 */
final class GeometryCommands {
  private final VectorTile.Tile.Feature.Builder feature;
  private int penX;
  private int penY;

  private GeometryCommands(VectorTile.Tile.Feature.Builder feature) {
    this.feature = feature;
  }

  /** Sets kind and geometry of a feature from a geometry in whole pixels, all of one dimension. */
  static void write(Geometry pixels, VectorTile.Tile.Feature.Builder feature) {
    GeometryCommands commands = new GeometryCommands(feature);
    switch (pixels.getDimension()) {
      case 0 -> commands.points(pixels);
      case 1 -> commands.lines(pixels);
      default -> commands.polygons(pixels);
    }
  }

  private void points(Geometry points) {
    feature.setType(VectorTile.Tile.GeomType.POINT);
    command(GeomCmd.MOVE_TO, points.getNumGeometries());
    for (Coordinate point : points.getCoordinates()) {
      move(point);
    }
  }

  private void lines(Geometry lines) {
    feature.setType(VectorTile.Tile.GeomType.LINESTRING);
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      Coordinate[] line = lines.getGeometryN(i).getCoordinates();
      path(line, line.length, false);
    }
  }

  private void polygons(Geometry polygons) {
    feature.setType(VectorTile.Tile.GeomType.POLYGON);
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) polygons.getGeometryN(i);
      ring(polygon.getExteriorRing(), true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(polygon.getInteriorRingN(hole), false);
      }
    }
  }

  /**
   * The surveyor's formula must give an outer ring a positive area in the tile's own axes (y
   * south), a hole a negative one: on the plane of the numbers that is counter-clockwise.
   */
  private void ring(LineString ring, boolean outer) {
    Coordinate[] vertices = ring.getCoordinates();
    boolean backwards = Orientation.isCCW(vertices) != outer;
    path(vertices, vertices.length - 1, backwards);
    command(GeomCmd.CLOSE_PATH, 1);
  }

  private void path(Coordinate[] vertices, int count, boolean backwards) {
    command(GeomCmd.MOVE_TO, 1);
    move(vertices[0]);
    command(GeomCmd.LINE_TO, count - 1);
    for (int i = 1; i < count; i++) {
      move(vertices[backwards ? count - i : i]);
    }
  }

  private void command(GeomCmd command, int times) {
    feature.addGeometry(MvtUtil.geomCmdHdr(command, times));
  }

  private void move(Coordinate to) {
    int x = (int) to.x;
    int y = (int) to.y;
    feature.addGeometry(MvtUtil.encodeZigZag(x - penX));
    feature.addGeometry(MvtUtil.encodeZigZag(y - penY));
    penX = x;
    penY = y;
  }
}
