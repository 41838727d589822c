package org.wangge.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * A made-up coverage for tests: a chequerboard with displaced corners and wiggly shared borders.
 * Every vertex is a multiple of {@link #STEP} away from the south-west corner, so that every edge
 * has whole points between its ends. The first cell has a hole that another area fills, the last
 * one a hole that nothing fills.
 */
public final class WarpedCoverage {
  /** Greatest common divisor of all vertices. */
  public static final int STEP = 4;

  private static final int WEST = 1_116_000_000;
  private static final int SOUTH = 290_000_000;

  /** Cells are this wide and high before they are warped. */
  private static final int CELL = 1000 * STEP;

  private static final int SWAY = 200;
  private static final int WIGGLES = 3;

  private final Random random;
  private final int columns;
  private final int rows;
  private final Coordinate[][] corners;
  private final Coordinate[][][] eastward;
  private final Coordinate[][][] northward;
  private final List<LatticeShape> shapes;

  public WarpedCoverage(long seed, int columns, int rows) {
    random = new Random(seed);
    this.columns = columns;
    this.rows = rows;
    corners = new Coordinate[columns + 1][rows + 1];
    eastward = new Coordinate[columns + 1][rows + 1][];
    northward = new Coordinate[columns + 1][rows + 1][];
    for (int i = 0; i <= columns; i++) {
      for (int j = 0; j <= rows; j++) {
        corners[i][j] = new Coordinate(WEST + i * CELL + sway(SWAY), SOUTH + j * CELL + sway(SWAY));
      }
    }
    for (int i = 0; i <= columns; i++) {
      for (int j = 0; j <= rows; j++) {
        eastward[i][j] = i < columns ? border(corners[i][j], corners[i + 1][j]) : none();
        northward[i][j] = j < rows ? border(corners[i][j], corners[i][j + 1]) : none();
      }
    }
    shapes = List.copyOf(makeShapes());
  }

  private static Coordinate[] none() {
    return new Coordinate[0];
  }

  private int sway(int most) {
    return STEP * (random.nextInt(2 * most + 1) - most);
  }

  private Coordinate[] border(Coordinate from, Coordinate to) {
    Coordinate[] line = new Coordinate[WIGGLES + 1];
    line[0] = from;
    for (int k = 1; k <= WIGGLES; k++) {
      double x = from.x + (to.x - from.x) * k / (WIGGLES + 1);
      double y = from.y + (to.y - from.y) * k / (WIGGLES + 1);
      line[k] = new Coordinate(snap(x, WEST) + sway(60), snap(y, SOUTH) + sway(60));
    }
    return line;
  }

  private static long snap(double value, int origin) {
    return origin + STEP * Math.round((value - origin) / STEP);
  }

  /** All shapes: cells column by column, then the area that fills the first cell's hole. */
  public List<LatticeShape> shapes() {
    return shapes;
  }

  private List<LatticeShape> makeShapes() {
    List<LatticeShape> made = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        boolean holed = made.isEmpty() || (i == columns - 1 && j == rows - 1);
        LinearRing[] holes = holed ? new LinearRing[] {diamond(i, j)} : new LinearRing[0];
        made.add(LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(shell(i, j), holes)));
      }
    }
    made.add(LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(diamond(0, 0))));
    return made;
  }

  /** The shapes with slot numbers in their order. */
  public List<GridIndex.Slot> slots() {
    List<GridIndex.Slot> slots = new ArrayList<>();
    for (LatticeShape shape : shapes()) {
      slots.add(new GridIndex.Slot(slots.size(), shape));
    }
    return slots;
  }

  private LinearRing shell(int i, int j) {
    List<Coordinate> ring = new ArrayList<>(List.of(eastward[i][j]));
    ring.addAll(List.of(northward[i + 1][j]));
    addBackwards(ring, eastward[i][j + 1], corners[i + 1][j + 1]);
    addBackwards(ring, northward[i][j], corners[i][j + 1]);
    ring.add(corners[i][j]);
    return LatticeShape.SCALED.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private static void addBackwards(List<Coordinate> ring, Coordinate[] line, Coordinate end) {
    ring.add(end);
    for (int k = line.length - 1; k > 0; k--) {
      ring.add(line[k]);
    }
  }

  private static LinearRing diamond(int i, int j) {
    double x = WEST + (i + 0.5) * CELL;
    double y = SOUTH + (j + 0.5) * CELL;
    int reach = 100 * STEP;
    return LatticeShape.SCALED.createLinearRing(
        new Coordinate[] {
          new Coordinate(x + reach, y),
          new Coordinate(x, y + reach),
          new Coordinate(x - reach, y),
          new Coordinate(x, y - reach),
          new Coordinate(x + reach, y)
        });
  }

  /** Random points in and somewhat around the coverage. */
  public List<LatticePoint> anywhere(int count) {
    List<LatticePoint> points = new ArrayList<>();
    while (points.size() < count) {
      points.add(
          new LatticePoint(
              WEST - CELL + random.nextInt((columns + 2) * CELL),
              SOUTH - CELL + random.nextInt((rows + 2) * CELL)));
    }
    return points;
  }

  /** Every vertex of every ring. */
  public List<LatticePoint> vertices() {
    List<LatticePoint> points = new ArrayList<>();
    for (LatticeShape shape : shapes()) {
      for (Coordinate vertex : shape.scaled().getCoordinates()) {
        points.add(new LatticePoint((int) vertex.x, (int) vertex.y));
      }
    }
    return points;
  }

  /** Whole points that lie exactly on edges, between their ends. */
  public List<LatticePoint> onEdges() {
    List<LatticePoint> points = new ArrayList<>();
    for (LatticeShape shape : shapes()) {
      for (int i = 0; i < shape.scaled().getNumGeometries(); i++) {
        Polygon piece = (Polygon) shape.scaled().getGeometryN(i);
        addOnEdges(points, piece.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < piece.getNumInteriorRing(); hole++) {
          addOnEdges(points, piece.getInteriorRingN(hole).getCoordinates());
        }
      }
    }
    return points;
  }

  private static void addOnEdges(List<LatticePoint> points, Coordinate[] ring) {
    for (int i = 1; i < ring.length; i++) {
      for (int k = 1; k < STEP; k++) {
        double x = ring[i - 1].x + (ring[i].x - ring[i - 1].x) * k / STEP;
        double y = ring[i - 1].y + (ring[i].y - ring[i - 1].y) * k / STEP;
        points.add(new LatticePoint((int) x, (int) y));
      }
    }
  }
}
