package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.wangge.server.live.LiveLimits;

/**
 * How long it takes from a commit until each of many readers of the live stream has been told, over
 * real HTTP on this machine, with the events written at a pace, one a transaction.
 */
final class LiveBench implements Bench {
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

  private static void measure(
      Path folder, int readerCount, int perSecond, int seconds, Figures figures, PrintWriter out) {
    int events = perSecond * seconds;
    List<TimedReader> readers = new ArrayList<>();
    try (ServedLog log = ServedLog.open(folder, LiveLimits.USUAL)) {
      for (int i = 0; i < readerCount; i++) {
        readers.add(TimedReader.open(log.port(), events));
      }
      long[] committed = write(log, events, perSecond);
      boolean whole = readers.stream().allMatch(TimedReader::awaitAll);
      figures.agreed(whole);
      tell(readers, committed, seconds, perSecond, figures, out);
    } finally {
      readers.forEach(TimedReader::close);
    }
  }

  /** When each was committed, by the machine's time. */
  private static long[] write(ServedLog log, int events, int perSecond) {
    long[] committed = new long[events];
    long begun = System.nanoTime();
    for (int i = 0; i < events; i++) {
      long due = begun + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      log.move("incident-20260301-%04d".formatted(i));
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
}
