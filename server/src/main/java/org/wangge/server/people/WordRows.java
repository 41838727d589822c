package org.wangge.server.people;

import java.util.List;

/** Reads columns that hold words with blanks between. */
final class WordRows {
  private WordRows() {}

  static List<String> words(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
  }
}
