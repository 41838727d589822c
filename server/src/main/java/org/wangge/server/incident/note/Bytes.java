package org.wangge.server.incident.note;

import java.nio.charset.StandardCharsets;

/**
 * A stretch of a file that is read from its beginning. Whatever is asked beyond its end makes the
 * file a broken one. Of one thread.
 */
final class Bytes {
  private final byte[] file;
  private final int end;
  private int at;

  private Bytes(byte[] file, int from, int end) {
    this.file = file;
    this.at = from;
    this.end = end;
  }

  static Bytes of(byte[] file) {
    return new Bytes(file, 0, file.length);
  }

  boolean isOver() {
    return at >= end;
  }

  int left() {
    return end - at;
  }

  /** The next bytes, as a stretch of their own. */
  Bytes take(long length) {
    int from = at;
    skip(length);
    return new Bytes(file, from, at);
  }

  /** All that is left, as a stretch of its own. */
  Bytes rest() {
    return take(left());
  }

  void skip(long length) {
    if (length < 0 || length > left()) {
      throw Recording.broken();
    }
    at += (int) length;
  }

  int next() {
    if (isOver()) {
      throw Recording.broken();
    }
    return file[at++] & 0xff;
  }

  /** The next byte, which stays the next. */
  int peek() {
    if (isOver()) {
      throw Recording.broken();
    }
    return file[at] & 0xff;
  }

  /** A whole number, its highest byte first. */
  long number(int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << 8) | next();
    }
    return number;
  }

  /** A whole number, its lowest byte first. */
  long numberFromLow(int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) next() << (8 * i);
    }
    return number;
  }

  String letters(int bytes) {
    Bytes taken = take(bytes);
    return new String(file, taken.at, bytes, StandardCharsets.ISO_8859_1);
  }

  /** Whether it begins so; nothing is taken. */
  boolean begins(String letters) {
    return begins(0, letters);
  }

  /** Whether it goes on so after some bytes; nothing is taken. */
  boolean begins(int after, String letters) {
    return left() >= after + letters.length()
        && new String(file, at + after, letters.length(), StandardCharsets.ISO_8859_1)
            .equals(letters);
  }
}
