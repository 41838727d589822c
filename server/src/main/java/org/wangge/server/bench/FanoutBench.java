package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Positions of many people to many readers over web sockets, by this program in a process of its
 * own: first without slow readers, then with one in ten of them slow. How long a frame is under way
 * to ordinary readers, what waits for slow ones, and how many bytes a position is. At the end what
 * readers know is compared with {@code GET /api/positions}. On PostGIS where {@code
 * WANGGE_BENCH_DATABASE} holds its address (of an empty database), else on H2.
 */
final class FanoutBench implements Bench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GOAL_MILLIS = 1_000;
  private static final int SLOW_OF = 10;
  private static final int KNOWS_OF = 20;

  private final AtomicReference<FanoutTally> tally = new AtomicReference<>(new FanoutTally());
  private final AtomicReference<FanoutTally> slowTally = new AtomicReference<>(new FanoutTally());

  @Override
  public String name() {
    return "fanout";
  }

  @Override
  public String purpose() {
    return "positions to readers over web sockets, with and without slow ones: how late, how big";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    @Nullable String database = System.getenv("WANGGE_BENCH_DATABASE");
    out.println(database == null ? "on H2" : "on PostGIS");
    try (ServedProgram program = new ServedProgram(newFolder(), database, settings.start())) {
      Door door = program.awaitReady();
      List<CrowdGrids.Home> homes = CrowdGrids.settle(door, settings.pick(47_563, 400));
      try (ProgramMemory memory = ProgramMemory.of(program.pid());
          WalkingCrowd crowd =
              new WalkingCrowd(
                  door,
                  homes.stream().map(CrowdGrids.Home::place).toList(),
                  settings.pick(4_757, 400))) {
        crowd.appear();
        out.printf("%,d people in %d grids%n", crowd.size(), CrowdGrids.count(homes));
        measure(settings, door, crowd, new Served(program, memory), figures, out);
        compareBytes(door, homes, figures);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  /** What is measured of the program itself. */
  private record Served(ServedProgram program, ProgramMemory memory) {}

  private void measure(
      Settings settings,
      Door door,
      WalkingCrowd crowd,
      Served served,
      Figures figures,
      PrintWriter out)
      throws IOException {
    int count = settings.pick(200, 20);
    List<PositionWatcher> ordinary = new ArrayList<>();
    List<PositionWatcher> slow = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        ordinary.add(open(door, PacedStream.Pace.ORDINARY, i % KNOWS_OF == 0, crowd));
      }
      ordinary.forEach(PositionWatcher::awaitGreeting);
      out.printf("%d readers look%n", count);
      crowd.walk();
      pause(settings.pick(10, 1));
      double before = heap("heap_begin_mb", served, figures);
      phase("all_ordinary_", settings.pick(45, 3), crowd, served, figures, out);
      for (int i = 0; i < count / SLOW_OF; i++) {
        ordinary.remove(ordinary.size() - 1).close();
        PacedStream.Pace pace = i % 2 == 0 ? PacedStream.Pace.SIPS : PacedStream.Pace.STALLS;
        slow.add(open(door, pace, true, crowd));
      }
      pause(settings.pick(5, 1));
      phase("one_in_ten_slow_", settings.pick(60, 4), crowd, served, figures, out);
      double with = heap("heap_with_slow_mb", served, figures);
      figures.figure("direct_with_slow_mb", served.memory().directMegabytes());
      figures.figure("heap_mb_per_slow_reader", (with - before) / slow.size());
      slow.forEach(PositionWatcher::hurry);
      crowd.close();
      figures.agreed(PositionAnswers.areReached(crowd, door, known(ordinary, slow), out));
      figures.agreed(noneLeft(ordinary, out));
      figures.agreed(noneLeft(slow, out));
      heap("heap_end_mb", served, figures);
      figures.figure(
          "most_kb_queued_for_a_slow_reader",
          slow.stream().mapToLong(PositionWatcher::staleBytes).max().orElse(0) / 1e3);
    } finally {
      ordinary.forEach(PositionWatcher::close);
      slow.forEach(PositionWatcher::close);
    }
  }

  private PositionWatcher open(
      Door door, PacedStream.Pace pace, boolean knows, WalkingCrowd crowd) {
    AtomicReference<FanoutTally> counts = pace == PacedStream.Pace.ORDINARY ? tally : slowTally;
    return PositionWatcher.open(door, pace, knows, crowd, counts::get);
  }

  private void phase(
      String which,
      int seconds,
      WalkingCrowd crowd,
      Served served,
      Figures figures,
      PrintWriter out) {
    FanoutTally now = new FanoutTally();
    long accepted = crowd.accepted();
    double cpu = served.program().cpuSeconds();
    double own = ReportLoad.ownCpuSeconds();
    long begun = System.nanoTime();
    tally.set(now);
    pause(seconds);
    tally.set(new FanoutTally());
    double took = (System.nanoTime() - begun) / 1e9;
    figures.figure(which + "positions_a_second", (crowd.accepted() - accepted) / took);
    figures.figure(which + "frames_a_second", now.frames() / took);
    figures.figure(which + "frame_p50_ms", now.frameMillis(0.5));
    figures.figure(which + "frame_p99_ms", now.frameMillis(0.99));
    figures.figure(which + "frame_max_ms", now.frameMillis(1));
    figures.figure(which + "sent_to_reader_p50_ms", now.fixMillis(0.5));
    figures.figure(which + "sent_to_reader_p99_ms", now.fixMillis(0.99));
    figures.figure(which + "program_cores", (served.program().cpuSeconds() - cpu) / took);
    figures.figure(which + "readers_cores", (ReportLoad.ownCpuSeconds() - own) / took);
    figures.figure("bytes_a_position", now.bytesOfPosition());
    figures.ratio("goal_vs_" + which + "p99", GOAL_MILLIS / Math.max(1.0, now.frameMillis(0.99)));
    out.printf(
        "%s: p99 %d ms, %.1f bytes a position%n",
        which.replace('_', ' ').strip(), now.frameMillis(0.99), now.bytesOfPosition());
    out.flush();
  }

  private static List<PositionWatcher> known(
      List<PositionWatcher> ordinary, List<PositionWatcher> slow) {
    List<PositionWatcher> all = new ArrayList<>();
    ordinary.stream().filter(PositionWatcher::knows).forEach(all::add);
    all.addAll(slow);
    return all;
  }

  private static boolean noneLeft(List<PositionWatcher> readers, PrintWriter out) {
    List<String> troubles = new ArrayList<>();
    for (PositionWatcher reader : readers) {
      @Nullable String trouble = reader.trouble();
      if (trouble != null) {
        troubles.add(trouble);
      }
    }
    if (!troubles.isEmpty()) {
      out.printf("%d readers were left: %s%n", troubles.size(), troubles.get(0));
    }
    return troubles.isEmpty();
  }

  private static double heap(String name, Served served, Figures figures) {
    double megabytes = served.memory().heapMegabytes();
    figures.figure(name, megabytes);
    return megabytes;
  }

  /** Against the same facts as plain JSON, and against what the list of positions answers. */
  private static void compareBytes(Door door, List<CrowdGrids.Home> homes, Figures figures)
      throws IOException {
    try (Door.Line line = new Door.Line(door)) {
      String path = "/api/positions?limit=2000&grid=" + homes.get(0).grid();
      String answer = line.send("GET", path, "").body();
      JsonNode features = JSON.readTree(answer).path("features");
      long bytes = 0;
      for (JsonNode one : features) {
        bytes += PositionAnswers.plain(one).length();
      }
      double json = bytes / (double) features.size();
      double bytesOfOne = figures.figures().getOrDefault("bytes_a_position", Double.NaN);
      figures.figure("bytes_as_plain_json", json);
      figures.figure("bytes_as_answered", answer.length() / (double) features.size());
      figures.ratio("bytes_vs_json", json / bytesOfOne);
    }
  }

  private static void pause(int seconds) {
    try {
      Thread.sleep(seconds * 1_000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-fanout");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
