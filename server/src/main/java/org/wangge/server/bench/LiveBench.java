package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Identities;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Problems;
import org.wangge.server.http.ReadAudit;
import org.wangge.server.http.WebServer;
import org.wangge.server.live.LiveLimits;
import org.wangge.server.live.LiveModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;
import org.wangge.server.storage.JdbcEventLog;
import org.wangge.server.storage.Sequencer;

/**
 * How long it takes from a commit until each of many readers of the live stream has been told, over
 * real HTTP on this machine, with the events written at a pace, one a transaction.
 */
final class LiveBench implements Bench {
  private static final Caller WRITER = Caller.upkeep();

  @Override
  public String name() {
    return "live";
  }

  @Override
  public String purpose() {
    return "from a commit to all readers of the live stream: time and bytes";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    Path folder = newFolder();
    try {
      double syncs = Machine.syncsPerSecond(folder);
      out.printf("the disk forces %,.0f small writes a second%n", syncs);
      figures.figure("fsyncs_per_second", syncs);
      out.printf(
          "%8s %9s %8s %9s %9s %9s %9s %9s%n",
          "readers", "events/s", "written", "p50 ms", "p99 ms", "max ms", "bytes", "kB/s each");
      int seconds = settings.pick(20, 2);
      for (int[] load :
          settings.quick()
              ? new int[][] {{5, 20}}
              : new int[][] {{20, 20}, {100, 50}, {400, 50}, {100, 200}}) {
        measure(folder.resolve(load[0] + "-" + load[1]), load[0], load[1], seconds, figures, out);
      }
    } finally {
      delete(folder);
    }
    return figures;
  }

  @SuppressWarnings("try") // The streams have to end before the server that is closed first.
  private static void measure(
      Path folder, int readerCount, int perSecond, int seconds, Figures figures, PrintWriter out) {
    int events = perSecond * seconds;
    try (Database database = Databases.h2(folder, Clock.systemUTC());
        LiveModule live =
            new LiveModule(
                new JdbcEventLog(database),
                Audience.staff(),
                "bench",
                () -> 1,
                Clock.systemUTC(),
                LiveLimits.USUAL);
        Sequencer sequencer = new Sequencer(database, number -> live.numbered());
        WebServer web =
            WebServer.start(
                "127.0.0.1",
                0,
                new Callers(true, "bench", Identities.NONE),
                new Problems(new Messages()),
                new ReadAudit((caller, entry) -> {}),
                table -> table.get("/api/live", live.http()::stream, Right.FOLLOW))) {
      sequencer.start();
      live.start();
      List<TimedReader> readers = new ArrayList<>();
      for (int i = 0; i < readerCount; i++) {
        readers.add(TimedReader.open(web.port(), events));
      }
      long[] committed = write(database, events, perSecond);
      boolean whole = readers.stream().allMatch(TimedReader::awaitAll);
      figures.agreed(whole);
      tell(readers, committed, seconds, perSecond, figures, out);
      // A server that stops waits for its answers, and a stream has no end of its own.
      live.close();
      readers.forEach(TimedReader::close);
    }
  }

  /** When each was committed, by the machine's time. */
  private static long[] write(Database database, int events, int perSecond) {
    long[] committed = new long[events];
    long begun = System.nanoTime();
    for (int i = 0; i < events; i++) {
      long due = begun + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Moved moved = new Moved("incident-20260301-%04d".formatted(i));
      database.write(
          WRITER,
          tx -> {
            tx.record(moved);
            return 0;
          });
      committed[i] = System.nanoTime();
    }
    return committed;
  }

  private static void tell(
      List<TimedReader> readers,
      long[] committed,
      int seconds,
      int perSecond,
      Figures figures,
      PrintWriter out) {
    double[] millis =
        readers.stream()
            .flatMapToDouble(reader -> Arrays.stream(reader.millisAfter(committed)))
            .sorted()
            .toArray();
    if (millis.length == 0) {
      return;
    }
    double bytes = readers.stream().mapToLong(TimedReader::bytes).average().orElse(0);
    double p50 = millis[millis.length / 2];
    double p99 = millis[millis.length * 99 / 100];
    double max = millis[millis.length - 1];
    out.printf(
        "%8d %9d %8d %9.1f %9.1f %9.1f %9.0f %9.1f%n",
        readers.size(),
        perSecond,
        committed.length,
        p50,
        p99,
        max,
        bytes / committed.length,
        bytes / seconds / 1e3);
    out.flush();
    String load = "readers_%d_events_%d_".formatted(readers.size(), perSecond);
    figures.figure(load + "p50_ms", p50);
    figures.figure(load + "p99_ms", p99);
    figures.figure(load + "max_ms", max);
    figures.figure(load + "bytes_an_event", bytes / committed.length);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-live");
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

  /** As much as an incident's step tells. */
  private record Moved(String subject) implements DomainEvent {
    @Override
    public String type() {
      return "incident-moved";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "action", "dispatch", "step", "handle", "version", 4, "grid", "990101001001001");
    }
  }
}
