package org.wangge.visit;

import java.util.Optional;
import org.wangge.word.Word;

/**
 * The kinds of households that must be seen (四必访). Codes without a meaning of their own: what each
 * stands for is written down where a place keeps such things, not here.
 */
public enum MustSee implements Word {
  KIND_1,
  KIND_2,
  KIND_3,
  KIND_4;

  public static Optional<MustSee> find(String word) {
    return Word.find(MustSee.class, word);
  }
}
