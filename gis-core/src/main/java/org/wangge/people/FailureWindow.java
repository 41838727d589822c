package org.wangge.people;

import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many in any minute: it slides, so that no two minutes' worth fit into one. */
final class FailureWindow {
  static final long MINUTE_NANOS = 60_000_000_000L;

  private final int most;
  private final Deque<Long> times = new ArrayDeque<>(2);

  FailureWindow(int most) {
    this.most = most;
  }

  /** How long until one more fits; 0 when it fits now. */
  long waitNanos(long nanos) {
    while (!times.isEmpty() && nanos - times.getFirst() >= MINUTE_NANOS) {
      times.removeFirst();
    }
    return times.size() < most ? 0 : times.getFirst() + MINUTE_NANOS - nanos;
  }

  /** How many there are, as of the last question. */
  int size() {
    return times.size();
  }

  void add(long nanos) {
    times.addLast(nanos);
  }

  /** Takes one back. */
  void remove(long nanos) {
    times.removeLastOccurrence(nanos);
  }
}
