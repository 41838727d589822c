package org.wangge.tiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;

/**
 * Numbers for areas in tiles, made from their keys alone: an area has the same number in every
 * version and on every server.
 */
final class AreaIds {
  /** Longest code that is its own number, below 2^53: the 15 digits of a grid. */
  private static final int MAX_DIGITS = 15;

  /** Hashes lie above every code of 15 digits, so that the two cannot meet. */
  private static final long FIRST_HASH = 1L << 52;

  private AreaIds() {}

  /**
   * The code itself where it is a number of the tree; else 52 bits of the key's SHA-256 (two of
   * 10,000 such keys meet once in 90 million data sets; they would be highlighted together).
   */
  static long of(AreaKey key) {
    String code = key.code();
    if (key.partition().equals(Partition.TREE) && isNumber(code)) {
      return Long.parseLong(code);
    }
    return FIRST_HASH | (hash(key.toString()) & (FIRST_HASH - 1));
  }

  private static boolean isNumber(String code) {
    return code.length() <= MAX_DIGITS
        && !code.isEmpty()
        && code.charAt(0) != '0'
        && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      long bits = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        bits = bits << 8 | (digest[i] & 0xff);
      }
      return bits;
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
