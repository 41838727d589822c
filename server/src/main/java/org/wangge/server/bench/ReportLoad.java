package org.wangge.server.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reports sent at a pace that waits for nobody: each is due at its instant, and its time counts
 * from there, whatever is still being waited for. What is not acknowledged is sent again under its
 * key.
 */
final class ReportLoad {
  private static final int SENDERS = 24;
  private static final long NANOS = 1_000_000_000L;
  private static final long AGAIN_NANOS = 50_000_000L;

  private final int count;
  private final int perSecond;
  private final Supplier<Door> door;
  private final double[] millis;
  private final AtomicReferenceArray<String> ids;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final long begun = System.nanoTime();

  /**
   * Makes a load.
   *
   * @param door where to send it, at this moment
   */
  ReportLoad(int count, int perSecond, Supplier<Door> door) {
    this.count = count;
    this.perSecond = perSecond;
    this.door = door;
    millis = new double[count];
    ids = new AtomicReferenceArray<>(count);
  }

  /** Sends all of it and returns when all is acknowledged. */
  void send() {
    Thread[] senders = new Thread[SENDERS];
    for (int i = 0; i < SENDERS; i++) {
      senders[i] = new Thread(this::sendSome, "report-sender-" + i);
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
    Door.@Nullable Line line = null;
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      long due = begun + i * NANOS / perSecond;
      while (System.nanoTime() - due < 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      while (ids.get(i) == null) {
        line = trySend(line, i);
      }
      millis[i] = (System.nanoTime() - due) / 1e6;
    }
    close(line);
  }

  private Door.@Nullable Line trySend(Door.@Nullable Line line, int i) {
    Door.@Nullable Line open = line;
    try {
      if (open == null) {
        open = new Door.Line(door.get());
      }
      Door.Answer answer = open.send("POST", "/api/reports", report(i));
      if (answer.status() == 201 || answer.status() == 200) {
        ids.set(i, idIn(answer.body()));
        return open;
      }
    } catch (IOException | RuntimeException e) {
      // Killed, or not there yet: nothing was promised.
    }
    close(open);
    again.incrementAndGet();
    LockSupport.parkNanos(AGAIN_NANOS);
    return null;
  }

  private static void close(Door.@Nullable Line line) {
    try {
      if (line != null) {
        line.close();
      }
    } catch (IOException e) {
      // It is closed.
    }
  }

  private static String report(int i) {
    Random random = new Random(i);
    return "{\"key\":\"load-%d\",\"category\":\"road-damage\",\"lon\":%.7f,\"lat\":%.7f,"
            .formatted(i, 112.606 + random.nextDouble() * 0.02, 28.912 + random.nextDouble() * 0.01)
        + "\"description\":\"load\"}";
  }

  private static String idIn(String body) {
    int at = body.indexOf("\"incident-") + 1;
    return body.substring(at, body.indexOf('"', at));
  }

  /** The id that each report was acknowledged with. */
  String id(int i) {
    return ids.get(i);
  }

  /** How many were sent again. */
  int again() {
    return again.get();
  }

  int count() {
    return count;
  }

  /**
   * Times from when each was due until it was acknowledged, in milliseconds, sorted.
   *
   * @param which of them, by the instant each was due at, of the machine's count of nanoseconds
   */
  double[] sortedMillis(LongPredicate which) {
    return IntStream.range(0, count)
        .filter(i -> which.test(begun + i * NANOS / perSecond))
        .mapToDouble(i -> millis[i])
        .sorted()
        .toArray();
  }

  /** Processor time that this process has used, in seconds. */
  static double ownCpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
