package org.wangge.server.video;

import java.nio.ByteBuffer;

/** Whole numbers in the byte order of MP4. */
final class Bytes {
  /** Bytes of a 32-bit number. */
  static final int WORD = 4;

  private Bytes() {}

  static int word(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }

  static long longWord(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getLong(at);
  }

  static int half(byte[] bytes, int at) {
    return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(at));
  }

  static void put(byte[] bytes, int at, int word) {
    ByteBuffer.wrap(bytes).putInt(at, word);
  }

  /**
   * Where the content of the first box of a type begins, among the boxes between two places.
   *
   * @return -1 where there is none
   */
  static int find(byte[] bytes, int from, int to, String type) {
    int at = from;
    while (at + 8 <= to) {
      int length = word(bytes, at);
      if (isType(bytes, at + WORD, type)) {
        return at + 8;
      }
      if (length < 8) {
        return -1;
      }
      at += length;
    }
    return -1;
  }

  /** Where a box ends whose content begins at a place. */
  static int end(byte[] bytes, int content) {
    return Math.min(bytes.length, content - 8 + word(bytes, content - 8));
  }

  private static boolean isType(byte[] bytes, int at, String type) {
    for (int i = 0; i < WORD; i++) {
      if (bytes[at + i] != type.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
