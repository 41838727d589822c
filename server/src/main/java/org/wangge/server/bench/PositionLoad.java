package org.wangge.server.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.wangge.patrol.PositionBatch;

/**
 * Packed batches sent over a few connections: at a pace that waits for nobody, or each as soon as
 * one before it is acknowledged. A batch that is refused for now is sent again.
 */
final class PositionLoad {
  private static final String PACKED = "Content-Type: " + PositionBatch.TYPE;
  private static final int SENDERS = 6;
  private static final long AGAIN_NANOS = 100_000_000L;

  private final Course course;
  private final Door door;
  private final int first;
  private final int batches;
  private final boolean paced;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final AtomicLongArray dueNanos;
  private final double[] millis;
  private final long begun = System.nanoTime();
  private volatile long endNanos = Long.MAX_VALUE;

  /**
   * Makes a load.
   *
   * @param first number of the first batch
   * @param batches how many, or as many as can be sent in a time
   * @param paced whether each has its instant; else the next follows the answer
   */
  PositionLoad(Course course, Door door, int first, int batches, boolean paced) {
    this.course = course;
    this.door = door;
    this.first = first;
    this.batches = batches;
    this.paced = paced;
    millis = new double[batches];
    dueNanos = new AtomicLongArray(course.devices().count());
  }

  /** Sends until all is sent, or for so long. */
  void send(double seconds) {
    endNanos = begun + (long) (seconds * 1e9);
    Thread[] senders = new Thread[SENDERS];
    for (int i = 0; i < SENDERS; i++) {
      senders[i] = new Thread(this::sendSome, "position-sender-" + i);
      senders[i].start();
    }
    for (Thread sender : senders) {
      try {
        sender.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private void sendSome() {
    try (Door.Line line = new Door.Line(door)) {
      for (int i = next(); i >= 0; i = next()) {
        byte[] body = PositionBatch.encode(course.batch(first + i));
        long due = paced ? begun + i * course.periodMillis() * 1_000_000L : System.nanoTime();
        while (System.nanoTime() - due < 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        for (int j = 0; j < course.size(); j++) {
          dueNanos.set(course.device((long) (first + i) * course.size() + j), due);
        }
        while (line.send("POST", "/api/positions", PACKED, body).status() != 200) {
          again.incrementAndGet();
          LockSupport.parkNanos(AGAIN_NANOS);
        }
        millis[i] = (System.nanoTime() - due) / 1e6;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private synchronized int next() {
    boolean over = next.get() == batches || (!paced && System.nanoTime() - endNanos > 0);
    return over ? -1 : next.getAndIncrement();
  }

  /** How many batches were acknowledged. */
  int sent() {
    return next.get();
  }

  int again() {
    return again.get();
  }

  /** When the last fix of a device was due. */
  long dueNanos(int device) {
    return dueNanos.get(device);
  }

  /** From when each batch was due until it was acknowledged, sorted. */
  double[] sortedMillis() {
    double[] sorted = Arrays.copyOf(millis, sent());
    Arrays.sort(sorted);
    return sorted;
  }
}
