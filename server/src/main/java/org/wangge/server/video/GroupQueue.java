package org.wangge.server.video;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer has yet to get. A viewer who is too slow loses whole groups of pictures: a group
 * that lacks a piece would only show as grey blocks. Not thread-safe.
 */
final class GroupQueue {
  /** As much may wait; more would show what is long past. */
  static final Duration MOST = Duration.ofSeconds(2);

  private final Deque<Fragment> waiting = new ArrayDeque<>();
  private Duration length = Duration.ZERO;
  private boolean skipping = true;

  /** Forgets everything and begins with the group under way, however long that is already. */
  void begin(List<Fragment> group) {
    clear();
    group.forEach(this::add);
    skipping = group.isEmpty();
  }

  /** Puts a fragment at the end, or drops it with the rest of its group. */
  void offer(Fragment fragment) {
    if (!waiting.isEmpty() && length.plus(fragment.length()).compareTo(MOST) > 0) {
      clear();
    }
    if (fragment.startsGroup()) {
      skipping = false;
    }
    if (!skipping) {
      add(fragment);
    }
  }

  private void add(Fragment fragment) {
    waiting.add(fragment);
    length = length.plus(fragment.length());
  }

  /** Takes the next out; null where there is none. */
  @Nullable Fragment poll() {
    Fragment next = waiting.poll();
    if (next != null) {
      length = length.minus(next.length());
    }
    return next;
  }

  /** Forgets everything: the picture begins anew. */
  void clear() {
    waiting.clear();
    length = Duration.ZERO;
    skipping = true;
  }
}
