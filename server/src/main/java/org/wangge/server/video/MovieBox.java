package org.wangge.server.video;

import java.io.IOException;
import java.util.Locale;

/** The box {@code moov}: what is in the picture. */
final class MovieBox {
  private static final int HEAD = 8;

  /** Bytes of a full box's version and flags, and of the count of its entries. */
  private static final int ENTRIES = 8;

  /** Where width and height stand in a visual sample entry, and where its own boxes begin. */
  private static final int WIDTH = 24;

  private static final int VISUAL_ENTRY = 78;

  /** Where ticks per second stand in mdhd, and the ticks of a sample in trex. */
  private static final int MEDIA_SCALE = 12;

  private static final int MEDIA_SCALE_LONG = 20;
  private static final int TRACK_DURATION = 12;

  private final byte[] box;

  private MovieBox(byte[] box) {
    this.box = box;
  }

  static MovieBox of(byte[] box) {
    return new MovieBox(box);
  }

  /** The opening that this box ends. */
  Opening opening(byte[] bytes) throws IOException {
    int entry = path("trak", "mdia", "minf", "stbl", "stsd") + ENTRIES;
    int avc = Bytes.find(box, entry, box.length, "avc1");
    if (avc < 0) {
      throw new IOException("the picture is not H.264");
    }
    int config = Bytes.find(box, avc + VISUAL_ENTRY, Bytes.end(box, avc), "avcC");
    if (config < 0) {
      throw new IOException("the picture says nothing of its H.264 profile");
    }
    String codec =
        String.format(
            Locale.ROOT, "avc1.%02X%02X%02X", box[config + 1], box[config + 2], box[config + 3]);
    return new Opening(
        bytes, codec, Bytes.half(box, avc + WIDTH), Bytes.half(box, avc + WIDTH + 2), timing());
  }

  private Timing timing() throws IOException {
    int header = path("trak", "mdia", "mdhd");
    // Version 1 has times of 64 bits (ISO/IEC 14496-12, 8.4.2).
    int scale = header + (box[header] == 1 ? MEDIA_SCALE_LONG : MEDIA_SCALE);
    long ticks = Integer.toUnsignedLong(Bytes.word(box, scale));
    if (ticks == 0) {
      throw new IOException("the opening of the picture counts no time");
    }
    int defaults = path("mvex", "trex") + TRACK_DURATION;
    return new Timing(ticks, Integer.toUnsignedLong(Bytes.word(box, defaults)));
  }

  private int path(String... types) throws IOException {
    int at = HEAD;
    int end = box.length;
    for (String type : types) {
      at = Bytes.find(box, at, end, type);
      if (at < 0) {
        throw new IOException("the opening of the picture has no box " + type);
      }
      end = Bytes.end(box, at);
    }
    return at;
  }
}
