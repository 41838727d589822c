package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RealBrowser;
import org.wangge.server.live.LiveLimits;

/**
 * The pages' own client of the live stream, in a browser, through a network that is cut. {@code
 * -Dwangge.cuts=1000} is the full count, {@code -Dwangge.seed} draws the same cuts again.
 */
class LiveCutsPageTest {
  private static final int CUTS = Integer.getInteger("wangge.cuts", 30);
  private static final long SEED = Long.getLong("wangge.seed", System.nanoTime());
  private static final Path MODULES =
      Path.of(System.getProperty("wangge.root", ".."), "web-static", "src", "app");
  private static final String LAST = "incident-last";

  /** A line whose waits are a twentieth of the usual, and two pages that share it. */
  private static final String READ =
      """
      async (last) => {
        const { openLine } = await import('/live-line.js');
        const { createHub } = await import('/live-hub.js');
        const later = (work, ms) => setTimeout(work, ms / 20);
        const hub = createHub((after, tell) => openLine(after, tell, { later }));
        window.pages = [0, 1].map(() => ({ numbers: [], lost: 0, reset: 0, last: false }));
        for (const page of window.pages) {
          hub.join((message) => {
            if (message.kind === 'change') page.numbers.push(message.number);
            if (message.kind === 'lost') page.lost++;
            if (message.kind === 'reset') page.reset++;
            page.last ||= message.subject === last;
          }, 0);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void two_pages_that_share_a_line_are_told_everything_once_though_it_is_cut_at_random()
      throws Exception {
    LiveLimits limits = new LiveLimits(400, 100_000, 64, 100, 25_000);
    try (ServedLog log = ServedLog.open(folder, limits);
        FaultProxy proxy = FaultProxy.before(log.port(), SEED);
        RealBrowser browser = RealBrowser.withoutWebGl()) {
      String url = "http://127.0.0.1:" + proxy.port();
      Page page = browser.emptyPage(url, 800, 600, "zh-CN", ColorScheme.DARK);
      page.route(url + "/*.html", LiveCutsPageTest::giveEmptyPage);
      page.route(url + "/*.js", LiveCutsPageTest::giveModule);
      page.navigate(url + "/reader.html");
      page.evaluate(READ, LAST);
      Random random = new Random(SEED);
      long deadline = System.nanoTime() + CUTS * 1_000_000_000L + 30_000_000_000L;
      for (int i = 0; proxy.faults() < CUTS; i++) {
        assertThat(System.nanoTime()).as("%d cuts", proxy.faults()).isLessThan(deadline);
        if (random.nextInt(4) == 0) {
          log.draw("plan-" + i);
        } else {
          log.move("incident-" + i);
        }
        // Playwright hears of what is asked only while it is asked something itself.
        page.waitForTimeout(random.nextInt(12));
      }
      proxy.heal();
      log.move(LAST);
      page.waitForFunction("window.pages.every((one) => one.last)");
      List<Long> toTell = log.numbersToTell();
      assertThat(toTell).hasSizeGreaterThan(CUTS);
      for (int i = 0; i < 2; i++) {
        assertThat(told(page, i)).as("seed %d, page %d", SEED, i).isEqualTo(toTell);
        assertThat(page.evaluate("window.pages[%d].reset".formatted(i))).isEqualTo(0);
        assertThat((Integer) page.evaluate("window.pages[%d].lost".formatted(i)))
            .isGreaterThanOrEqualTo(CUTS / 2);
      }
    }
  }

  private static List<Long> told(Page page, int which) {
    String numbers = "window.pages[%d].numbers.join(' ')".formatted(which);
    return Stream.of(page.evaluate(numbers).toString().split(" ")).map(Long::valueOf).toList();
  }

  private static void giveEmptyPage(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/html")
            .setBody("<!doctype html><link rel=icon href=data:,><title>reader</title>"));
  }

  private static void giveModule(Route route) {
    String name = route.request().url().replaceAll(".*/", "");
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/javascript")
            .setPath(MODULES.resolve(name)));
  }
}
