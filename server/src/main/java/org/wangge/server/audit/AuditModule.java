package org.wangge.server.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.wangge.server.config.DataFolder;
import org.wangge.server.storage.AuditSealer;
import org.wangge.server.storage.Database;

/** Puts the audit together; from then on every record of the database has its witness. */
public final class AuditModule implements AutoCloseable {
  private static final int WRITER_DIGITS = 32;

  private final AuditJournal journal;
  private final AuditWatch watch;
  private final AuditSealer sealer;
  private final AuditHttp http;

  /**
   * Puts it together; {@link #start} sets sealing going.
   *
   * @param folder keeps the side file, the head and the keys
   * @param zone whose days have an anchor each
   */
  public AuditModule(Database database, DataFolder folder, ZoneId zone, Clock clock) {
    JdbcAuditStore store = new JdbcAuditStore();
    MarkKey key = markKey(folder);
    AuditHead head = head(folder, zone);
    journal = witness(database, folder);
    watch = new AuditWatch(database, store, journal, head, clock);
    watch.begin();
    sealer = new AuditSealer(database, watch::wakeUp);
    VerificationInBackground verification =
        new VerificationInBackground(database, store, anchor -> evidence(key, head, anchor), clock);
    http = new AuditHttp(new AuditDesk(database, store, head, verification), clock);
  }

  private AuditEvidence evidence(
      MarkKey key, AuditHead head, Optional<AuditEvidence.Anchor> anchor) {
    watch.look();
    return AuditEvidence.of(key, head, journal.committed(), 0, anchor.orElse(null));
  }

  /** Lets the side file of a data folder see what is recorded in a database. */
  public static AuditJournal witness(Database database, DataFolder folder) {
    AuditJournal journal = AuditJournal.open(in(folder), writer(folder), markKey(folder));
    database.witnessedBy(journal);
    return journal;
  }

  /** What a data folder that no server holds knows of its record. */
  public static AuditEvidence evidence(
      DataFolder folder, ZoneId zone, Optional<AuditEvidence.Anchor> anchor) {
    JournalFiles files = JournalFiles.read(in(folder), writer(folder));
    return AuditEvidence.of(
        markKey(folder),
        head(folder, zone),
        AuditEvidence.committed(files),
        files.damaged(),
        anchor.orElse(null));
  }

  private static Path in(DataFolder folder) {
    return folder.path().resolve("audit");
  }

  private static String writer(DataFolder folder) {
    return HexFormat.of().formatHex(folder.secret("writer")).substring(0, WRITER_DIGITS);
  }

  private static MarkKey markKey(DataFolder folder) {
    return new MarkKey(folder.secret("audit-mark"));
  }

  private static AuditHead head(DataFolder folder, ZoneId zone) {
    return new AuditHead(in(folder), HeadKey.of(folder.secret("audit-head", HeadKey::fresh)), zone);
  }

  public void start() {
    watch.start();
    sealer.start();
  }

  public AuditHttp http() {
    return http;
  }

  @Override
  public void close() {
    sealer.close();
    watch.close();
  }
}
