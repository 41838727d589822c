package org.wangge.camera.sight;

import java.util.Map;
import org.wangge.geo.LatticeBox;

/**
 * The ground around one camera in squares of {@link #SQUARE} lattice units, about 5 metres: which
 * of them it sees all of, and in which the exact question has to be asked.
 *
 * <p>Whatever can be a border of what is seen is drawn into the squares with a margin: the sides
 * and arcs of lenses, the walls that face the camera, the edges of shadows. A square that no border
 * touches is seen as a whole or not at all, so one question answers for it and for all beside it up
 * to the next border. One that only borders of lenses touch is hidden as a whole or not at all. Not
 * thread-safe.
 */
final class SightCells {
  /** Squares are so many bits of a coordinate wide. */
  static final int SQUARE_BITS = 9;

  /** Width of a square in lattice units. */
  static final int SQUARE = 1 << SQUARE_BITS;

  private static final byte UNSEEN = 0;

  /** Not seen, but for a border of its own: what lies beside it may be. */
  private static final byte HIDDEN = 4;

  private static final byte SEEN = 1;
  private static final byte LENS_BORDER = 2;
  private static final byte BORDER = 3;

  /** Lattice units that a border is drawn too thick, for what rounding may do. */
  static final double MARGIN = 1;

  private final Sight sight;
  private final int west;
  private final int south;
  private final int columns;
  private final int rows;
  private final byte[] squares;

  private SightCells(Sight sight) {
    this.sight = sight;
    LatticeBox reach = sight.reach();
    west = reach.west() >> SQUARE_BITS;
    south = reach.south() >> SQUARE_BITS;
    columns = (reach.east() >> SQUARE_BITS) - west + 1;
    rows = (reach.north() >> SQUARE_BITS) - south + 1;
    squares = new byte[columns * rows];
  }

  static SightCells of(Sight sight) {
    SightCells cells = new SightCells(sight);
    cells.drawLenses();
    new Shadows(sight).draw((ax, ay, bx, by) -> cells.drawLine(ax, ay, bx, by, BORDER));
    cells.fill();
    return cells;
  }

  /**
   * Enters the camera in the cells that it sees something of.
   *
   * @param builders of tiles by their keys; missing ones are made
   */
  void addTo(Map<Long, SightTile.Builder> builders) {
    int lastColumn = (west + columns - 1) >> SightTile.CELL_BITS;
    int lastRow = (south + rows - 1) >> SightTile.CELL_BITS;
    for (int row = south >> SightTile.CELL_BITS; row <= lastRow; row++) {
      for (int column = west >> SightTile.CELL_BITS; column <= lastColumn; column++) {
        long lens = mask(column, row, LENS_BORDER);
        long seen = mask(column, row, SEEN) | lens;
        long border = mask(column, row, BORDER) | lens;
        if ((seen | border) != 0) {
          int lon = column << (SQUARE_BITS + SightTile.CELL_BITS);
          int lat = row << (SQUARE_BITS + SightTile.CELL_BITS);
          builders
              .computeIfAbsent(SightTile.key(lon, lat), any -> new SightTile.Builder(0))
              .add(SightTile.cell(lon, lat), sight, seen, border);
        }
      }
    }
  }

  /** The squares of a cell that are of a kind. */
  private long mask(int cellColumn, int cellRow, byte kind) {
    long mask = 0;
    int across = 1 << SightTile.CELL_BITS;
    for (int i = 0; i < across * across; i++) {
      int column = (cellColumn << SightTile.CELL_BITS) + i % across - west;
      int row = (cellRow << SightTile.CELL_BITS) + i / across - south;
      boolean isHere = column >= 0 && column < columns && row >= 0 && row < rows;
      if (isHere && squares[row * columns + column] == kind) {
        mask |= 1L << i;
      }
    }
    return mask;
  }

  private void drawLenses() {
    double lon = sight.eye().place().lon();
    double lat = sight.eye().place().lat();
    for (int i = 0; i < sight.lensCount(); i++) {
      LensView view = sight.lens(i);
      double far = view.far();
      if (!view.isRound()) {
        double perLon = far / sight.plane().metersPerLon();
        double perLat = far / sight.plane().metersPerLat();
        drawLine(lon, lat, lon + view.leftX() * perLon, lat + view.leftY() * perLat, LENS_BORDER);
        drawLine(lon, lat, lon + view.rightX() * perLon, lat + view.rightY() * perLat, LENS_BORDER);
      }
    }
  }

  /** Marks each square that comes within the margin of a straight border. */
  private void drawLine(double ax, double ay, double bx, double by, byte kind) {
    int first = column(Math.min(ax, bx) - MARGIN);
    int last = column(Math.max(ax, bx) + MARGIN);
    for (int column = Math.max(0, first); column <= Math.min(columns - 1, last); column++) {
      double from = (double) (column + west) * SQUARE - MARGIN;
      double start = share(ax, bx, from);
      double end = share(ax, bx, from + SQUARE + 2 * MARGIN);
      double y = ay + (by - ay) * (ax <= bx ? start : end);
      double z = ay + (by - ay) * (ax <= bx ? end : start);
      int low = Math.max(0, row(Math.min(y, z) - MARGIN));
      int high = Math.min(rows - 1, row(Math.max(y, z) + MARGIN));
      for (int row = low; row <= high; row++) {
        squares[row * columns + column] = kind;
      }
    }
  }

  /** Where a line from a to b comes to x, as a share of it between 0 and 1. */
  private static double share(double a, double b, double x) {
    if (a == b) {
      return x <= a ? 0 : 1;
    }
    return Math.min(1, Math.max(0, (x - a) / (b - a)));
  }

  private int column(double x) {
    return (int) Math.floor(x / SQUARE) - west;
  }

  private int row(double y) {
    return (int) Math.floor(y / SQUARE) - south;
  }

  private void fill() {
    Hidden hidden = new Hidden(sight);
    for (int row = 0; row < rows; row++) {
      byte before = BORDER;
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        byte kind = kind(hidden, column, row, before);
        squares[at] = kind;
        before = kind;
      }
    }
  }

  /**
   * What a square is.
   *
   * @param before the square to its west, as it was decided
   */
  private byte kind(Hidden hidden, int column, int row, byte before) {
    byte drawn = squares[row * columns + column];
    Patch square = Patch.square(sight, column + west, row + south);
    if (drawn == BORDER) {
      return square.isOutside() || hidden.holds(square) ? HIDDEN : BORDER;
    }
    int lon = (column + west) * SQUARE + SQUARE / 2;
    int lat = (row + south) * SQUARE + SQUARE / 2;
    if (drawn == LENS_BORDER || square.isOnArc()) {
      return square.isOutside() || sight.isHidden(lon, lat) ? HIDDEN : LENS_BORDER;
    }
    if (before == SEEN || before == UNSEEN) {
      return before;
    }
    return sight.sees(lon, lat, Sight.GROUND) ? SEEN : UNSEEN;
  }
}
