package org.wangge.place;

import java.util.Optional;
import org.wangge.word.Word;

/** How much a street carries, from the most. */
public enum StreetClass implements Word {
  /** 主干路 */
  ARTERIAL,
  /** 次干路 */
  COLLECTOR,
  /** 支路 */
  LOCAL,
  /** 巷弄 */
  LANE,
  /** 步行道 */
  PATH;

  public static Optional<StreetClass> find(String word) {
    return Word.find(StreetClass.class, word);
  }
}
