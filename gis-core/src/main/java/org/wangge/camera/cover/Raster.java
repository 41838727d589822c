package org.wangge.camera.cover;

import java.util.BitSet;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.wangge.camera.sight.FootPlane;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/**
 * The places of a mesh in a box, numbered row by row from the south-west. Immutable and
 * thread-safe.
 *
 * @param mesh the mesh
 * @param west its first column
 * @param south its first row
 * @param columns how many there are
 * @param rows how many there are
 */
record Raster(SampleMesh mesh, int west, int south, int columns, int rows) {

  /** The places of a box and so many more on each side. */
  static Raster over(LatticeBox box, SampleMesh mesh, int margin) {
    int west = mesh.column(box.west()) - margin;
    int south = mesh.row(box.south()) - margin;
    int columns = mesh.column(box.east()) + margin - west + 1;
    int rows = mesh.row(box.north()) + margin - south + 1;
    return new Raster(mesh, west, south, columns, rows);
  }

  int size() {
    return columns * rows;
  }

  int lon(int place) {
    return mesh.lon(west + place % columns);
  }

  int lat(int place) {
    return mesh.lat(south + place / columns);
  }

  /** The box that its cells fill. */
  LatticeBox box() {
    return mesh.cell(west, south).union(mesh.cell(west + columns - 1, south + rows - 1));
  }

  /**
   * Which of its places lie in an outline: decided in whole numbers; of places on a border, those
   * on its west and south sides, so that of two outlines that share it one has them.
   */
  BitSet inside(LatticeShape shape) {
    BitSet inside = new BitSet(size());
    for (Object ring : LinearComponentExtracter.getLines(shape.scaled())) {
      CoordinateSequence corners = ((LineString) ring).getCoordinateSequence();
      for (int i = 1; i < corners.size(); i++) {
        turn(
            inside,
            (long) corners.getX(i - 1),
            (long) corners.getY(i - 1),
            (long) corners.getX(i),
            (long) corners.getY(i));
      }
    }
    return inside;
  }

  /** Turns over all places to the east of an edge: who is turned an odd number of times is in. */
  private void turn(BitSet inside, long ax, long ay, long bx, long by) {
    if (ay > by) {
      turn(inside, bx, by, ax, ay);
      return;
    }
    long height = by - ay;
    int first = (int) Math.max(0, ceil(ay - mesh.lat(south), mesh.latStep()));
    int end = (int) Math.min(rows, ceil(by - mesh.lat(south), mesh.latStep()));
    for (int row = first; row < end; row++) {
      long up = mesh.lat(south + row) - ay;
      long share = (ax - mesh.lon(west)) * height + (bx - ax) * up;
      long column = Math.min(columns, Math.max(0, ceil(share, height * mesh.lonStep())));
      inside.flip(row * columns + (int) column, (row + 1) * columns);
    }
  }

  private static long ceil(long share, long parts) {
    return -Math.floorDiv(-share, parts);
  }

  /** Which of its places are no farther than some metres from the walls of an outline. */
  BitSet near(LatticeShape shape, double meters) {
    BitSet near = new BitSet(size());
    FootPlane plane = FootPlane.at(shape.bounds().center());
    int lonReach = (int) Math.ceil(meters / plane.metersPerLon());
    int latReach = (int) Math.ceil(meters / plane.metersPerLat());
    for (Object ring : LinearComponentExtracter.getLines(shape.scaled())) {
      CoordinateSequence corners = ((LineString) ring).getCoordinateSequence();
      for (int i = 1; i < corners.size(); i++) {
        Wall wall =
            new Wall(
                (int) corners.getX(i - 1),
                (int) corners.getY(i - 1),
                (int) corners.getX(i),
                (int) corners.getY(i),
                plane);
        LatticeBox box = wall.box(lonReach, latReach);
        for (int row = row(box.south()); row <= row(box.north()); row++) {
          for (int column = column(box.west()); column <= column(box.east()); column++) {
            int place = row * columns + column;
            if (wall.squared(lon(place), lat(place)) <= meters * meters) {
              near.set(place);
            }
          }
        }
      }
    }
    return near;
  }

  /** A row of this raster, its first or last where the latitude is outside. */
  int row(int lat) {
    return Math.max(0, Math.min(rows - 1, mesh.row(lat) - south));
  }

  /** A column of this raster, its first or last where the longitude is outside. */
  int column(int lon) {
    return Math.max(0, Math.min(columns - 1, mesh.column(lon) - west));
  }

  /** A side of an outline, in lattice units. */
  private record Wall(int ax, int ay, int bx, int by, FootPlane plane) {

    LatticeBox box(int lonReach, int latReach) {
      return new LatticeBox(
          Math.min(ax, bx) - lonReach,
          Math.min(ay, by) - latReach,
          Math.max(ax, bx) + lonReach,
          Math.max(ay, by) + latReach);
    }

    /** The square of how many metres a place is from it. */
    double squared(int lon, int lat) {
      double x = (lon - ax) * plane.metersPerLon();
      double y = (lat - ay) * plane.metersPerLat();
      double toX = (bx - ax) * plane.metersPerLon();
      double toY = (by - ay) * plane.metersPerLat();
      double length = toX * toX + toY * toY;
      double share = length == 0 ? 0 : Math.max(0, Math.min(1, (x * toX + y * toY) / length));
      double offX = x - share * toX;
      double offY = y - share * toY;
      return offX * offX + offY * offY;
    }
  }
}
