package org.wangge.plan;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Has those who draw in a plan take turns within this program. Otherwise, on a database where many
 * write at once, who is second to change the plan's row would be refused for what does not concern
 * them at all. Between two servers the version of the plan decides. Thread-safe.
 */
final class EditTurns {
  private final ReentrantLock[] turns = new ReentrantLock[64];

  EditTurns() {
    for (int i = 0; i < turns.length; i++) {
      turns[i] = new ReentrantLock(true);
    }
  }

  /** Does the work when it is its turn in the plan. */
  <T> T take(long planId, Supplier<T> work) {
    ReentrantLock turn = turns[Math.floorMod(planId, turns.length)];
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }
}
