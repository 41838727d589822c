package org.wangge.server.incident.file;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.incident.file.FileRegister;

/** Removes files of one kind that have waited too long, from time to time. */
public final class FileSweeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FileSweeper.class);
  private static final int SWEEP_MINUTES = 10;

  private final FileRegister<?> register;
  private final String kind;
  private final ScheduledExecutorService sweeper;

  /**
   * Makes it; nothing is swept yet.
   *
   * @param kind what the files are called in the log, in the plural
   */
  public FileSweeper(FileRegister<?> register, String kind) {
    this.register = register;
    this.kind = kind;
    sweeper =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "sweeper of " + kind);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins. */
  public void start() {
    var unused = sweeper.scheduleWithFixedDelay(this::sweep, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      int removed = register.sweep(Caller.upkeep());
      if (removed > 0) {
        log.info("{} {} that nothing came for are gone", removed, kind);
      }
    } catch (RuntimeException e) {
      log.warn("{} could not be swept; tried again later", kind, e);
    }
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
  }
}
