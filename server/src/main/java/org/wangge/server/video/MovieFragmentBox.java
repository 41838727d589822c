package org.wangge.server.video;

import java.io.IOException;

/** The box {@code moof}: what is in a fragment of one track. */
final class MovieFragmentBox {
  private static final int HEAD = 8;
  private static final int WORD = Bytes.WORD;
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
  private static final int SHIFT = 0x800;

  /** Flag of a sample that is no key picture. */
  private static final int NOT_KEY = 0x0001_0000;

  private final byte[] box;
  private final int header;
  private final int run;
  private final int times;

  private MovieFragmentBox(byte[] box) throws IOException {
    this.box = box;
    int track = Bytes.find(box, HEAD, box.length, "traf");
    int end = track < 0 ? 0 : Bytes.end(box, track);
    header = Bytes.find(box, track, end, "tfhd");
    times = Bytes.find(box, track, end, "tfdt");
    run = Bytes.find(box, track, end, "trun");
    if (track < 0 || run < 0 || header < 0) {
      throw new IOException("a fragment without samples");
    }
  }

  static MovieFragmentBox of(byte[] box) throws IOException {
    return new MovieFragmentBox(box);
  }

  /** Whether a player may start with the fragment. */
  boolean startsWithKeyPicture() {
    int flags = Bytes.word(box, run) & FLAGS;
    if (has(flags, FIRST_FLAGS)) {
      return isKey(Bytes.word(box, samples() - WORD));
    }
    if (has(flags, SAMPLE_FLAGS)) {
      return isKey(Bytes.word(box, samples() + length(flags, DURATION, SIZE)));
    }
    return isKey(byDefault(DEFAULT_FLAGS, NOT_KEY));
  }

  /** Where it begins on the time line of its stream (box tfdt, 8.8.12). */
  long beginTicks() {
    if (times < 0) {
      return 0;
    }
    return box[times] == 1
        ? Bytes.longWord(box, times + WORD)
        : Integer.toUnsignedLong(Bytes.word(box, times + WORD));
  }

  /**
   * How long it lasts.
   *
   * @param otherwise how long a sample lasts where the fragment says nothing
   */
  long lengthTicks(long otherwise) {
    int flags = Bytes.word(box, run) & FLAGS;
    int count = Bytes.word(box, run + WORD);
    if (!has(flags, DURATION)) {
      return count * byDefault(DEFAULT_DURATION, otherwise);
    }
    long all = 0;
    int each = length(flags, DURATION, SIZE, SAMPLE_FLAGS, SHIFT);
    for (int i = 0; i < count; i++) {
      all += Integer.toUnsignedLong(Bytes.word(box, samples() + i * each));
    }
    return all;
  }

  /** Where what is said of each sample begins. */
  private int samples() {
    int flags = Bytes.word(box, run) & FLAGS;
    return run + 2 * WORD + length(flags, DATA_OFFSET, FIRST_FLAGS);
  }

  /** A field of tfhd, or another value where it has none. */
  private long byDefault(int field, long otherwise) {
    int flags = Bytes.word(box, header) & FLAGS;
    if (!has(flags, field)) {
      return otherwise;
    }
    int at = header + 2 * WORD + (has(flags, BASE_OFFSET) ? 2 * WORD : 0);
    for (int before : new int[] {DESCRIPTION, DEFAULT_DURATION, DEFAULT_SIZE}) {
      at += before < field && has(flags, before) ? WORD : 0;
    }
    return Integer.toUnsignedLong(Bytes.word(box, at));
  }

  /** Bytes of the fields that there are. */
  private static int length(int flags, int... fields) {
    int bytes = 0;
    for (int field : fields) {
      bytes += has(flags, field) ? WORD : 0;
    }
    return bytes;
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }

  private static boolean isKey(long sampleFlags) {
    return (sampleFlags & NOT_KEY) == 0;
  }
}
