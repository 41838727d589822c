package org.wangge.server.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/** What came to readers of positions during a while, and how late. Thread-safe. */
final class FanoutTally {
  private static final int MOST_MILLIS = 60_000;

  private final AtomicIntegerArray frameMillis = new AtomicIntegerArray(MOST_MILLIS + 1);
  private final AtomicIntegerArray fixMillis = new AtomicIntegerArray(MOST_MILLIS + 1);
  private final LongAdder frames = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder entries = new LongAdder();
  private final LongAdder wholes = new LongAdder();
  private final LongAdder wholeBytes = new LongAdder();

  /** A frame came, so long after it was made. */
  void frame(byte[] frame, long millis) {
    if (SeenPositions.isWhole(frame)) {
      wholes.increment();
      wholeBytes.add(frame.length);
      return;
    }
    frames.increment();
    bytes.add(frame.length);
    entries.add(SeenPositions.entries(frame));
    frameMillis.incrementAndGet(slot(millis));
  }

  /** A position came, so long after it was sent. */
  void position(long millis) {
    fixMillis.incrementAndGet(slot(millis));
  }

  private static int slot(long millis) {
    return (int) Math.max(0, Math.min(MOST_MILLIS, millis));
  }

  long frames() {
    return frames.sum();
  }

  double bytesOfPosition() {
    return bytes.sum() / (double) Math.max(1, entries.sum());
  }

  double bytesOfWhole() {
    return wholeBytes.sum() / (double) Math.max(1, wholes.sum());
  }

  /** Milliseconds from the making of a frame to its receipt, of this part of all frames. */
  int frameMillis(double part) {
    return quantile(frameMillis, part);
  }

  /** Milliseconds from when a position was sent to when it came to a reader. */
  int fixMillis(double part) {
    return quantile(fixMillis, part);
  }

  private static int quantile(AtomicIntegerArray counts, double part) {
    long all = 0;
    for (int i = 0; i < counts.length(); i++) {
      all += counts.get(i);
    }
    long wanted = (long) Math.ceil(all * part);
    long passed = 0;
    for (int i = 0; i < counts.length(); i++) {
      passed += counts.get(i);
      if (passed >= wanted) {
        return i;
      }
    }
    return MOST_MILLIS;
  }
}
