package org.wangge.camera.cover;

import org.wangge.camera.sight.FootPlane;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * Places evenly over the ground: the middles of cells, counted in columns to the east and rows to
 * the north from where the lattice begins. Neighbouring grids have the same mesh, so that a place
 * is one of one grid only; at the borders of bands of half a degree of latitude the columns shift.
 *
 * <p>What is counted over it has the error of a grid of points: of ground with {@code b} metres of
 * border about {@code 0.27 · √(b · s³)} square metres at a spacing of {@code s} (Matheron's
 * constant 0.0724 for the variance, as in Gundersen and Jensen, "The efficiency of systematic
 * sampling in stereology and its prediction", 1987). Of 8,000 m² within 500 m of border that is 1 %
 * at 5 m.
 *
 * @param lonStep width of a cell, lattice units, even
 * @param latStep height of a cell, lattice units, even
 */
public record SampleMesh(int lonStep, int latStep) {
  private static final int BAND_UNITS = 5_000_000;

  public SampleMesh {
    if (lonStep < 2 || latStep < 2 || lonStep % 2 != 0 || latStep % 2 != 0) {
      throw new IllegalArgumentException("a cell is even: " + lonStep + ", " + latStep);
    }
  }

  /** A mesh with about so many metres from one place to the next. */
  public static SampleMesh of(double spacingMeters, LatticePoint around) {
    int band = Math.round((float) around.lat() / BAND_UNITS) * BAND_UNITS;
    FootPlane plane = FootPlane.at(new LatticePoint(around.lon(), band));
    return new SampleMesh(
        even(spacingMeters / plane.metersPerLon()), even(spacingMeters / plane.metersPerLat()));
  }

  private static int even(double units) {
    return Math.max(2, (int) Math.round(units / 2) * 2);
  }

  /** The column whose cells hold a longitude. */
  int column(int lon) {
    return Math.floorDiv(lon, lonStep);
  }

  /** The row whose cells hold a latitude. */
  int row(int lat) {
    return Math.floorDiv(lat, latStep);
  }

  /** The middle of a column. */
  int lon(int column) {
    return column * lonStep + lonStep / 2;
  }

  /** The middle of a row. */
  int lat(int row) {
    return row * latStep + latStep / 2;
  }

  /** The ground of a cell. */
  LatticeBox cell(int column, int row) {
    return new LatticeBox(
        column * lonStep, row * latStep, (column + 1) * lonStep, (row + 1) * latStep);
  }

  /** How much ground a cell near a place has. */
  double squareMeters(LatticePoint near) {
    FootPlane plane = FootPlane.at(near);
    return plane.metersPerLon() * lonStep * plane.metersPerLat() * latStep;
  }
}
