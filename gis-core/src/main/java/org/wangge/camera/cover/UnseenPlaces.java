package org.wangge.camera.cover;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * Where much happens, no camera looks and nobody passes: squares of some grids with incidents,
 * coverage and patrols counted. For one thread.
 */
public final class UnseenPlaces {
  /** Width of a square, about. */
  public static final double CELL_METERS = 25;

  private final SampleMesh mesh;
  private final Map<Long, Cell> cells = new HashMap<>();

  private static final class Cell {
    private final String gridCode;
    private int places;
    private int seen;
    private int incidents;
    private int walks;

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
    return cells.computeIfAbsent(key(lon, lat), any -> new Cell(gridCode));
  }

  private long key(int lon, int lat) {
    return ((long) mesh.column(lon) << 32) | (mesh.row(lat) & 0xffffffffL);
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
    Set<Long> passed = new HashSet<>();
    for (List<LatticePoint> stretch : stretches) {
      LatticePoint before = stretch.get(0);
      for (LatticePoint next : stretch) {
        pass(before, next, passed);
        before = next;
      }
    }
    for (long key : passed) {
      Cell cell = cells.get(key);
      if (cell != null) {
        cell.walks++;
      }
    }
  }

  private void pass(LatticePoint from, LatticePoint to, Set<Long> passed) {
    int steps = 1 + (int) (Geodesy.distanceMeters(from, to) * 4 / CELL_METERS);
    double east = (double) to.lon() - from.lon();
    double north = (double) to.lat() - from.lat();
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      int lon = from.lon() + (int) Math.round(east * share);
      passed.add(key(lon, from.lat() + (int) Math.round(north * share)));
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

  private UnseenCell told(long key, Cell cell, double days) {
    double share = cell.places == 0 ? 0 : (double) cell.seen / cell.places;
    return new UnseenCell(
        mesh.cell((int) (key >> 32), (int) key),
        cell.gridCode,
        cell.incidents,
        share,
        cell.walks,
        UnseenCell.scoreOf(cell.incidents, share, cell.walks / days));
  }
}
