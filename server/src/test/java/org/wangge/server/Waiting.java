package org.wangge.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what a server does by itself. */
public final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /** Asks again and again until it is so. */
  public static void until(BooleanSupplier isSo) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so after " + LONGEST);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
