package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.wangge.server.App;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings.Demonstration;

/**
 * A wall over the demonstration town that lives a day sixty times as fast. The browser interprets
 * its scripts: what its compilers make of them as they grow hot, for some minutes of the page
 * whatever the town's clock says, would be taken for what the page keeps. What is left on the heap
 * of its page after a collection may grow by less than a twentieth after the first hour of the
 * town, and the page is neither loaded again nor gone to where one signs in.
 */
final class WallDayBench implements Bench {
  private static final int SPEED = 60;
  private static final String INTERPRETED = "--js-flags=--no-opt --no-maglev --no-sparkplug";
  private static final int HOURS = 24;
  private static final double MOST_GROWTH = 1.05;

  @Override
  public String name() {
    return "wall-day";
  }

  @Override
  public String purpose() {
    return "a wall for a day of the town at 60x: memory, reloads, sign-in pages";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    try {
      Path folder = Files.createTempDirectory("wangge-wall-day");
      Optional<Chromium> browser = Chromium.start(folder, 1920, 1080, INTERPRETED);
      if (browser.isEmpty()) {
        out.println("skipped: Chromium is not installed here");
        return figures;
      }
      try (Chromium chromium = browser.get()) {
        live(settings, Files.createDirectory(folder.resolve("data")), chromium, figures, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static void live(
      Settings settings, Path data, Chromium chromium, Figures figures, PrintWriter out) {
    settings.start().town().accept(data);
    org.wangge.server.config.Settings town =
        new org.wangge.server.config.Settings(
            "127.0.0.1",
            0,
            data,
            null,
            new Demonstration(true, true, SPEED),
            org.wangge.server.config.Settings.CHINA);
    try (DataFolder held = DataFolder.open(data).orElseThrow();
        App app = App.start(town, held, Clock.systemUTC());
        LiveReaders readers = LiveReaders.open("http://127.0.0.1:" + app.port(), 1);
        WallScreen screen = new WallScreen(chromium, app.port())) {
      screen.openTown();
      Day day = new Day(settings, screen, readers, figures, out);
      day.watch();
    }
  }

  /** The day as it is watched. */
  private record Day(
      Settings settings, WallScreen screen, LiveReaders readers, Figures figures, PrintWriter out) {

    void watch() {
      Duration hour = Duration.ofMinutes(60).dividedBy(SPEED);
      int minutes = settings.minutes().orElse(settings.pick(HOURS, 1));
      int hours = (int) Math.max(2, Duration.ofMinutes(minutes).dividedBy(hour));
      out.printf(
          "%6s %9s %8s %9s %8s %8s%n", "hours", "heap MB", "nodes", "changes", "loads", "gone");
      double first = 0;
      double last = 0;
      for (int i = 1; i <= hours; i++) {
        DevTools.pause(settings.quick() ? 2_000 : hour.toMillis());
        last = screen.heapMegabytes();
        first = i == 1 ? last : first;
        out.printf(
            "%6d %9.2f %,8d %,9d %8d %8s%n",
            i,
            last,
            (long) screen.nodes(),
            readers.received(),
            screen.loads(),
            screen.isOnWall() ? "no" : "YES");
        out.flush();
      }
      figures.figure("hours", hours);
      figures.figure("changes", (double) readers.received());
      figures.figure("heap_after_first_hour_mb", first);
      figures.figure("heap_at_the_end_mb", last);
      figures.figure("heap_growth_percent", 100 * (last / first - 1));
      figures.figure("reloads", screen.loads() - 1.0);
      figures.figure("sign_in_pages", screen.isOnWall() ? 0 : 1);
      figures.agreed(screen.loads() == 1 && screen.isOnWall());
      figures.agreed(settings.quick() || last < first * MOST_GROWTH);
    }
  }
}
