package org.wangge.server.incident.photo;

import java.time.Clock;
import java.time.ZoneId;
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
import org.wangge.incident.ReporterStore;
import org.wangge.incident.photo.PhotoRegister;

/** Puts photos together. */
public final class PhotoModule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PhotoModule.class);

  /** About a gigabyte. */
  private static final int MOST_WAITING = 2_000;

  private static final int SWEEP_MINUTES = 10;

  private final PhotoRegister register;
  private final PhotoHttp http;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "photo-sweeper");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Puts it together.
   *
   * @param tokens makes ids of keys
   * @param zone whose time a camera's clock shows that does not say
   */
  public PhotoModule(
      Transactions transactions,
      IncidentStore incidents,
      ReporterStore reporters,
      ReportTokens tokens,
      ZoneId zone,
      Clock clock) {
    register =
        new PhotoRegister(transactions, new JdbcPhotoStore(), incidents, reporters, MOST_WAITING);
    http =
        new PhotoHttp(
            register, new Darkroom(zone), key -> "photo-" + tokens.tokenOf("photo " + key), clock);
  }

  /** Begins to remove what has waited too long. */
  public void start() {
    var unused = sweeper.scheduleWithFixedDelay(this::sweep, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      int removed = register.sweep(Caller.upkeep());
      if (removed > 0) {
        log.info("{} photos that nothing came for are gone", removed);
      }
    } catch (RuntimeException e) {
      log.warn("photos could not be swept; tried again later", e);
    }
  }

  /** The photos, for whoever has something to put them with. */
  public IncidentFiles photos() {
    return register;
  }

  public PhotoHttp http() {
    return http;
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
  }
}
