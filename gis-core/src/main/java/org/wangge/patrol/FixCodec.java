package org.wangge.patrol;

import java.io.ByteArrayOutputStream;
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
    ByteArrayOutputStream out = new ByteArrayOutputStream(fixes.size() * 7 + 16);
    write(out, fixes.size());
    long lon = 0;
    long lat = 0;
    long millis = 0;
    for (Fix fix : fixes) {
      long at = fix.at().toEpochMilli();
      write(out, fix.location().lon() - lon);
      write(out, fix.location().lat() - lat);
      write(out, at - millis);
      lon = fix.location().lon();
      lat = fix.location().lat();
      millis = at;
    }
    return out.toByteArray();
  }

  /**
   * Unpacks what {@link #encode} packed.
   *
   * @throws IllegalArgumentException when the bytes end too early or go on too long
   */
  public static List<Fix> decode(byte[] bytes) {
    Reader in = new Reader(bytes);
    int count = Math.toIntExact(in.next());
    List<Fix> fixes = new ArrayList<>(Math.min(count, bytes.length));
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

  static void write(ByteArrayOutputStream out, long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
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
