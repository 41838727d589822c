package org.wangge.patrol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private static final Comparator<Position> BY_NUMBER = Comparator.comparingInt(Position::number);

  private final Instant at;

  /** In the order of their numbers, so that two frames are compared side by side. */
  private final List<Position> positions;

  private PositionFrame(Instant at, List<Position> positions) {
    this.at = at;
    this.positions = positions;
  }

  /** What a viewer has who has nothing yet. */
  public static PositionFrame nothing() {
    return new PositionFrame(Instant.EPOCH, List.of());
  }

  /** Whether there is nothing in it. */
  public boolean isNothing() {
    return positions.isEmpty();
  }

  /** What is shown at an instant; quickest in the order of their numbers. */
  public static PositionFrame of(List<Position> shown, Instant at) {
    return new PositionFrame(at, shown.stream().sorted(BY_NUMBER).toList());
  }

  /** Staff codes of those who are in it. */
  public List<String> staffCodes() {
    return positions.stream().map(Position::staffCode).toList();
  }

  /** The frame of all. */
  public byte[] whole() {
    return bytes(0, positions.stream().map(one -> entry(one, null)).toList());
  }

  /** The frame of what changed since another; one without entries where nothing did. */
  public byte[] since(PositionFrame before) {
    List<byte[]> entries = new ArrayList<>();
    int then = 0;
    for (Position now : positions) {
      while (before.numberAt(then) < now.number()) {
        entries.add(gone(before.numberAt(then++)));
      }
      if (before.numberAt(then) > now.number()) {
        entries.add(entry(now, null));
      } else {
        addChanged(now, before, then++, entries);
      }
    }
    for (; then < before.positions.size(); then++) {
      entries.add(gone(before.numberAt(then)));
    }
    return bytes(1, entries);
  }

  private void addChanged(Position now, PositionFrame before, int then, List<byte[]> entries) {
    Position was = before.positions.get(then);
    if (!was.fix().equals(now.fix()) || was.isStale(before.at) != now.isStale(at)) {
      entries.add(entry(now, was));
    }
  }

  private int numberAt(int index) {
    return index < positions.size() ? positions.get(index).number() : Integer.MAX_VALUE;
  }

  /** Whether a frame has no entries. */
  public static boolean isEmpty(byte[] frame) {
    int at = 2;
    while (frame[at] < 0) {
      at++;
    }
    return frame[at + 1] == 0;
  }

  /** How long after another it was made. */
  public Duration after(PositionFrame before) {
    return Duration.between(before.at, at);
  }

  private byte[] bytes(int kind, List<byte[]> entries) {
    ByteSink out = new ByteSink(16 + entries.size() * 12);
    out.write(FORMAT);
    out.write(kind);
    out.writeNumber(at.toEpochMilli());
    out.writeNumber(entries.size());
    entries.forEach(out::write);
    return out.toBytes();
  }

  private static byte[] gone(int number) {
    ByteSink out = new ByteSink(4);
    out.writeNumber(number);
    out.writeNumber(GONE);
    return out.toBytes();
  }

  private byte[] entry(Position now, @Nullable Position then) {
    boolean codes = then == null || !now.gridCode().equals(then.gridCode());
    ByteSink out = new ByteSink(32);
    out.writeNumber(now.number());
    out.writeNumber(
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
    out.writeNumber((long) now.fix().location().lon() - lon);
    out.writeNumber((long) now.fix().location().lat() - lat);
    out.writeNumber(Math.max(0, Duration.between(now.fix().at(), at).toSeconds()));
    return out.toBytes();
  }

  private static void text(ByteSink out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeNumber(bytes.length);
    out.write(bytes);
  }
}
