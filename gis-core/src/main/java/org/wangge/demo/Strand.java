package org.wangge.demo;

import org.jspecify.annotations.Nullable;
import org.wangge.place.StreetClass;

/**
 * A street being laid out.
 *
 * @param number its number among the strands
 * @param streetClass how much it will carry
 * @param name made up; null where it has none
 * @param water width of a canal that runs along its left side, in metres, or 0
 */
record Strand(int number, StreetClass streetClass, MadeUpNames.@Nullable Name name, double water) {

  /** From the centre-line to where a building may stand, in metres. */
  double setbackMeters() {
    return switch (streetClass) {
      case ARTERIAL -> 27;
      case COLLECTOR -> 18;
      case LOCAL -> 11;
      case LANE -> 4.2;
      case PATH -> 2.2;
    };
  }
}
