package org.wangge.tiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;

/**
 * A made-up ground: a square of grids whose crooked borders are the same vertices on both sides,
 * and rows of houses.
 */
final class SampleTown {
  static final LatticePoint CORNER = LatticePoint.ofDegrees(111.68, 29.01);

  /** Vertices along one side of a grid. */
  private static final int STEPS = 15;

  private SampleTown() {}

  /**
   * Rows × rows grids, seamless, of 60 vertices each.
   *
   * @param sideUnits width of a grid in lattice units; 40,000 are about 400 m
   */
  static List<Area> grids(int rows, int sideUnits) {
    List<Area> grids = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < rows; column++) {
        String code = "430702001" + (100 + row) + (100 + column);
        grids.add(area(Level.GRID, code, "第" + grids.size() + "网格", cell(row, column, sideUnits)));
      }
    }
    return grids;
  }

  static Area area(Level level, String code, String name, Polygon scaled) {
    return new AreaBuilder()
        .key(AreaKey.tree(code))
        .level(level)
        .name(name)
        .households(412)
        .shape(LatticeShape.ofScaled(scaled))
        .validity(Validity.since(Instant.EPOCH))
        .build();
  }

  private static Polygon cell(int row, int column, int sideUnits) {
    int south = row * STEPS;
    int west = column * STEPS;
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      ring.add(vertex(west + i, south, sideUnits));
    }
    for (int i = 0; i < STEPS; i++) {
      ring.add(vertex(west + STEPS, south + i, sideUnits));
    }
    for (int i = STEPS; i > 0; i--) {
      ring.add(vertex(west + i, south + STEPS, sideUnits));
    }
    for (int i = STEPS; i > 0; i--) {
      ring.add(vertex(west, south + i, sideUnits));
    }
    ring.add(vertex(west, south, sideUnits));
    return LatticeShape.SCALED.createPolygon(ring.toArray(Coordinate[]::new));
  }

  /** The same for the same column and row, whichever grid asks. */
  private static Coordinate vertex(int column, int row, int sideUnits) {
    double step = sideUnits / (double) STEPS;
    Random shift = new Random(column * 7919L + row * 104729L);
    shift.nextInt();
    double x = CORNER.lon() + (column + (shift.nextDouble() - 0.5) * 0.7) * step;
    double y = CORNER.lat() + (row + (shift.nextDouble() - 0.5) * 0.7) * step;
    return new Coordinate(Math.rint(x), Math.rint(y));
  }

  /** Houses of 10 m × 12 m, some with a wing, 30 m apart, in rows of a hundred. */
  static List<TileFeature> buildings(int count) {
    List<TileFeature> buildings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int west = CORNER.lon() + i % 100 * 3000;
      int south = CORNER.lat() + i / 100 * 3000;
      Polygon house =
          i % 3 == 0 ? angled(west, south) : box(west, south, west + 1000, south + 1200);
      buildings.add(TileFeature.of(i, house, Map.of("height", 3.0 * (1 + i % 18))));
    }
    return buildings;
  }

  static Polygon box(int west, int south, int east, int north) {
    return ring(west, south, east, south, east, north, west, north);
  }

  private static Polygon angled(int west, int south) {
    return ring(
        west,
        south,
        west + 1800,
        south,
        west + 1800,
        south + 600,
        west + 900,
        south + 600,
        west + 900,
        south + 1500,
        west,
        south + 1500);
  }

  static Polygon ring(int... ordinates) {
    Coordinate[] ring = new Coordinate[ordinates.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0];
    return LatticeShape.SCALED.createPolygon(ring);
  }
}
