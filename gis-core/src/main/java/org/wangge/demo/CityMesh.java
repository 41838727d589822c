package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * A warped net of quadrilaterals on the lattice whose sides wind like streets and streams do. A
 * side is drawn from its own dice, so both its neighbours, and whatever larger area runs along it,
 * get the very same vertices.
 *
 * <p>Sides never cross: each stays within a cone of {@link #SLOPE} around the straight line at both
 * its ends, far narrower than half the angle between two sides of a cell, and within {@link #SWING}
 * of the shortest side that touches it.
 */
final class CityMesh {
  static final int SEGMENTS = 15;
  private static final double SLOPE = 0.22;
  private static final double SWING = 0.11;
  private static final double MEAN_CELL_METERS = 560;

  private final long seed;
  private final int columns;
  private final int rows;
  private final LatticePoint[] nodes;

  CityMesh(long seed, int columns, int rows, LocalFrame frame) {
    this.seed = seed;
    this.columns = columns;
    this.rows = rows;
    nodes = new LatticePoint[(columns + 1) * (rows + 1)];
    double half = MEAN_CELL_METERS * Math.sqrt((double) columns * rows) / 2;
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        nodes[row * (columns + 1) + column] = place(frame, half, column, row);
      }
    }
  }

  /** Where a node goes: jittered, bulged towards a disc, drawn to the centre, bent. */
  private LatticePoint place(LocalFrame frame, double half, int column, int row) {
    Dice dice = Dice.of(seed, "node", column, row);
    double u = (column + dice.between(-0.17, 0.17)) / columns * 2 - 1;
    double v = (row + dice.between(-0.17, 0.17)) / rows * 2 - 1;
    double x = u * Math.sqrt(1 - 0.33 * Math.min(1, v * v));
    double y = v * Math.sqrt(1 - 0.33 * Math.min(1, u * u));
    double pull = 0.27 + 0.73 * StrictMath.pow(Math.hypot(x, y), 1.3);
    x *= pull;
    y *= pull;
    double bentX = x + 0.05 * StrictMath.sin(3.1 * y + 0.7) + 0.02 * StrictMath.sin(7.3 * y);
    double bentY = y + 0.05 * StrictMath.sin(2.7 * x + 1.9) + 0.02 * StrictMath.sin(6.1 * x);
    return frame.at(bentX * half * 1.25, bentY * half * 1.25);
  }

  private LatticePoint node(int column, int row) {
    return nodes[row * (columns + 1) + column];
  }

  /** The outline of a block of cells: columns and rows from, inclusive, to, exclusive. */
  LatticeShape outline(int fromColumn, int fromRow, int toColumn, int toRow) {
    List<Coordinate> ring = new ArrayList<>();
    for (int column = fromColumn; column < toColumn; column++) {
      side(ring, column, fromRow, true, false);
    }
    for (int row = fromRow; row < toRow; row++) {
      side(ring, toColumn, row, false, false);
    }
    for (int column = toColumn - 1; column >= fromColumn; column--) {
      side(ring, column, toRow, true, true);
    }
    for (int row = toRow - 1; row >= fromRow; row--) {
      side(ring, fromColumn, row, false, true);
    }
    ring.add(ring.get(0).copy());
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.createPolygon(ring.toArray(new Coordinate[0])));
  }

  /** Adds the side that leaves a node eastward or northward, without its last vertex. */
  private void side(List<Coordinate> ring, int column, int row, boolean east, boolean backward) {
    LatticePoint from = node(column, row);
    LatticePoint to = east ? node(column + 1, row) : node(column, row + 1);
    double shortest =
        Math.min(
            shortestSideAt(column, row),
            shortestSideAt(column + (east ? 1 : 0), row + (east ? 0 : 1)));
    double length = distance(from, to);
    Dice dice = Dice.of(seed, east ? "east" : "north", column, row);
    Coordinate[] vertices = new Coordinate[SEGMENTS + 1];
    double wave = dice.between(0, 6.28);
    double turns = dice.between(4, 11);
    for (int i = 0; i <= SEGMENTS; i++) {
      boolean end = i == 0 || i == SEGMENTS;
      double t = end ? i / (double) SEGMENTS : (i + dice.between(-0.3, 0.3)) / SEGMENTS;
      double noise = 0.6 * StrictMath.sin(wave + turns * t) + 0.4 * dice.between(-1, 1);
      double reach = Math.min(SLOPE * Math.min(t, 1 - t) * length, SWING * shortest);
      double off = end ? 0 : noise * reach / length;
      double dx = (double) to.lon() - from.lon();
      double dy = (double) to.lat() - from.lat();
      vertices[i] =
          new Coordinate(
              Math.rint(from.lon() + t * dx - off * dy), Math.rint(from.lat() + t * dy + off * dx));
    }
    for (int i = 0; i < SEGMENTS; i++) {
      ring.add(vertices[backward ? SEGMENTS - i : i]);
    }
  }

  private double shortestSideAt(int column, int row) {
    LatticePoint here = node(column, row);
    double shortest = Double.MAX_VALUE;
    if (column > 0) {
      shortest = Math.min(shortest, distance(here, node(column - 1, row)));
    }
    if (column < columns) {
      shortest = Math.min(shortest, distance(here, node(column + 1, row)));
    }
    if (row > 0) {
      shortest = Math.min(shortest, distance(here, node(column, row - 1)));
    }
    if (row < rows) {
      shortest = Math.min(shortest, distance(here, node(column, row + 1)));
    }
    return shortest;
  }

  private static double distance(LatticePoint a, LatticePoint b) {
    return Math.hypot((double) a.lon() - b.lon(), (double) a.lat() - b.lat());
  }
}
