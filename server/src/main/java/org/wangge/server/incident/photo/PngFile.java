package org.wangge.server.incident.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of a PNG file (ISO/IEC 15948) and keeps those that make the picture: texts and
 * profiles, which are compressed and could grow to anything, further pictures of an animation, and
 * all that comes after the end are left out. Used once.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  /** As much as a JPEG can carry. */
  private static final int LONGEST_EXIF = 65_535;

  private static final int HEADER_BYTES = 13;

  /** Length, name and check sum. */
  private static final int AROUND_CHUNK = 12;

  /** How many values a pixel has, by the type of colour. */
  private static final Map<Integer, Integer> SAMPLES = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);

  private final ByteBuffer file;
  private final ByteArrayOutputStream kept;
  private Negative.@Nullable Frame frame;
  private byte @Nullable [] exif;
  private boolean hasPicture;

  private PngFile(byte[] file) {
    this.file = ByteBuffer.wrap(file);
    kept = new ByteArrayOutputStream(file.length);
  }

  static boolean is(byte[] file) {
    return file.length > SIGNATURE.length
        && Arrays.equals(Arrays.copyOf(file, SIGNATURE.length), SIGNATURE);
  }

  static Negative read(byte[] file) {
    return new PngFile(file).read();
  }

  private Negative read() {
    kept.writeBytes(SIGNATURE);
    file.position(SIGNATURE.length);
    while (chunk()) {}
    if (frame == null || !hasPicture) {
      throw Negative.broken();
    }
    return new Negative(Negative.Kind.PNG, frame, kept.toByteArray(), exif);
  }

  /** Reads a chunk; false after the last. */
  private boolean chunk() {
    if (file.remaining() < AROUND_CHUNK) {
      throw Negative.broken();
    }
    int start = file.position();
    int length = file.getInt();
    if (length < 0 || length > file.remaining() - 8) {
      throw Negative.broken();
    }
    byte[] name = new byte[4];
    file.get(name);
    String type = new String(name, StandardCharsets.ISO_8859_1);
    int content = file.position();
    if (type.equals("IHDR") != (frame == null)) {
      // The header comes first and once.
      throw Negative.broken();
    }
    if (type.equals("IHDR")) {
      header(content, length);
    }
    hasPicture |= type.equals("IDAT");
    if (KEPT.contains(type)) {
      kept.write(file.array(), start, AROUND_CHUNK + length);
    } else if (type.equals("eXIf") && exif == null && length <= LONGEST_EXIF) {
      exif = Arrays.copyOfRange(file.array(), content, content + length);
    }
    file.position(content + length + 4);
    return !type.equals("IEND");
  }

  private void header(int content, int length) {
    if (length != HEADER_BYTES) {
      throw Negative.broken();
    }
    Integer samples = SAMPLES.get((int) file.get(content + 9));
    int bits = file.get(content + 8);
    if (samples == null || bits < 1 || bits > 16) {
      throw Negative.broken();
    }
    int bytes = samples * Math.max(1, bits / 8);
    frame =
        new Negative.Frame(file.getInt(content), file.getInt(content + 4), bytes, false).checked();
  }
}
