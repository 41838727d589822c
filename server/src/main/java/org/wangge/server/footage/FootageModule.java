package org.wangge.server.footage;

import java.time.Duration;
import org.wangge.camera.CameraStore;
import org.wangge.event.Transactions;
import org.wangge.footage.FootageAccess;
import org.wangge.server.storage.AuditIds;

/** Puts footage together. */
public final class FootageModule {
  /** Who is on duty may look again at so much without a reason. */
  private static final Duration REPLAY = Duration.ofMinutes(15);

  private final FootageAccess access;
  private final FootageHttp http;

  public FootageModule(Transactions transactions, CameraStore cameras) {
    access =
        new FootageAccess(
            transactions, cameras, new JdbcRetrievalStore(), new AuditIds()::next, REPLAY);
    http = new FootageHttp(access);
  }

  /** The rule that every picture passes. */
  public FootageAccess access() {
    return access;
  }

  public FootageHttp http() {
    return http;
  }
}
