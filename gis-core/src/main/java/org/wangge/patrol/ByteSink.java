package org.wangge.patrol;

import java.util.Arrays;

/** Bytes that grow. Not thread-safe, and therefore quicker than a stream of them. */
final class ByteSink {
  /** Seven bits a byte. */
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes;
  private int length;

  ByteSink(int expected) {
    bytes = new byte[Math.max(8, expected)];
  }

  int length() {
    return length;
  }

  /** The lowest eight bits of a number. */
  void write(int value) {
    if (length == bytes.length) {
      grow(1);
    }
    bytes[length++] = (byte) value;
  }

  void write(byte[] more) {
    if (length + more.length > bytes.length) {
      grow(more.length);
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  /** A number in zigzag variable length, as Protocol Buffers write it. */
  void writeNumber(long value) {
    if (length + LONGEST_NUMBER > bytes.length) {
      grow(LONGEST_NUMBER);
    }
    long rest = (value << 1) ^ (value >> 63);
    int at = length;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    length = at;
  }

  private void grow(int by) {
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, length + by));
  }

  /** A copy of what was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
