package org.wangge.server.whistle;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.whistle.ArrivalProof;
import org.wangge.whistle.WhistleRegister;

/** Looks every now and then who of those who were called has come. Thread-safe. */
final class WhistleWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WhistleWatch.class);
  private static final long LOOK_MILLIS = 2_000;
  private static final int LONGEST_STOP_SECONDS = 5;

  private final WhistleRegister register;
  private final ArrivalProof proof;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "whistle-watch");
            thread.setDaemon(true);
            return thread;
          });

  WhistleWatch(WhistleRegister register, ArrivalProof proof) {
    this.register = register;
    this.proof = proof;
  }

  void start() {
    var unused =
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      int unused = register.look(proof);
    } catch (RuntimeException e) {
      log.warn("nobody could be looked for: {}", e.getMessage());
    }
  }

  /** Is not interrupted: that would close the file that witnesses the audit under it. */
  @Override
  public void close() {
    looks.shutdown();
    try {
      boolean unused = looks.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
