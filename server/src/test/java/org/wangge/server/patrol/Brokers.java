package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.wangge.server.bench.LocalBroker;

/** What tests with a real broker share. */
final class Brokers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Brokers() {}

  /** Leaves a test out where there is no broker, and fails it where there has to be one. */
  static void requireInstalled() {
    if (!LocalBroker.isInstalled() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("Mosquitto is not installed; bin/test installs it");
    }
    assumeTrue(LocalBroker.isInstalled(), "skipped: Mosquitto is not installed here");
  }

  /** Waits until something is so. */
  static void await(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("waits in vain: " + what).isNegative();
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
