package org.wangge.incident;

import java.util.Optional;
import org.wangge.word.Word;

/** How urgent an incident is, from the most. */
public enum Priority implements Word {
  /** 紧急 */
  URGENT,
  /** 重要 */
  IMPORTANT,
  /** 一般 */
  ORDINARY;

  public static Optional<Priority> find(String word) {
    return Word.find(Priority.class, word);
  }
}
