package org.wangge.incident.limit;

import java.util.Optional;
import org.wangge.word.Word;

/** What of an incident's life has a limit of its own. */
public enum Stage implements Word {
  /** 受理: from the report until it is taken up. */
  ACCEPT,
  /** 立案: until it is filed, with its verification on the spot. */
  FILE,
  /** 派遣: until a handler has it. */
  DISPATCH,
  /** 处置: until the handler reports back. */
  HANDLE,
  /** 核查: until the result is checked. */
  CHECK,
  /** 总时限: from filing until it is closed, whatever happens in between. */
  TOTAL;

  public static Optional<Stage> find(String word) {
    return Word.find(Stage.class, word);
  }
}
