package org.wangge.patrol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * A batch of positions as bytes: what a relay of many devices sends instead of JSON.
 *
 * <p>A byte {@value #VERSION}; then for each person a byte that is 1 if a demonstration made the
 * fixes up and else 0, the length of the staff code in a byte, the code in UTF-8, the length of the
 * fixes in two bytes (the higher first), and the fixes as {@link FixCodec} packs them. Coordinates
 * are whole 1e-7 degrees of WGS 84.
 */
public final class PositionBatch {
  /** Media type of such a batch. */
  public static final String TYPE = "application/vnd.wangge.positions";

  private static final byte VERSION = 1;
  private static final int LONGEST_CODE = 0xFF;
  private static final int LONGEST_FIXES = 0xFFFF;
  private static final int MOST_LON = 1_800_000_000;
  private static final int MOST_LAT = 900_000_000;

  private PositionBatch() {}

  /**
   * Packs a batch.
   *
   * @throws IllegalArgumentException for a code over 255 bytes, or more fixes of one person than
   *     65,535 bytes hold
   */
  public static byte[] encode(List<PersonFixes> people) {
    ByteSink out = new ByteSink(people.size() * 32);
    out.write(VERSION);
    for (PersonFixes one : people) {
      byte[] code = one.staffCode().getBytes(StandardCharsets.UTF_8);
      byte[] fixes = FixCodec.encode(one.fixes());
      if (code.length > LONGEST_CODE || fixes.length > LONGEST_FIXES) {
        throw new IllegalArgumentException("too long: " + one.staffCode());
      }
      out.write(one.generated() ? 1 : 0);
      out.write(code.length);
      out.write(code);
      out.write(fixes.length >>> 8);
      out.write(fixes.length);
      out.write(fixes);
    }
    return out.toBytes();
  }

  /**
   * Unpacks what {@link #encode} packed.
   *
   * @throws IllegalArgumentException for bytes that are none, or that end too early
   */
  public static List<PersonFixes> decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.get() != VERSION) {
        throw new IllegalArgumentException("no batch of version " + VERSION);
      }
      List<PersonFixes> people = new ArrayList<>();
      while (in.hasRemaining()) {
        people.add(person(in));
      }
      return people;
    } catch (BufferUnderflowException | ArithmeticException e) {
      throw new IllegalArgumentException("a batch that ends too early, or is none", e);
    }
  }

  private static PersonFixes person(ByteBuffer in) {
    boolean generated = in.get() != 0;
    byte[] code = new byte[Byte.toUnsignedInt(in.get())];
    in.get(code);
    byte[] fixes = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(fixes);
    List<Fix> decoded = FixCodec.decode(fixes);
    decoded.forEach(fix -> requireOnEarth(fix.location()));
    return new PersonFixes(new String(code, StandardCharsets.UTF_8), decoded, generated);
  }

  private static void requireOnEarth(LatticePoint at) {
    if (Math.abs((long) at.lon()) > MOST_LON || Math.abs((long) at.lat()) > MOST_LAT) {
      throw new IllegalArgumentException("no place on earth: " + at);
    }
  }
}
