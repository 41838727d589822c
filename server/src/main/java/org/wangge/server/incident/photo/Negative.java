package org.wangge.server.incident.photo;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;

/**
 * A picture's file before it is decoded: what its header says, and the bytes without all that no
 * decoder needs to see.
 */
final class Negative {
  /** More is no picture of a phone; so many make a decoded row of bytes that can be held. */
  private static final long MOST_PIXELS = 50_000_000;

  /** A decoder holds all of a progressive JPEG at once. */
  private static final long MOST_PROGRESSIVE_PIXELS = 25_000_000;

  private static final int MOST_SIDE = 30_000;

  private final Kind kind;
  private final int widthPixels;
  private final int heightPixels;
  private final int bytesPerPixel;
  private final byte[] bytes;
  private final byte @Nullable [] exifOrNull;

  /** The kinds that are taken. */
  enum Kind {
    JPEG,
    PNG
  }

  /** What the header of a file says of its picture. */
  record Frame(int widthPixels, int heightPixels, int bytesPerPixel, boolean progressive) {
    /**
     * Refuses what would take too much to decode.
     *
     * @throws Invalid with code {@code photo-too-many-pixels} or {@code photo-broken}
     */
    Frame checked() {
      if (widthPixels < 1 || heightPixels < 1) {
        throw broken();
      }
      long most = progressive ? MOST_PROGRESSIVE_PIXELS : MOST_PIXELS;
      if ((long) widthPixels * heightPixels > most
          || widthPixels > MOST_SIDE
          || heightPixels > MOST_SIDE) {
        throw new Invalid(
            "body",
            "photo-too-many-pixels",
            Map.of("width", widthPixels, "height", heightPixels, "mostMillions", most / 1_000_000));
      }
      return this;
    }
  }

  Negative(Kind kind, Frame frame, byte[] bytes, byte @Nullable [] exifOrNull) {
    this.kind = kind;
    widthPixels = frame.widthPixels();
    heightPixels = frame.heightPixels();
    bytesPerPixel = frame.bytesPerPixel();
    this.bytes = bytes;
    this.exifOrNull = exifOrNull;
  }

  /**
   * Reads a file by its bytes; what its sender calls it does not count.
   *
   * @throws Invalid with code {@code photo-kind}, {@code photo-broken} or {@code
   *     photo-too-many-pixels}
   */
  static Negative of(byte[] file) {
    if (JpegFile.is(file)) {
      return JpegFile.read(file);
    }
    if (PngFile.is(file)) {
      return PngFile.read(file);
    }
    throw new Invalid("body", "photo-kind");
  }

  static Invalid broken() {
    return new Invalid("body", "photo-broken");
  }

  Kind kind() {
    return kind;
  }

  int widthPixels() {
    return widthPixels;
  }

  int heightPixels() {
    return heightPixels;
  }

  /** How many bytes a decoded pixel takes at most. */
  int bytesPerPixel() {
    return bytesPerPixel;
  }

  /** The picture alone, for a decoder. */
  byte[] bytes() {
    return bytes;
  }

  /** What the camera wrote down, as a TIFF; null where it did not. */
  byte @Nullable [] exifOrNull() {
    return exifOrNull;
  }
}
