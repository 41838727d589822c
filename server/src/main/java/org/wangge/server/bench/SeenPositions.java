package org.wangge.server.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Where everybody is, as one reader of the position stream knows it: written anew from the format
 * that {@link org.wangge.patrol.PositionFrame} describes. Not thread-safe.
 */
final class SeenPositions {
  private static final int GONE = 8;
  private static final int CODES = 16;

  private final Map<Integer, Seen> people = new HashMap<>();
  private byte[] bytes = new byte[0];
  private int position;

  /** Where somebody is: codes of the person and the grid, and the point on the lattice. */
  record Seen(String code, String grid, int lon, int lat) {}

  /** Hears of each that a frame tells anew. */
  interface Told {
    void tell(Seen seen);
  }

  /** When a frame was made, in milliseconds since 1970. */
  static long millis(byte[] frame) {
    SeenPositions one = new SeenPositions();
    one.begin(frame);
    return one.number();
  }

  /** How many entries a frame has. */
  static int entries(byte[] frame) {
    SeenPositions one = new SeenPositions();
    one.begin(frame);
    one.number();
    return (int) one.number();
  }

  /** Whether a frame tells everything. */
  static boolean isWhole(byte[] frame) {
    return frame[1] == 0;
  }

  private void begin(byte[] frame) {
    if (frame[0] != 1) {
      throw new IllegalStateException("a frame of format " + frame[0]);
    }
    bytes = frame;
    position = 2;
  }

  /** Takes a frame in. */
  void take(byte[] frame, Told told) {
    begin(frame);
    number();
    if (isWhole(frame)) {
      people.clear();
    }
    for (long left = number(); left > 0; left--) {
      entry(told);
    }
    if (position != frame.length) {
      throw new IllegalStateException("a frame that goes on after its end");
    }
  }

  private void entry(Told told) {
    int number = (int) number();
    int flags = (int) number();
    if ((flags & GONE) != 0) {
      people.remove(number);
      return;
    }
    Seen before = people.get(number);
    String code = (flags & CODES) != 0 ? text() : before == null ? "" : before.code();
    String grid = (flags & CODES) != 0 ? text() : before == null ? "" : before.grid();
    int lon = (int) number() + (before == null ? 0 : before.lon());
    int lat = (int) number() + (before == null ? 0 : before.lat());
    number();
    Seen seen = new Seen(code, grid, lon, lat);
    people.put(number, seen);
    told.tell(seen);
  }

  private String text() {
    int length = (int) number();
    position += length;
    return new String(bytes, position - length, length, StandardCharsets.UTF_8);
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = bytes[position++];
      value |= (part & 0x7FL) << shift;
      if (part >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
  }

  /** Everybody, by code. */
  Map<String, Seen> byCode() {
    Map<String, Seen> all = new HashMap<>();
    people.values().forEach(one -> all.put(one.code(), one));
    return all;
  }
}
