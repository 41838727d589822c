package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.wangge.server.live.LiveLimits;

/**
 * Cuts the connections of those who read the live stream, at random bytes and instants, while
 * events are written, and compares what each was told with the table of events afterwards.
 */
final class CutsBench implements Bench {
  private static final String LAST = "incident-last";
  private static final int READERS = 8;
  private static final int SILENCE_MILLIS = 700;
  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);

  /** So little is held that whoever was away for long is read for from the table. */
  private static final LiveLimits LIMITS = new LiveLimits(400, 100_000, 64, 100, 25_000);

  @Override
  public String name() {
    return "cuts";
  }

  @Override
  public String purpose() {
    return "the network cut at random under readers of the live stream: nothing missed or doubled";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    Path folder = newFolder();
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    out.printf("seed %d%n", settings.seed());
    long begun = System.nanoTime();
    try (ServedLog log = ServedLog.open(folder.resolve("log"), LIMITS);
        FaultProxy proxy = FaultProxy.before(log.port(), settings.seed())) {
      List<Future<ResumingReader>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        ResumingReader reader =
            new ResumingReader(proxy.port(), SILENCE_MILLIS, new Random(settings.seed() + i));
        readers.add(
            threads.submit(
                () -> {
                  reader.readTo(LAST);
                  return reader;
                }));
      }
      write(log, proxy, settings, out);
      proxy.heal();
      log.move(LAST);
      for (Future<ResumingReader> reader : readers) {
        reader.get(1, TimeUnit.MINUTES);
      }
      // All that was written has its number by now.
      List<Long> toTell = log.numbersToTell();
      for (Future<ResumingReader> reader : readers) {
        judge(reader.get(), toTell, figures);
      }
      tell(proxy, readers, toTell.size(), begun, figures);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
      delete(folder);
    }
    return figures;
  }

  /** Until so many were cut; one event in four is nobody's business. */
  private static void write(ServedLog log, FaultProxy proxy, Settings settings, PrintWriter out)
      throws InterruptedException {
    int cuts = settings.pick(1_000, 40);
    Random random = new Random(settings.seed());
    long end = System.nanoTime() + MOST_NANOS;
    long told = System.nanoTime();
    for (int i = 0; proxy.faults() < cuts; i++) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("only " + proxy.faults() + " cuts in five minutes");
      }
      String subject = "incident-20260301-%04d".formatted(i);
      if (random.nextInt(4) == 0) {
        log.draw(subject);
      } else {
        log.move(subject);
      }
      Thread.sleep(random.nextInt(8));
      if (System.nanoTime() - told > TimeUnit.SECONDS.toNanos(10)) {
        told = System.nanoTime();
        out.printf("%,d cuts, %,d events%n", proxy.faults(), i);
        out.flush();
      }
    }
  }

  private static void judge(ResumingReader reader, List<Long> toTell, Figures figures) {
    EventChain chain = reader.chain();
    figures.agreed(chain.numbers().equals(toTell));
    figures.agreed(chain.breaks() == 0 && chain.doubled() == 0);
  }

  private static void tell(
      FaultProxy proxy,
      List<Future<ResumingReader>> readers,
      int events,
      long begun,
      Figures figures)
      throws InterruptedException, ExecutionException {
    int connections = 0;
    int breaks = 0;
    int doubled = 0;
    int missed = 0;
    for (Future<ResumingReader> reader : readers) {
      EventChain chain = reader.get().chain();
      connections += reader.get().connections();
      breaks += chain.breaks();
      doubled += chain.doubled();
      missed += events - chain.numbers().size();
    }
    figures.figure("cuts", proxy.faults());
    proxy
        .counts()
        .forEach(
            (fault, count) ->
                figures.figure("cuts_" + fault.name().toLowerCase(Locale.ROOT), count));
    figures.figure("connections_again", connections);
    figures.figure("events_to_tell", events);
    figures.figure("missed", missed);
    figures.figure("doubled", doubled);
    figures.figure("chain_breaks", breaks);
    figures.figure("seconds", (System.nanoTime() - begun) / 1e9);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-cuts");
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
