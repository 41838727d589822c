package org.wangge.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the protobuf wire format, by its description alone. */
final class ProtobufReader {
  private final byte[] bytes;
  private int at;
  private int tag;

  ProtobufReader(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean next() {
    if (at >= bytes.length) {
      return false;
    }
    tag = (int) varint();
    return true;
  }

  int field() {
    return tag >>> 3;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = bytes[at++];
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  byte[] block() {
    int length = (int) varint();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  double fixed64() {
    return Double.longBitsToDouble(fixed(8));
  }

  float fixed32() {
    return Float.intBitsToFloat((int) fixed(4));
  }

  private long fixed(int length) {
    long bits = 0;
    for (int i = 0; i < length; i++) {
      bits |= (long) (bytes[at++] & 0xff) << (8 * i);
    }
    return bits;
  }

  static int[] packed(byte[] block) {
    ProtobufReader reader = new ProtobufReader(block);
    int[] values = new int[block.length];
    int count = 0;
    while (reader.at < block.length) {
      values[count++] = (int) reader.varint();
    }
    return Arrays.copyOf(values, count);
  }
}
