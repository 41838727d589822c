package org.wangge.server.incident.note;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Recordings as browsers make them, with silence for sound. */
public final class TestNotes {
  private static final String UNKNOWN = "01ffffffffffffff";

  private TestNotes() {}

  /** WebM as Chrome records it: nothing says how long it is but its blocks. */
  public static byte[] webm(int seconds) {
    return webm("webm", track(2, "A_OPUS"), clusters(seconds));
  }

  static byte[] webm(String documentType, byte[] tracks, byte[] clusters) {
    byte[] header = element("1a45dfa3", element("4282", letters(documentType)));
    byte[] info = element("1549a966", element("2ad7b1", hex("0f4240")));
    return joined(header, hex("18538067" + UNKNOWN), info, element("1654ae6b", tracks), clusters);
  }

  static byte[] track(int type, String codec) {
    return element(
        "ae", joined(element("83", new byte[] {(byte) type}), element("86", letters(codec))));
  }

  /** A block every second, five to a cluster. */
  static byte[] clusters(int seconds) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int second = 0; second <= seconds; second++) {
      if (second % 5 == 0) {
        all.writeBytes(hex("1f43b675" + UNKNOWN));
        all.writeBytes(element("e7", number(4, second * 1_000L)));
      }
      byte[] relative = number(2, second % 5 * 1_000L);
      all.writeBytes(element("a3", joined(hex("81"), relative, hex("80"), new byte[40])));
    }
    return all.toByteArray();
  }

  static byte[] element(String id, byte[] body) {
    return joined(hex(id), number(4, 0x10000000L | body.length), body);
  }

  /** Ogg as Firefox records it. */
  public static byte[] ogg(int seconds) {
    return joined(
        page(2, 0, 0, letters("OpusHead\1\1\0\0\200\273\0\0\0\0\0")),
        page(0, 0, 1, letters("OpusTags\0\0\0\0\0\0\0\0")),
        page(4, seconds * 48_000L, 2, new byte[200]));
  }

  static byte[] page(int flags, long position, int number, byte[] body) {
    ByteBuffer head = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    head.put(letters("OggS")).put((byte) 0).put((byte) flags).putLong(position);
    head.putInt(7).putInt(number).putInt(0).put((byte) 1).put((byte) body.length);
    return joined(head.array(), body);
  }

  /** MP4 as Safari records it. */
  public static byte[] mp4(int seconds) {
    return mp4("soun", "mp4a", seconds, box("mdat", new byte[200]));
  }

  static byte[] mp4(String handler, String coding, int seconds, byte[] after) {
    byte[] clock = joined(new byte[12], number(4, 1_000), number(4, seconds * 1_000L));
    byte[] description = box("stsd", joined(new byte[4], number(4, 1), box(coding, new byte[28])));
    byte[] media =
        box(
            "mdia",
            joined(
                box("mdhd", clock),
                box("hdlr", joined(new byte[8], letters(handler), new byte[13])),
                box("minf", box("stbl", description))));
    byte[] movie = box("moov", joined(box("mvhd", clock), box("trak", media)));
    return joined(box("ftyp", letters("M4A \0\0\0\0isom")), movie, after);
  }

  /** A fragment that begins so many seconds after the beginning. */
  static byte[] fragment(int seconds) {
    byte[] time = box("tfdt", joined(new byte[4], number(4, seconds * 1_000L)));
    return joined(box("moof", box("traf", time)), box("mdat", new byte[20]));
  }

  static byte[] box(String name, byte[] body) {
    return joined(number(4, body.length + 8L), letters(name), body);
  }

  static byte[] number(int bytes, long number) {
    byte[] written = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      written[i] = (byte) (number >> (8 * (bytes - 1 - i)));
    }
    return written;
  }

  static byte[] letters(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
