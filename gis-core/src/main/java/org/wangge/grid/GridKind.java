package org.wangge.grid;

import java.util.Optional;
import org.wangge.word.Word;

/** Base grid (基础网格) or exclusive grid (专属网格: a school, hospital, market, park or enterprise). */
public enum GridKind implements Word {
  BASE,
  EXCLUSIVE;

  public static Optional<GridKind> find(String word) {
    return Word.find(GridKind.class, word);
  }
}
