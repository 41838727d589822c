package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.audit.AuditEntry;
import org.wangge.server.audit.AuditEvidence;
import org.wangge.server.audit.AuditModule;
import org.wangge.server.audit.JdbcAuditStore;
import org.wangge.server.audit.StoredRecord;
import org.wangge.server.audit.VerificationReport;
import org.wangge.server.audit.VerificationRun;
import org.wangge.server.config.DataFolder;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;

/** How long it takes to verify a long record, and whether tampering with one is found. */
final class AuditBench implements Bench {
  private static final Caller WRITER = Caller.owner();
  private static final ZoneId CHINA = org.wangge.server.config.Settings.CHINA;
  private static final int A_TRANSACTION = 500;
  private static final long TELL_EVERY_NANOS = 9_000_000_000L;
  private static final int SEALED = 300;
  private static final int UNSEALED = 40;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String purpose() {
    return "verifying a long audit record, and finding every tampering";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    Path folder = newFolder();
    try {
      double syncs = Machine.syncsPerSecond(folder);
      out.printf("the disk forces %,.0f small writes a second%n", syncs);
      figures.figure("fsyncs_per_second", syncs);
      verify(folder.resolve("long"), settings.pick(1_000_000, 3_000), figures, out);
      tamper(folder.resolve("short"), settings, figures, out);
    } finally {
      delete(folder);
    }
    return figures;
  }

  private static void verify(Path path, int records, Figures figures, PrintWriter out) {
    try (DataFolder folder = DataFolder.open(path).orElseThrow();
        Database database = Databases.h2(path, Clock.systemUTC())) {
      long begun = System.nanoTime();
      fill(database, folder, records, out);
      double filled = (System.nanoTime() - begun) / 1e9;
      AuditEvidence evidence = evidence(folder);
      long began = System.nanoTime();
      VerificationReport report =
          VerificationRun.of(database, new JdbcAuditStore(), evidence, checked -> {});
      double seconds = (System.nanoTime() - began) / 1e9;
      out.printf(
          "%,d records written and sealed in %.1f s, verified in %.1f s (%,.0f a second)%n",
          report.sealed(), filled, seconds, report.sealed() / seconds);
      figures.figure("records", (double) report.sealed());
      figures.figure("fill_seconds", filled);
      figures.figure("verify_seconds", seconds);
      figures.agreed(report.isSound() && report.sealed() == records);
    }
  }

  /** Writes records while they are sealed, and waits until a head covers all of them. */
  private static void fill(Database database, DataFolder folder, int records, PrintWriter out) {
    JdbcAuditStore store = new JdbcAuditStore();
    try (AuditModule audit = new AuditModule(database, folder, CHINA, Clock.systemUTC())) {
      audit.start();
      long told = System.nanoTime();
      for (int written = 0; written < records; written += A_TRANSACTION) {
        write(database, written, Math.min(A_TRANSACTION, records - written));
        if (System.nanoTime() - told > TELL_EVERY_NANOS) {
          told = System.nanoTime();
          out.printf("  %,d of %,d written%n", written, records);
          out.flush();
        }
      }
      while (sealed(database, store) < records) {
        LockSupport.parkNanos(50_000_000);
        if (System.nanoTime() - told > TELL_EVERY_NANOS) {
          told = System.nanoTime();
          out.printf("  %,d of %,d sealed%n", sealed(database, store), records);
          out.flush();
        }
      }
    }
  }

  private static long sealed(Database database, JdbcAuditStore store) {
    return database.read(store::newest);
  }

  private static void write(Database database, int from, int count) {
    database.write(
        WRITER,
        tx -> {
          for (int i = from; i < from + count; i++) {
            tx.audit(
                AuditEntry.done(
                    "tracks-read",
                    "track-%07d".formatted(i),
                    Map.of("grid", "990101001001%03d".formatted(i % 1_000), "limit", i % 100)));
          }
          return true;
        });
  }

  private static AuditEvidence evidence(DataFolder folder) {
    return AuditModule.evidence(folder, CHINA, Optional.empty());
  }

  private static void tamper(Path path, Settings settings, Figures figures, PrintWriter out) {
    int times = settings.pick(1_000, 200);
    AuditTampering tampering = prepared(path, settings.seed());
    boolean sound = tampering.verify(tampering.untouched()).isSound();
    int found = 0;
    AuditTampering.Way[] ways = AuditTampering.Way.values();
    for (int i = 0; i < times; i++) {
      AuditTampering.Way way = ways[i % ways.length];
      VerificationReport report = tampering.verify(tampering.tamper(way));
      if (report.isSound()) {
        out.printf("NOT FOUND: %s, the %d. tampering of seed %d%n", way, i, settings.seed());
      } else {
        found++;
      }
    }
    out.printf(
        "%d of %d tamperings in %d ways found (seed %d); untouched: %s%n",
        found, times, ways.length, settings.seed(), sound ? "sound" : "NOT SOUND");
    figures.figure("tamperings", times);
    figures.figure("tamperings_found", found);
    figures.agreed(sound && found == times);
  }

  /** Some sealed records that a head covers, and some that nobody has sealed yet. */
  static AuditTampering prepared(Path path, long seed) {
    try (DataFolder folder = DataFolder.open(path).orElseThrow();
        Database database = Databases.h2(path, Clock.systemUTC())) {
      fill(database, folder, SEALED, new PrintWriter(Writer.nullWriter()));
      write(database, SEALED, UNSEALED);
      JdbcAuditStore store = new JdbcAuditStore();
      List<StoredRecord> rows =
          database.read(
              tx -> {
                List<StoredRecord> all = new ArrayList<>(store.sealedAfter(tx, 0, SEALED));
                all.addAll(store.unsealedAfter(tx, new UUID(0, 0), UNSEALED));
                return all;
              });
      return new AuditTampering(rows, SEALED, evidence(folder), seed);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-audit");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
