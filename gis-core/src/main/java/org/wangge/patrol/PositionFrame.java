package org.wangge.patrol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Positions as a live viewer gets them: first a frame of all, then frames of those that changed.
 *
 * <p>Bytes: format (1), kind (0 all, 1 changes), then numbers in zigzag variable length as Protocol
 * Buffers write them: the instant of the frame in milliseconds since 1970, the count of entries,
 * and for each entry
 *
 * <ol>
 *   <li>the number of the person,
 *   <li>flags: 1 walking, 2 stale, 4 generated, 8 gone (nothing follows), 16 with codes,
 *   <li>with codes: the length in bytes and the UTF-8 text of the staff code, then of the grid's
 *       code (empty outside every grid),
 *   <li>longitude and latitude on the lattice (1e-7 degree): whole in a frame of all, the
 *       difference to what was last sent otherwise; whole for whom nothing was sent before,
 *   <li>the age of the fix at the instant of the frame, in seconds.
 * </ol>
 *
 * Codes are sent when a person is new to the stream or has come into another grid. Immutable.
 */
public final class PositionFrame {
  private static final int FORMAT = 1;
  private static final int WALKING = 1;
  private static final int STALE = 2;
  private static final int GENERATED = 4;
  private static final int GONE = 8;
  private static final int CODES = 16;

  private final Instant at;
  private final Map<Integer, Position> positions;

  private PositionFrame(Instant at, Map<Integer, Position> positions) {
    this.at = at;
    this.positions = positions;
  }

  /** What a viewer has who has nothing yet. */
  public static PositionFrame nothing() {
    return new PositionFrame(Instant.EPOCH, Map.of());
  }

  /** Whether there is nothing in it. */
  public boolean isNothing() {
    return positions.isEmpty();
  }

  /** What is shown at an instant. */
  public static PositionFrame of(List<Position> shown, Instant at) {
    Map<Integer, Position> positions = new HashMap<>();
    shown.forEach(one -> positions.put(one.number(), one));
    return new PositionFrame(at, positions);
  }

  /** Staff codes of those who are in it. */
  public List<String> staffCodes() {
    return positions.values().stream().map(Position::staffCode).toList();
  }

  /** The frame of all. */
  public byte[] whole() {
    return bytes(0, positions.values().stream().map(one -> entry(one, null)).toList());
  }

  /** The frame of what changed since another; one without entries where nothing did. */
  public byte[] since(PositionFrame before) {
    List<byte[]> entries = new ArrayList<>();
    positions.forEach(
        (number, now) -> {
          Position then = before.positions.get(number);
          if (then == null
              || !then.fix().equals(now.fix())
              || then.isStale(before.at) != now.isStale(at)) {
            entries.add(entry(now, then));
          }
        });
    before.positions.keySet().stream()
        .filter(number -> !positions.containsKey(number))
        .forEach(number -> entries.add(gone(number)));
    return bytes(1, entries);
  }

  private byte[] bytes(int kind, List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16 + entries.size() * 12);
    out.write(FORMAT);
    out.write(kind);
    FixCodec.write(out, at.toEpochMilli());
    FixCodec.write(out, entries.size());
    entries.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] gone(int number) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4);
    FixCodec.write(out, number);
    FixCodec.write(out, GONE);
    return out.toByteArray();
  }

  private byte[] entry(Position now, @Nullable Position then) {
    boolean codes = then == null || !now.gridCode().equals(then.gridCode());
    ByteArrayOutputStream out = new ByteArrayOutputStream(32);
    FixCodec.write(out, now.number());
    FixCodec.write(
        out,
        (now.walking() ? WALKING : 0)
            | (now.isStale(at) ? STALE : 0)
            | (now.generated() ? GENERATED : 0)
            | (codes ? CODES : 0));
    if (codes) {
      text(out, now.staffCode());
      text(out, now.gridCode().orElse(""));
    }
    int lon = then == null ? 0 : then.fix().location().lon();
    int lat = then == null ? 0 : then.fix().location().lat();
    FixCodec.write(out, (long) now.fix().location().lon() - lon);
    FixCodec.write(out, (long) now.fix().location().lat() - lat);
    FixCodec.write(out, Math.max(0, Duration.between(now.fix().at(), at).toSeconds()));
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FixCodec.write(out, bytes.length);
    out.writeBytes(bytes);
  }
}
