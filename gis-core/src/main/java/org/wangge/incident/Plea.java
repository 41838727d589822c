package org.wangge.incident;

import java.util.Optional;
import org.wangge.word.Word;

/** How far something that was asked for is: more time, or a judgement set aside. */
public enum Plea implements Word {
  /** Nothing is asked for. */
  NONE,
  /** Asked for, nobody has said anything. */
  ASKED,
  /** The first of two has agreed. */
  ENDORSED,
  /** Granted. */
  UPHELD,
  /** Refused. */
  DISMISSED;

  public static Optional<Plea> find(String word) {
    return Word.find(Plea.class, word);
  }
}
