package org.wangge.server.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest changes as they are sent, made once for all readers. Thread-safe. */
final class RecentChanges {
  private final int most;
  private final Deque<Long> numbers = new ArrayDeque<>();
  private final Map<Long, Change> held = new HashMap<>();
  private long newest;

  /**
   * Begins with nothing held.
   *
   * @param newest number up to which the log was told before
   * @param most how many are held
   */
  RecentChanges(long newest, int most) {
    this.newest = newest;
    this.most = most;
  }

  synchronized void add(Change change) {
    long number = change.event().number();
    held.put(number, change);
    numbers.addLast(number);
    newest = number;
    if (numbers.size() > most) {
      held.remove(numbers.removeFirst());
    }
  }

  /** Number of the newest change; those after it are not known here yet. */
  synchronized long newest() {
    return newest;
  }

  /** The change of a number, null where it is no longer held. */
  synchronized @Nullable Change find(long number) {
    return held.get(number);
  }
}
