package org.wangge.place;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wangge.word.Word;

/** Who moves along streets. */
public enum Traveller implements Word {
  FOOT,
  BICYCLE,
  CAR;

  public static Optional<Traveller> find(String word) {
    return Word.find(Traveller.class, word);
  }

  /** Who may use a street of a class where nothing else is said. */
  public static Set<Traveller> usualOn(StreetClass streetClass) {
    return switch (streetClass) {
      case PATH -> EnumSet.of(FOOT);
      case LANE -> EnumSet.of(FOOT, BICYCLE);
      default -> EnumSet.allOf(Traveller.class);
    };
  }
}
