package org.wangge.camera.cover;

import java.util.List;
import org.wangge.grid.Area;

/**
 * Figures of what cameras see of a grid.
 *
 * @param grid which
 * @param cover what is seen
 * @param camerasIn how many stand in it
 * @param onlineIn how many of these a picture can be had from
 * @param blindSquareMeters its blind spots, as if each camera worked, the largest first
 * @param since which cameras its last redraw brought and took
 */
public record GridFigures(
    Area grid,
    GridCover cover,
    int camerasIn,
    int onlineIn,
    List<Double> blindSquareMeters,
    SinceRedraw since) {
  public GridFigures {
    blindSquareMeters = List.copyOf(blindSquareMeters);
  }
}
