package org.wangge.server.patrol;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of what a phone sent.
 *
 * @param accepted how many positions are on record now that were not before
 * @param duplicates how many were on record already
 * @param refused why others are not kept, a word each
 * @param flagged why some that are kept are to be doubted, a word each
 */
record PhoneOutcome(int accepted, int duplicates, List<String> refused, List<String> flagged) {
  PhoneOutcome {
    refused = List.copyOf(refused);
    flagged = List.copyOf(flagged);
  }

  /**
   * In a line, for the header that tells it: the bodies of these protocols have no place for it.
   */
  String line() {
    return "accepted=%d; duplicates=%d; refused=%s; flagged=%s"
        .formatted(accepted, duplicates, counted(refused), counted(flagged));
  }

  private static String counted(List<String> words) {
    return words.stream()
        .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(one -> one.getKey() + (one.getValue() == 1 ? "" : "*" + one.getValue()))
        .collect(Collectors.joining(","));
  }
}
