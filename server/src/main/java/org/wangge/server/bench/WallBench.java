package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.grid.Level;

/**
 * A generated city on the wall: what its page costs the main thread while people walk at 1 Hz,
 * beside a page that draws the same areas and marks with the same library and puts all people and
 * incidents on them by {@code setData} once a second. Both are told by the server the same way, and
 * take turns on one screen, so that whatever else the machine does hits both. First the marks of
 * both are compared while everybody rests. Counted is processor time of the main thread; that of
 * the whole process and of the one that draws stands beside it.
 */
final class WallBench implements Bench {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int GOAL = 10;

  @Override
  public String name() {
    return "wall";
  }

  @Override
  public String purpose() {
    return "a generated city on the wall: work of the page's main thread, beside plain setData";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    try {
      Path folder = Files.createTempDirectory("wangge-wall");
      Optional<Chromium> browser = Chromium.start(folder, WIDTH, HEIGHT);
      if (browser.isEmpty()) {
        out.println("skipped: Chromium is not installed here");
        return figures;
      }
      try (Chromium chromium = browser.get()) {
        serve(settings, Files.createDirectory(folder.resolve("data")), chromium, figures, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static void serve(
      Settings settings, Path data, Chromium chromium, Figures figures, PrintWriter out)
      throws IOException {
    long begun = System.nanoTime();
    WallScreen.Counts counts =
        new WallScreen.Counts(
            settings.pick(2_000, 100), settings.pick(1_543, 50), settings.pick(10_000, 200));
    WallCity city = WallCity.of(settings.seed(), settings.pick(BenchCity.CITY, 300));
    Devices people = city.people(counts.people());
    Start start = new Start(there -> city.lay(there, counts.cameras()), settings.start().options());
    try (ServedProgram program = new ServedProgram(data, null, start)) {
      Door door = program.awaitReady();
      WallReports.report(door, city.places(counts.incidents(), 2));
      try (WallCrowd crowd = new WallCrowd(people, door);
          WallScreen screen = new WallScreen(chromium, door.port())) {
        out.printf(
            "generated, nothing of it is real: %,d grids, %,d open incidents, %,d cameras, %,d"
                + " people; laid out in %.0f s%n",
            city.city().areas(Level.GRID).size(),
            counts.incidents(),
            counts.cameras(),
            counts.people(),
            (System.nanoTime() - begun) / 1e9);
        out.flush();
        crowd.rest(true);
        compare(screen, counts, figures, out);
        crowd.rest(false);
        new Turns(settings, screen, counts, figures, out).measure();
      }
    }
  }

  /** Whether both show the same marks at the same places. */
  private static void compare(
      WallScreen screen, WallScreen.Counts counts, Figures figures, PrintWriter out) {
    screen.openWall(counts);
    Map<String, WallMarks> own = screen.marks();
    screen.openPlain(counts);
    screen
        .marks()
        .forEach(
            (kind, plain) -> {
              WallMarks shown = own.getOrDefault(kind, plain);
              long otherwise = shown.otherwise(plain);
              out.printf("%,d %s, %,d of them otherwise%n", shown.count(), kind, otherwise);
              figures.figure(kind + "_shown", shown.count());
              figures.figure(kind + "_otherwise", (double) otherwise);
              figures.agreed(otherwise == 0 && shown.count() == plain.count());
            });
    out.flush();
  }

  /** Each of both in turn, some times. */
  private record Turns(
      Settings settings,
      WallScreen screen,
      WallScreen.Counts counts,
      Figures figures,
      PrintWriter out) {

    void measure() {
      Map<String, WallUse> uses = new HashMap<>();
      for (int turn = 0; turn < settings.pick(3, 1); turn++) {
        screen.openPlain(counts);
        uses.merge("plain", watch("plain"), WallUse::plus);
        screen.openWall(counts);
        uses.merge("wall", watch("wall"), WallUse::plus);
      }
      uses.forEach(
          (which, use) ->
              use.each()
                  .forEach((name, value) -> figures.figure(which + "_" + name + "_each_s", value)));
      WallUse own = uses.getOrDefault("wall", WallUse.NONE);
      WallUse plain = uses.getOrDefault("plain", WallUse.NONE);
      figures.ratio("vs_plain_set_data", plain.mainMillis() / own.mainMillis());
      figures.figure("goal_vs_plain_set_data", GOAL);
    }

    private WallUse watch(String which) {
      DevTools.pause(settings.pick(15_000, 1_000));
      WallUse before = screen.use();
      DevTools.pause(settings.pick(30_000, 3_000));
      WallUse used = screen.use().minus(before);
      double heap = screen.heapMegabytes();
      figures.figure(which + "_heap_mb", heap);
      out.printf(
          "%-6s %6.1f ms of the main thread a second, %4.1f frames, heap %.1f MB%n",
          which, used.mainMillis(), used.frames() / used.seconds(), heap);
      out.flush();
      return used;
    }
  }
}
