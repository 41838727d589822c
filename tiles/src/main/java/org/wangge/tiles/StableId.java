package org.wangge.tiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Numbers for things whose own id is a word: tiles only have numbers for ids. */
final class StableId {
  /** Hashes lie above every code of 15 digits, so that the two cannot meet. */
  private static final long FIRST = 1L << 52;

  private StableId() {}

  /**
   * The same number for the same word on every machine: 52 bits of its SHA-256. Two of 10,000 words
   * meet once in 90 million sets of data; they would be highlighted together.
   */
  static long of(String word) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
      long bits = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        bits = bits << 8 | (digest[i] & 0xff);
      }
      return FIRST | (bits & (FIRST - 1));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
