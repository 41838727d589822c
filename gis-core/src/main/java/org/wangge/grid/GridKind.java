package org.wangge.grid;

import java.util.Locale;
import java.util.Optional;

/** Base grid (基础网格) or exclusive grid (专属网格: a school, hospital, market, park or enterprise). */
public enum GridKind {
  BASE,
  EXCLUSIVE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<GridKind> find(String word) {
    for (GridKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
