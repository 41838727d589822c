package org.wangge.evaluation;

import java.util.Optional;
import org.wangge.word.Word;

/** What a reporter said when they were called back (回访). */
public enum Callback implements Word {
  /** 满意. */
  SATISFIED,
  /** 基本满意. */
  FAIRLY_SATISFIED,
  /** 不满意. */
  UNSATISFIED,
  /** 联系不上. */
  UNREACHED;

  /** Whether anybody was spoken to. */
  public boolean isReached() {
    return this != UNREACHED;
  }

  /** Whether it counts as satisfied: 满意 and 基本满意 do. */
  public boolean isSatisfied() {
    return this == SATISFIED || this == FAIRLY_SATISFIED;
  }

  public static Optional<Callback> find(String word) {
    return Word.find(Callback.class, word);
  }
}
