package org.wangge.server.storage;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again on a thread of its own, with a pause between two rounds.
 * What fails is tried again in the next round. Thread-safe.
 *
 * <p>It stops between two rounds and is never interrupted: an interrupt while the database's or the
 * audit's file is being written closes that file for everybody.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final int LONGEST_STOP_SECONDS = 5;

  private final String name;
  private final Duration pause;
  private final Runnable round;
  private final ScheduledExecutorService thread;
  private volatile boolean stopping;

  /**
   * Makes what rests until it is started.
   *
   * @param name of the thread, and in the log
   * @param pause before the first round and after each
   */
  public Rounds(String name, Duration pause, Runnable round) {
    this.name = name;
    this.pause = pause;
    this.round = round;
    thread = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, name));
  }

  /** A thread that does not keep the program from ending. */
  public static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::now, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A round as soon as the one that goes on is over, if any does; nothing while it stops. */
  public void soon() {
    try {
      thread.execute(this::now);
    } catch (RejectedExecutionException e) {
      log.debug("{} is stopping", name, e);
    }
  }

  /** A round at once, on the caller's thread. */
  public void now() {
    try {
      round.run();
    } catch (RuntimeException e) {
      log.warn("{} goes on with the next round: {}", name, e.getMessage(), e);
    }
  }

  /** Whether a round that takes long should come to its end. */
  public boolean isStopping() {
    return stopping;
  }

  /** Waits for the round that is going on, if not for ever. */
  @Override
  public void close() {
    stopping = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        log.warn("{} takes long to stop and is left behind", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
