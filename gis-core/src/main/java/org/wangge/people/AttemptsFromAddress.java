package org.wangge.people;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one address has failed at, and what of it is being looked at. Both together stay within the
 * limit; whoever would go over it only for what is being looked at waits for no more than that.
 */
final class AttemptsFromAddress {
  /** Whatever is looked at is decided within seconds. */
  private static final long SOON_NANOS = 1_000_000_000L;

  /** An attempt that nobody told the end of is forgotten. */
  private static final long LOST_NANOS = 10_000_000_000L;

  private final int most;
  private final FailureWindow failures;
  private final Deque<Long> open = new ArrayDeque<>(2);

  AttemptsFromAddress(int most) {
    this.most = most;
    failures = new FailureWindow(most);
  }

  /** How long until one more may begin; 0 when it may now. */
  long waitNanos(long nanos) {
    while (!open.isEmpty() && nanos - open.getFirst() >= LOST_NANOS) {
      open.removeFirst();
    }
    long wait = failures.waitNanos(nanos);
    return wait == 0 && failures.size() + open.size() >= most ? SOON_NANOS : wait;
  }

  void begin(long nanos) {
    open.addLast(nanos);
  }

  /** What began then is no longer looked at. */
  void end(long nanos) {
    open.removeLastOccurrence(nanos);
  }

  /** What began then has failed. */
  void fail(long nanos) {
    end(nanos);
    failures.add(nanos);
  }
}
