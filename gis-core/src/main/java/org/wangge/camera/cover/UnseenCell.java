package org.wangge.camera.cover;

import java.util.Comparator;
import org.wangge.geo.LatticeBox;

/**
 * A square of ground, and why somebody should look there.
 *
 * @param box the square
 * @param gridCode code of the grid most of it was counted for
 * @param incidents how many were reported there in the period
 * @param seenShare share of its ground outdoors that a camera sees, as if each worked, 0 to 1; 0
 *     where all of it lies in houses, which no camera at a street looks into
 * @param walks how many walks of patrols passed through it in the period
 * @param score {@code incidents · (1 − seenShare) ÷ (1 + walks a day)}
 */
public record UnseenCell(
    LatticeBox box, String gridCode, int incidents, double seenShare, int walks, double score) {

  /** The highest score first; of equals the less seen, then from west to east. */
  public static final Comparator<UnseenCell> WORST_FIRST =
      Comparator.comparingDouble(UnseenCell::score)
          .reversed()
          .thenComparingDouble(UnseenCell::seenShare)
          .thenComparing(cell -> cell.box().center());

  static double scoreOf(int incidents, double seenShare, double walksADay) {
    return incidents * (1 - seenShare) / (1 + walksADay);
  }
}
