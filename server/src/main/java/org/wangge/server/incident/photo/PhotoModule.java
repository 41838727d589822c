package org.wangge.server.incident.photo;

import java.time.Clock;
import java.time.ZoneId;
import org.wangge.event.Transactions;
import org.wangge.incident.IncidentFiles;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportTokens;
import org.wangge.incident.ReporterStore;
import org.wangge.incident.photo.PhotoRegister;
import org.wangge.incident.photo.PhotoStore;
import org.wangge.server.incident.file.FileSweeper;

/** Puts photos together. */
public final class PhotoModule implements AutoCloseable {
  /** About a gigabyte. */
  private static final int MOST_WAITING = 2_000;

  private final PhotoStore store = new JdbcPhotoStore();
  private final PhotoRegister register;
  private final PhotoHttp http;
  private final FileSweeper sweeper;

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
    register = new PhotoRegister(transactions, store, incidents, reporters, MOST_WAITING);
    sweeper = new FileSweeper(register, "photos");
    http =
        new PhotoHttp(
            register, new Darkroom(zone), key -> "photo-" + tokens.tokenOf("photo " + key), clock);
  }

  /** Begins to remove what has waited too long. */
  public void start() {
    sweeper.start();
  }

  /** The photos, for whoever has something to put them with. */
  public IncidentFiles photos() {
    return register;
  }

  /** Where they are kept, for whoever keeps photos of something else. */
  public PhotoStore store() {
    return store;
  }

  public PhotoHttp http() {
    return http;
  }

  @Override
  public void close() {
    sweeper.close();
  }
}
