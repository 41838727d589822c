package org.wangge.server.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.geo.LatticePoint;
import org.wangge.server.PackagedProgram;
import org.wangge.server.RealBrowser;
import org.wangge.server.config.DataFolder;

/**
 * The server is killed and started again under an open wall, each time just after something was
 * acknowledged. {@code -Dwangge.kills=20} is the full count, {@code -Dwangge.seed} draws the same
 * instants again.
 */
class KilledMapPageTest {
  private static final int KILLS = Integer.getInteger("wangge.kills", 1);
  private static final long SEED = Long.getLong("wangge.seed", System.nanoTime());
  private static final int PEOPLE = 30;
  private static final int BAND_MILLIS = 5_000;
  private static final LocatorAssertions.IsHiddenOptions PATIENT =
      new LocatorAssertions.IsHiddenOptions().setTimeout(30_000);

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void the_picture_is_right_after_each_restart_and_never_empty_meanwhile() throws IOException {
    PackagedProgram program = PackagedProgram.serveTown(folder, "--no-simulator");
    String url = program.url();
    try (RealBrowser browser = RealBrowser.withoutWebGl()) {
      List<LatticePoint> homes =
          CrowdGrids.settle(door(), PEOPLE).stream().map(CrowdGrids.Home::place).toList();
      Page page = browser.emptyPage(url, 1920, 1080, "zh-CN", ColorScheme.DARK);
      page.navigate(url + "/?wall&sound=off");
      page.waitForSelector("html[data-map=ready]");
      page.evaluate("window.neverReloaded = true");
      Locator band = page.locator(".wall-band");
      WallTruth truth = new WallTruth(page);
      stand(homes, 0);
      truth.awaitRight();
      for (int kill = 1; kill <= KILLS; kill++) {
        stand(homes, kill);
        report(kill);
        page.waitForTimeout(random.nextInt(700));
        program.kill();
        long killed = System.nanoTime();
        assertThat(band)
            .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BAND_MILLIS));
        double told = (System.nanoTime() - killed) / 1e6;
        assertSomethingIsShown(page, url);
        program =
            PackagedProgram.start(
                folder,
                "serve",
                "--no-simulator",
                "--port",
                url.replaceAll(".*:", ""),
                "--data",
                data().toString());
        assertThat(program.url()).isEqualTo(url);
        assertThat(band).isHidden(PATIENT);
        double right = truth.awaitRight();
        assertSomethingIsShown(page, url);
        System.out.printf(
            "kill %d: band after %.0f ms, right %.0f ms after it was gone%n", kill, told, right);
      }
    } finally {
      program.kill();
    }
  }

  private static void assertSomethingIsShown(Page page, String url) {
    for (String shown : List.of(".wall-row", "[data-thing=incidents]", ".area")) {
      assertThat(page.locator(shown).count()).as(shown).isPositive();
    }
    assertThat(page.locator("[data-thing=people]").count()).isEqualTo(PEOPLE);
    assertThat(page.url()).isEqualTo(url + "/?wall&sound=off");
    assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
  }

  /** Everybody says where they are, each time a few metres farther. */
  private void stand(List<LatticePoint> homes, int times) {
    List<LatticePoint> here =
        homes.stream().map(home -> new LatticePoint(home.lon() + 700 * times, home.lat())).toList();
    try (WalkingCrowd crowd = new WalkingCrowd(door(), here, 1)) {
      crowd.appear();
    }
  }

  private void report(int number) throws IOException {
    String report =
        "{\"key\":\"kill-%d\",\"category\":\"road-damage\",\"lon\":%.7f,\"lat\":%.7f,\"description\":\"kill\"}"
            .formatted(
                number, 112.606 + random.nextDouble() * 0.02, 28.912 + random.nextDouble() * 0.01);
    try (Door.Line line = new Door.Line(door())) {
      Door.Answer answer = line.send("POST", "/api/reports", report);
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
  }

  private Door door() {
    DataFolder.RunningServer server = DataFolder.runningServer(data()).orElseThrow();
    return new Door(URI.create(server.url()).getPort(), server.token());
  }

  private Path data() {
    return folder.resolve("data");
  }
}
