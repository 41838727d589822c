package org.wangge.server.video;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer has yet to get. A viewer who is too slow loses whole groups of pictures: a group
 * that lacks a piece would only show as grey blocks. Not thread-safe.
 */
final class GroupQueue {
  /** Six seconds of quarter-second fragments. */
  static final int MOST = 24;

  private final Deque<Fragment> waiting = new ArrayDeque<>();
  private boolean skipping = true;

  /** Puts a fragment at the end, or drops it with the rest of its group. */
  void offer(Fragment fragment) {
    if (waiting.size() >= MOST) {
      waiting.clear();
      skipping = true;
    }
    if (fragment.startsGroup()) {
      skipping = false;
    }
    if (!skipping) {
      waiting.add(fragment);
    }
  }

  /** Takes the next out; null where there is none. */
  @Nullable Fragment poll() {
    return waiting.poll();
  }

  /** Forgets everything: the picture begins anew. */
  void clear() {
    waiting.clear();
    skipping = true;
  }
}
