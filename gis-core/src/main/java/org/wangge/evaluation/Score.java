package org.wangge.evaluation;

import java.util.Optional;
import org.wangge.word.Word;

/** How satisfied a reporter is with what was done. */
public enum Score implements Word {
  /** 满意. */
  SATISFIED,
  /** 基本满意. */
  FAIRLY_SATISFIED,
  /** 不满意. */
  UNSATISFIED;

  /** Whether it counts as satisfied: 满意 and 基本满意 do. */
  public boolean isSatisfied() {
    return this != UNSATISFIED;
  }

  public static Optional<Score> find(String word) {
    return Word.find(Score.class, word);
  }
}
