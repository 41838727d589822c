package org.wangge.camera;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.geo.LatticePoint;

/**
 * Where a camera is mounted and which way it looks.
 *
 * @param location its foot
 * @param mountHeightMeters lens above ground, above 0
 * @param indoor whether the walls of the building that it is in end its view
 * @param lenses from one to {@link #MOST_LENSES}; the first is what lists and maps show
 * @param directionCertainty how well the azimuths are known
 * @param turn where it can be turned to; null where it cannot
 */
public record CameraPose(
    LatticePoint location,
    double mountHeightMeters,
    boolean indoor,
    List<CameraLens> lenses,
    DirectionCertainty directionCertainty,
    @Nullable TurnSector turn) {
  /** Housings of eight lenses are the largest that are sold. */
  public static final int MOST_LENSES = 8;

  private static final double HIGHEST_METERS = Eye.HIGHEST_CENTIMETERS / 100.0;

  public CameraPose {
    lenses = List.copyOf(lenses);
    if (lenses.isEmpty() || lenses.size() > MOST_LENSES) {
      throw new IllegalArgumentException("lenses: " + lenses.size());
    }
    if (!(mountHeightMeters > 0 && mountHeightMeters <= HIGHEST_METERS)) {
      throw new IllegalArgumentException("mounted too low or too high: " + mountHeightMeters);
    }
  }

  /** The lenses, as they see flat ground. */
  List<Lens> seeing() {
    return lenses.stream().map(lens -> lens.seenFrom(mountHeightMeters)).toList();
  }

  /** The lenses when it is turned wherever it can be; empty where it cannot. */
  List<Lens> turned() {
    TurnSector sector = turn;
    return sector == null
        ? List.of()
        : lenses.stream().map(lens -> sector.reachOf(lens).seenFrom(mountHeightMeters)).toList();
  }
}
