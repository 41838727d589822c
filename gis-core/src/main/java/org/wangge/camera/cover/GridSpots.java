package org.wangge.camera.cover;

import java.util.List;

/**
 * A grid with its blind spots.
 *
 * @param figures of the grid
 * @param by whose sight counts
 * @param spots the largest first
 */
public record GridSpots(GridFigures figures, Counted by, List<BlindSpot> spots) {
  public GridSpots {
    spots = List.copyOf(spots);
  }
}
