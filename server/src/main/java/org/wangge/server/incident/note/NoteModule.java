package org.wangge.server.incident.note;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.incident.IncidentFiles;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportTokens;
import org.wangge.incident.note.NoteRegister;

/** Puts spoken notes together. */
public final class NoteModule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NoteModule.class);

  /** A gigabyte at most. */
  private static final int MOST_WAITING = 500;

  private static final int SWEEP_MINUTES = 10;

  private final NoteRegister register;
  private final NoteHttp http;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "note-sweeper");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Puts it together.
   *
   * @param tokens makes ids of keys
   */
  public NoteModule(Transactions transactions, IncidentStore incidents, ReportTokens tokens) {
    register = new NoteRegister(transactions, new JdbcNoteStore(), incidents, MOST_WAITING);
    http = new NoteHttp(register, key -> "note-" + tokens.tokenOf("note " + key));
  }

  /** Begins to remove what has waited too long. */
  public void start() {
    var unused = sweeper.scheduleWithFixedDelay(this::sweep, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      int removed = register.sweep(Caller.upkeep());
      if (removed > 0) {
        log.info("{} spoken notes that nothing came for are gone", removed);
      }
    } catch (RuntimeException e) {
      log.warn("spoken notes could not be swept; tried again later", e);
    }
  }

  /** The notes, for whoever has something to put them with. */
  public IncidentFiles notes() {
    return register;
  }

  public NoteHttp http() {
    return http;
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
  }
}
