package org.wangge.server.incident.file;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.incident.file.FileRegister;
import org.wangge.server.storage.Rounds;

/** Removes files of one kind that have waited too long, from time to time. */
public final class FileSweeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FileSweeper.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final FileRegister<?> register;
  private final String kind;
  private final Rounds sweeps;

  /**
   * Makes it; nothing is swept yet.
   *
   * @param kind what the files are called in the log, in the plural
   */
  public FileSweeper(FileRegister<?> register, String kind) {
    this.register = register;
    this.kind = kind;
    sweeps = new Rounds("sweeper of " + kind, PAUSE, this::sweep);
  }

  /** Begins. */
  public void start() {
    sweeps.start();
  }

  private void sweep() {
    int removed = register.sweep(Caller.upkeep());
    if (removed > 0) {
      log.info("{} {} that nothing came for are gone", removed, kind);
    }
  }

  @Override
  public void close() {
    sweeps.close();
  }
}
