package org.wangge.word;

import java.util.Locale;
import java.util.Optional;

/**
 * An enum whose values are written as words in URLs, files and tables: the constant's name in lower
 * case with hyphens, such as {@code grid-worker}. Renaming a constant therefore changes what is
 * stored.
 */
public interface Word {

  /** The constant's name. */
  String name();

  /** How the value is written. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of a kind that is written so. */
  static <E extends Enum<E> & Word> Optional<E> find(Class<E> kind, String word) {
    for (E value : kind.getEnumConstants()) {
      if (value.word().equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
