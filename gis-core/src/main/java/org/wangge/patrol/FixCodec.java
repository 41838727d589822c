package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * Packs fixes into bytes: the first whole, each other as its difference to the one before, in
 * zigzag variable-length numbers (as Protocol Buffers write them). A walk at a fix every few
 * seconds takes about 6 bytes a fix. Times keep milliseconds.
 */
public final class FixCodec {
  private FixCodec() {}

  public static byte[] encode(List<Fix> fixes) {
    ByteSink out = new ByteSink(fixes.size() * 9 + 16);
    encode(fixes, out);
    return out.toBytes();
  }

  static void encode(List<Fix> fixes, ByteSink out) {
    out.writeNumber(fixes.size());
    Fix before = FixRun.NOWHERE;
    for (Fix fix : fixes) {
      writeAfter(before, fix, out);
      before = fix;
    }
  }

  /** A fix as its difference to the one before. */
  static void writeAfter(Fix before, Fix fix, ByteSink out) {
    out.writeNumber((long) fix.location().lon() - before.location().lon());
    out.writeNumber((long) fix.location().lat() - before.location().lat());
    out.writeNumber(fix.at().toEpochMilli() - before.at().toEpochMilli());
  }

  /**
   * Unpacks what {@link #encode} packed.
   *
   * @throws IllegalArgumentException when the bytes end too early or go on too long
   */
  public static List<Fix> decode(byte[] bytes) {
    Reader in = new Reader(bytes);
    return decode(Math.toIntExact(in.next()), in);
  }

  /** Unpacks differences that no count stands before. */
  static List<Fix> decode(int count, byte[] bytes) {
    return decode(count, new Reader(bytes));
  }

  private static List<Fix> decode(int count, Reader in) {
    List<Fix> fixes = new ArrayList<>(Math.min(count, in.bytes.length));
    long lon = 0;
    long lat = 0;
    long millis = 0;
    for (int i = 0; i < count; i++) {
      lon += in.next();
      lat += in.next();
      millis += in.next();
      fixes.add(
          new Fix(
              new LatticePoint(Math.toIntExact(lon), Math.toIntExact(lat)),
              Instant.ofEpochMilli(millis)));
    }
    in.requireEnd();
    return fixes;
  }

  private static final class Reader {
    private final byte[] bytes;
    private int position;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    long next() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (position == bytes.length) {
          throw new IllegalArgumentException("fixes end too early, at byte " + position);
        }
        byte part = bytes[position++];
        value |= (part & 0x7FL) << shift;
        if (part >= 0) {
          return (value >>> 1) ^ -(value & 1);
        }
      }
      throw new IllegalArgumentException("not a number before byte " + position);
    }

    void requireEnd() {
      if (position != bytes.length) {
        throw new IllegalArgumentException("fixes go on after byte " + position);
      }
    }
  }
}
