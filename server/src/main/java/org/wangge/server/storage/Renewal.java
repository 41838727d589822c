package org.wangge.server.storage;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is made anew in the background whenever it is told that what it is made from
 * changed. What cannot be made is made again when it is told again. Thread-safe.
 */
public final class Renewal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Renewal.class);
  private static final int CLOSE_SECONDS = 10;

  private final String name;
  private final Runnable work;
  private final ExecutorService thread;
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * Nothing is made before {@link #renew}.
   *
   * @param name of the thread, and in the log
   */
  public Renewal(String name, Runnable work) {
    this.name = name;
    this.work = work;
    thread = Executors.newSingleThreadExecutor(run -> Rounds.daemon(run, name));
  }

  /** Asks for it to be made anew; returns at once. Many calls become one. */
  public void renew() {
    if (asked.compareAndSet(false, true)) {
      then(
          () -> {
            // What changes from here on is asked for again.
            asked.set(false);
            work.run();
          });
    }
  }

  /** Does something in its turn, between two times of making it anew; nothing after the end. */
  public void then(Runnable other) {
    try {
      thread.execute(() -> tried(other));
    } catch (RejectedExecutionException e) {
      log.debug("{} is stopping", name, e);
    }
  }

  private void tried(Runnable run) {
    try {
      run.run();
    } catch (RuntimeException e) {
      log.error("{} failed; what was made before goes on answering", name, e);
    }
  }

  /** Whether nothing is made any more. */
  public boolean isStopping() {
    return thread.isShutdown();
  }

  /** Waits for what is being made, if not for ever. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      // Not interrupted: it reads the database, whose file that would close for everyone.
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("{} takes long to stop and is left behind", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
