package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wangge.server.App;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings.Demonstration;

/**
 * Lets the demonstration town live ten times as fast for two hours, watched by live readers, and
 * measures what stays in memory: the heap after a collection. Flat means that the mean of the last
 * third is no more than a tenth above that of the middle third (the first third fills the caches).
 */
final class SoakBench implements Bench {
  private static final int SPEED = 10;
  private static final double MOST_GROWTH = 1.1;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String purpose() {
    return "the living town at 10x for two hours: memory and errors";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Duration length = Duration.ofSeconds(settings.pick(7_200, 6));
    Duration every = Duration.ofSeconds(settings.pick(60, 1));
    Figures figures = new Figures(name());
    try (ErrorCount errors = ErrorCount.start()) {
      List<Double> heaps = live(settings.start(), length, every, errors, out);
      double middle = mean(heaps.subList(heaps.size() / 3, 2 * heaps.size() / 3));
      double last = mean(heaps.subList(2 * heaps.size() / 3, heaps.size()));
      figures.figure("minutes", length.toSeconds() / 60.0);
      figures.figure("heap_middle_third_mb", middle);
      figures.figure("heap_last_third_mb", last);
      figures.figure("errors", errors.count());
      figures.agreed(errors.count() == 0 && (settings.quick() || last <= middle * MOST_GROWTH));
    }
    return figures;
  }

  private static List<Double> live(
      Start start, Duration length, Duration every, ErrorCount errors, PrintWriter out) {
    Path folder = newFolder();
    start.town().accept(folder);
    org.wangge.server.config.Settings town =
        new org.wangge.server.config.Settings(
            "127.0.0.1",
            0,
            folder,
            null,
            new Demonstration(true, true, SPEED),
            org.wangge.server.config.Settings.CHINA);
    List<Double> heaps = new ArrayList<>();
    try (DataFolder held = DataFolder.open(folder).orElseThrow();
        App app = App.start(town, held, Clock.systemUTC());
        LiveReaders readers = LiveReaders.open("http://127.0.0.1:" + app.port(), 3)) {
      out.printf("%9s %9s %11s %9s %8s%n", "minutes", "heap MB", "changes", "database", "errors");
      long begun = System.nanoTime();
      while (System.nanoTime() - begun < length.toNanos()) {
        Thread.sleep(every.toMillis());
        double heap = heapMegabytes();
        heaps.add(heap);
        out.printf(
            "%9.1f %9.1f %,11d %6.1f MB %8d%n",
            (System.nanoTime() - begun) / 6e10,
            heap,
            readers.received(),
            megabytes(folder),
            errors.count());
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      delete(folder);
    }
    return heaps;
  }

  private static double heapMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-soak");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double megabytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(SoakBench::size).sum() / 1e6;
    } catch (IOException | UncheckedIOException e) {
      return Double.NaN;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
