package org.wangge.camera.cover;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.geo.LatticePoint;

/**
 * Where much happens, no camera looks and nobody passes: squares of some grids with incidents,
 * coverage and patrols counted. For one thread.
 */
public final class UnseenPlaces {
  /** Width of a square, about. */
  public static final double CELL_METERS = 25;

  private final SampleMesh mesh;
  private final Map<Square, Cell> cells = new HashMap<>();
  private int walk;

  private record Square(int column, int row) {}

  private static final class Cell {
    private final String gridCode;
    private int places;
    private int seen;
    private int incidents;
    private int walks;
    private int lastWalk;

    Cell(String gridCode) {
      this.gridCode = gridCode;
    }
  }

  /**
   * The squares of some grids.
   *
   * @param around where, about
   */
  public UnseenPlaces(List<GridCover> covers, LatticePoint around) {
    mesh = SampleMesh.of(CELL_METERS, around);
    covers.forEach(this::add);
  }

  private void add(GridCover cover) {
    Raster raster = cover.ground().raster();
    BitSet own = cover.ground().own();
    BitSet seen = cover.seen(Counted.ALL);
    for (int at = own.nextSetBit(0); at >= 0; at = own.nextSetBit(at + 1)) {
      Cell cell = cellAt(raster.lon(at), raster.lat(at), cover.code());
      cell.places++;
      cell.seen += seen.get(at) ? 1 : 0;
    }
  }

  private Cell cellAt(int lon, int lat, String gridCode) {
    Square square = new Square(mesh.column(lon), mesh.row(lat));
    return cells.computeIfAbsent(square, any -> new Cell(gridCode));
  }

  /**
   * Counts an incident.
   *
   * @param gridCode the grid that it lies in, one of those given
   */
  public void incident(LatticePoint place, String gridCode) {
    cellAt(place.lon(), place.lat(), gridCode).incidents++;
  }

  /**
   * Counts a walk, once in each square that it passes through.
   *
   * @param stretches what is known of it; between two nothing is
   */
  public void walk(List<List<LatticePoint>> stretches) {
    walk++;
    for (List<LatticePoint> stretch : stretches) {
      LatticePoint before = stretch.get(0);
      for (LatticePoint next : stretch) {
        boolean eastward = before.lon() <= next.lon();
        pass(eastward ? before : next, eastward ? next : before);
        before = next;
      }
    }
  }

  /** Goes along a straight line, column by column; exact. */
  private void pass(LatticePoint west, LatticePoint east) {
    int last = mesh.column(east.lon());
    int row = mesh.row(west.lat());
    for (int column = mesh.column(west.lon()); column <= last; column++) {
      int leaves = column == last ? mesh.row(east.lat()) : mesh.row(latAt(west, east, column + 1));
      for (int each = Math.min(row, leaves); each <= Math.max(row, leaves); each++) {
        passed(new Square(column, each));
      }
      row = leaves;
    }
  }

  /** Where the line comes into a column, rounded down. */
  private int latAt(LatticePoint west, LatticePoint east, int column) {
    long along = (long) column * mesh.lonStep() - west.lon();
    long north = (long) east.lat() - west.lat();
    return west.lat() + (int) Math.floorDiv(north * along, (long) east.lon() - west.lon());
  }

  private void passed(Square square) {
    Cell cell = cells.get(square);
    if (cell != null && cell.lastWalk != walk) {
      cell.lastWalk = walk;
      cell.walks++;
    }
  }

  /**
   * All squares, those first where somebody should look.
   *
   * @param days length of the period
   */
  public List<UnseenCell> ranked(double days) {
    return cells.entrySet().stream()
        .map(entry -> told(entry.getKey(), entry.getValue(), days))
        .sorted(UnseenCell.WORST_FIRST)
        .toList();
  }

  private UnseenCell told(Square square, Cell cell, double days) {
    double share = cell.places == 0 ? 0 : (double) cell.seen / cell.places;
    return new UnseenCell(
        mesh.cell(square.column(), square.row()),
        cell.gridCode,
        cell.incidents,
        share,
        cell.walks,
        UnseenCell.scoreOf(cell.incidents, share, cell.walks / days));
  }
}
