package org.wangge.demo;

import org.wangge.place.BuildingUse;

/**
 * How buildings stand in rows that face south.
 *
 * @param lengthMeters of a building along its row
 * @param depthMeters of a building across its row
 * @param pitchMeters from row to row
 * @param gapMeters between two buildings of a row
 * @param lowMeters least height
 * @param highMeters greatest height
 * @param use what the buildings are for
 * @param dwellings how many households could live in one
 */
record RowStyle(
    double lengthMeters,
    double depthMeters,
    double pitchMeters,
    double gapMeters,
    double lowMeters,
    double highMeters,
    BuildingUse use,
    int dwellings) {

  static RowStyle of(Zone zone, Dice dice) {
    return switch (zone) {
      case TOWERS -> towers(dice);
      case HOSPITAL -> new RowStyle(62, 20, 52, 22, 15, 62, BuildingUse.HOSPITAL, 0);
      case MARKET -> new RowStyle(66, 30, 44, 12, 7, 11, BuildingUse.MARKET, 0);
      case SCHOOL -> new RowStyle(58, 13, 40, 16, 13, 19, BuildingUse.SCHOOL, 0);
      case CIVIC -> new RowStyle(54, 16, 56, 24, 12, 36, BuildingUse.CIVIC, 0);
      default -> slabs(dice);
    };
  }

  private static RowStyle slabs(Dice dice) {
    int kind = dice.whole(0, 3);
    return switch (kind) {
      case 0 -> new RowStyle(46, 12, 33, 9, 18.6, 18.6, BuildingUse.HOUSING, 36);
      case 1 -> new RowStyle(62, 12.5, 35, 10, 18.6, 21.6, BuildingUse.HOUSING, 48);
      case 2 -> new RowStyle(34, 13, 37, 12, 21.6, 24.6, BuildingUse.HOUSING, 28);
      default -> new RowStyle(40, 14, 46, 16, 33.6, 36.6, BuildingUse.HOUSING, 44);
    };
  }

  private static RowStyle towers(Dice dice) {
    return dice.chance(0.5)
        ? new RowStyle(30, 17, 62, 26, 54, 81, BuildingUse.HOUSING, 72)
        : new RowStyle(25, 22, 66, 34, 72, 99, BuildingUse.HOUSING, 96);
  }
}
