package org.wangge.server.video;

import java.io.IOException;

/** The box {@code moof}: what is in a fragment. */
final class MovieFragmentBox {
  private static final int HEAD = 8;
  private static final int FLAGS = 0x00ff_ffff;

  // Flags of the box tfhd (ISO/IEC 14496-12, 8.8.7): which fields it has, in their order.
  private static final int BASE_OFFSET = 0x1;
  private static final int DESCRIPTION = 0x2;
  private static final int DEFAULT_DURATION = 0x8;
  private static final int DEFAULT_SIZE = 0x10;
  private static final int DEFAULT_FLAGS = 0x20;

  // Flags of the box trun (8.8.8).
  private static final int DATA_OFFSET = 0x1;
  private static final int FIRST_FLAGS = 0x4;
  private static final int DURATION = 0x100;
  private static final int SIZE = 0x200;
  private static final int SAMPLE_FLAGS = 0x400;

  /** Flag of a sample that is no key picture. */
  private static final int NOT_KEY = 0x0001_0000;

  private MovieFragmentBox() {}

  /** Whether a player may start with a fragment. */
  static boolean startsWithKeyPicture(byte[] box) throws IOException {
    int track = Bytes.find(box, HEAD, box.length, "traf");
    int run = track < 0 ? -1 : Bytes.find(box, track, Bytes.end(box, track), "trun");
    if (run < 0) {
      throw new IOException("a fragment without samples");
    }
    int flags = Bytes.word(box, run) & FLAGS;
    int field = run + 8 + (has(flags, DATA_OFFSET) ? 4 : 0);
    if (has(flags, FIRST_FLAGS)) {
      return isKey(Bytes.word(box, field));
    }
    if (has(flags, SAMPLE_FLAGS)) {
      return isKey(
          Bytes.word(box, field + (has(flags, DURATION) ? 4 : 0) + (has(flags, SIZE) ? 4 : 0)));
    }
    return isKey(defaultFlags(box, Bytes.find(box, track, Bytes.end(box, track), "tfhd")));
  }

  private static int defaultFlags(byte[] box, int header) {
    int flags = header < 0 ? 0 : Bytes.word(box, header) & FLAGS;
    if (!has(flags, DEFAULT_FLAGS)) {
      return NOT_KEY;
    }
    int at = header + 8 + (has(flags, BASE_OFFSET) ? 8 : 0);
    for (int before : new int[] {DESCRIPTION, DEFAULT_DURATION, DEFAULT_SIZE}) {
      at += has(flags, before) ? 4 : 0;
    }
    return Bytes.word(box, at);
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }

  private static boolean isKey(int sampleFlags) {
    return !has(sampleFlags, NOT_KEY);
  }
}
