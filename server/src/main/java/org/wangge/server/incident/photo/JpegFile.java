package org.wangge.server.incident.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;

/**
 * Reads the segments of a JPEG file (ITU-T T.81, annex B) and keeps those that make the picture:
 * comments, profiles, thumbnails, what other programs wrote, and all that comes after the end are
 * left out. Used once.
 */
final class JpegFile {
  /** A progressive picture of a camera has about ten; many of them only cost time. */
  private static final int MOST_SCANS = 40;

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int EXIF = 0xE1;
  private static final int PROGRESSIVE = 0xC2;

  /** Baseline, extended, progressive; others are of no camera, and few decoders know them. */
  private static final Set<Integer> FRAMES = Set.of(0xC0, 0xC1, PROGRESSIVE);

  /** Tables, restart interval, and Adobe's word on how colours are kept. */
  private static final Set<Integer> KEPT = Set.of(0xC4, 0xDB, 0xDD, 0xEE);

  private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] file;
  private final ByteArrayOutputStream kept;
  private Negative.@Nullable Frame frame;
  private byte @Nullable [] exif;
  private int scans;
  private int at = 2;

  private JpegFile(byte[] file) {
    this.file = file;
    kept = new ByteArrayOutputStream(file.length);
  }

  static boolean is(byte[] file) {
    return file.length > 3
        && (file[0] & 0xFF) == 0xFF
        && (file[1] & 0xFF) == SOI
        && (file[2] & 0xFF) == 0xFF;
  }

  static Negative read(byte[] file) {
    return new JpegFile(file).read();
  }

  private Negative read() {
    kept.write(0xFF);
    kept.write(SOI);
    while (segment()) {}
    if (frame == null || scans == 0) {
      throw Negative.broken();
    }
    kept.write(0xFF);
    kept.write(EOI);
    return new Negative(Negative.Kind.JPEG, frame, kept.toByteArray(), exif);
  }

  /** Reads a segment; false at the end. */
  private boolean segment() {
    int marker = marker();
    if (marker == EOI) {
      return false;
    }
    int start = at;
    int length = unsigned16(at);
    if (length < 2 || start + length > file.length) {
      throw Negative.broken();
    }
    at += length;
    if (FRAMES.contains(marker)) {
      frame(marker, start, length);
      keep(marker, start, at);
    } else if (marker == SOS) {
      scan(start);
    } else if (KEPT.contains(marker)) {
      keep(marker, start, at);
    } else if (isFrame(marker)) {
      throw new Invalid("body", "photo-kind");
    } else if (marker == EXIF && exif == null) {
      exif(start + 2, at);
    }
    return true;
  }

  /** A kind of frame, or what only such kinds have. */
  private static boolean isFrame(int marker) {
    return (marker >= 0xC3 && marker <= 0xCF) || marker == 0xDC || marker == 0xDE || marker == 0xDF;
  }

  /** Any number of filling bytes may stand before a marker. */
  private int marker() {
    if (at >= file.length || (file[at] & 0xFF) != 0xFF) {
      throw Negative.broken();
    }
    while (at < file.length && (file[at] & 0xFF) == 0xFF) {
      at++;
    }
    if (at >= file.length || file[at] == 0) {
      throw Negative.broken();
    }
    return file[at++] & 0xFF;
  }

  private void frame(int marker, int start, int length) {
    if (frame != null || length < 8) {
      throw Negative.broken();
    }
    int components = file[start + 7] & 0xFF;
    if (file[start + 2] != 8 || (components != 1 && components != 3)) {
      throw new Invalid("body", "photo-kind");
    }
    boolean progressive = marker == PROGRESSIVE;
    frame =
        new Negative.Frame(unsigned16(start + 5), unsigned16(start + 3), components, progressive)
            .checked();
  }

  private void scan(int start) {
    if (frame == null) {
      throw Negative.broken();
    }
    scans++;
    if (scans > MOST_SCANS) {
      throw new Invalid("body", "photo-kind", Map.of());
    }
    // Coded data: a marker other than a restart ends it, and 0xFF 0x00 is a byte of it.
    while (at + 1 < file.length && !isEndOfScan()) {
      at++;
    }
    if (at + 1 >= file.length) {
      throw Negative.broken();
    }
    keep(SOS, start, at);
  }

  private boolean isEndOfScan() {
    if ((file[at] & 0xFF) != 0xFF) {
      return false;
    }
    int next = file[at + 1] & 0xFF;
    return next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7);
  }

  private void keep(int marker, int from, int to) {
    kept.write(0xFF);
    kept.write(marker);
    kept.write(file, from, to - from);
  }

  private void exif(int from, int to) {
    int content = from + EXIF_NAME.length;
    if (content < to && Arrays.equals(Arrays.copyOfRange(file, from, content), EXIF_NAME)) {
      exif = Arrays.copyOfRange(file, content, to);
    }
  }

  private int unsigned16(int index) {
    if (index + 1 >= file.length) {
      throw Negative.broken();
    }
    return (file[index] & 0xFF) << 8 | (file[index + 1] & 0xFF);
  }
}
