package org.wangge.place;

import java.util.Optional;
import org.wangge.word.Word;

/** The kinds of places, each kept and listed apart. What is named first is stored first. */
public enum PlaceKind implements Word {
  /** 小区 */
  ESTATES,
  STREETS,
  STREET_EDGES,
  STREET_NUMBERS,
  GROUNDS,
  BUILDINGS,
  /** 楼道、单元 */
  UNITS,
  /** 户 */
  HOUSEHOLDS,
  POINTS_OF_INTEREST;

  public static Optional<PlaceKind> find(String word) {
    return Word.find(PlaceKind.class, word);
  }

  /** Whether anybody may read it; who lives behind which door is for those who work here. */
  public boolean isPublic() {
    return this != UNITS && this != HOUSEHOLDS;
  }
}
