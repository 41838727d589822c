package org.wangge.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.fault.Fault;

/**
 * Reports that wait to be written. One transaction at a time: what comes in meanwhile goes into the
 * next one together, as far as it is from the same caller, so that many at once cost little more
 * than one. Where one of several is refused, each is written by itself. Thread-safe.
 */
final class IntakeLine {
  private static final int MOST_TOGETHER = 50;

  /** Where several wait, a transaction begins so much later, for more to come. */
  private static final long GATHER_NANOS = 4_000_000;

  private final BiFunction<Caller, List<Submission>, List<Receipt>> write;
  private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock(true);

  /**
   * Makes it.
   *
   * @param write writes some in one transaction, and gives their receipts in the same order
   */
  IntakeLine(BiFunction<Caller, List<Submission>, List<Receipt>> write) {
    this.write = write;
  }

  /** One who waits; the lock guards what came of it. */
  private static final class Waiting {
    private final Caller caller;
    private final Submission submission;
    private @Nullable Receipt receipt;
    private @Nullable RuntimeException refusal;

    Waiting(Caller caller, Submission submission) {
      this.caller = caller;
      this.submission = submission;
    }

    boolean isServed() {
      return receipt != null || refusal != null;
    }

    Receipt answer() {
      if (receipt == null) {
        throw refusal == null ? new IllegalStateException("not served") : refusal;
      }
      return receipt;
    }
  }

  /** Returns when it is written; throws what it is refused with. */
  Receipt take(Caller caller, Submission submission) {
    Waiting own = new Waiting(caller, submission);
    line.add(own);
    writing.lock();
    try {
      while (!own.isServed()) {
        gather();
        serve(next());
      }
      return own.answer();
    } finally {
      writing.unlock();
    }
  }

  /** How many wait to be written. */
  int length() {
    return line.size();
  }

  private void gather() {
    if (writing.hasQueuedThreads()) {
      LockSupport.parkNanos(GATHER_NANOS);
    }
  }

  private List<Waiting> next() {
    List<Waiting> some = new ArrayList<>();
    Waiting first = line.remove();
    some.add(first);
    Waiting after = line.peek();
    while (after != null && some.size() < MOST_TOGETHER && after.caller.equals(first.caller)) {
      some.add(line.remove());
      after = line.peek();
    }
    return some;
  }

  private void serve(List<Waiting> some) {
    try {
      List<Receipt> receipts =
          write.apply(some.get(0).caller, some.stream().map(one -> one.submission).toList());
      for (int i = 0; i < some.size(); i++) {
        some.get(i).receipt = receipts.get(i);
      }
    } catch (Fault refusal) {
      if (some.size() == 1) {
        some.get(0).refusal = refusal;
      } else {
        some.forEach(one -> serve(List.of(one)));
      }
    } catch (RuntimeException failure) {
      some.forEach(one -> one.refusal = failure);
    }
  }
}
