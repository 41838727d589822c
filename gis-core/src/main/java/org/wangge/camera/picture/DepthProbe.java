package org.wangge.camera.picture;

import org.wangge.geo.LatticePoint;

/**
 * Looks up depths of a picture between its pixels: by the same ray that draws a column, cast just
 * there. So whether a place is shown has an exact answer, while a pixel is as wide as it is. For
 * one thread.
 */
public final class DepthProbe {
  private static final double ROUNDING = 1e-9;
  private static final double SAME_PLACE = 1e-6;

  private final PictureView view;
  private final Column column;

  public DepthProbe(PictureView view) {
    this.view = view;
    column = new Column(view.sight());
  }

  /**
   * How far away what is shown at a place of the picture is, on the ground; infinite for the sky
   * and for what is out of range.
   *
   * @param columnPlace columns from the left border; fractions count
   * @param rowPlace rows from the upper border; fractions count
   */
  public double depthMeters(double columnPlace, double rowPlace) {
    double azimuth = view.azimuth(columnPlace);
    column.cast(Math.sin(azimuth), Math.cos(azimuth));
    return inRange(view, column.depth(view.tangent(rowPlace)));
  }

  /** Whether the ground of a place is in the frame, and nothing nearer is before it. */
  public boolean shows(LatticePoint place) {
    double distance = Math.hypot(view.east(place), view.north(place));
    double columnPlace = view.column(view.east(place), view.north(place));
    double rowPlace = view.groundRow(distance);
    return columnPlace >= 0
        && columnPlace <= view.width()
        && rowPlace >= 0
        && rowPlace <= view.height()
        && Math.abs(depthMeters(columnPlace, rowPlace) - distance) < SAME_PLACE * distance;
  }

  /** What is out of range shows, but not enough: it has no depth. */
  static double inRange(PictureView view, double distance) {
    double far = view.lens().farMeters() * (1 + ROUNDING);
    return distance <= far ? distance : Double.POSITIVE_INFINITY;
  }
}
