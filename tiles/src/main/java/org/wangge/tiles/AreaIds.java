package org.wangge.tiles;

import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;

/**
 * Numbers for areas in tiles, made from their keys alone: an area has the same number in every
 * version and on every server.
 */
final class AreaIds {
  /** Longest code that is its own number, below 2^52: the 15 digits of a grid. */
  private static final int MAX_DIGITS = 15;

  private AreaIds() {}

  /** The code itself where it is a number of the tree, else {@link StableId} of the key. */
  static long of(AreaKey key) {
    String code = key.code();
    return key.partition().equals(Partition.TREE) && isNumber(code)
        ? Long.parseLong(code)
        : StableId.of(key.toString());
  }

  private static boolean isNumber(String code) {
    return code.length() <= MAX_DIGITS
        && !code.isEmpty()
        && code.charAt(0) != '0'
        && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
