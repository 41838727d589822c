package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.config.DataFolder;

class LivePageTest {
  private static final String GRID = "990101001003001";
  private static final Pattern CHOSEN = Pattern.compile("[?&]area=" + GRID);
  private static final LocatorAssertions.HasAttributeOptions PATIENT =
      new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

  static final String VERSION_OF_TILES =
      "fetch('/tiles/areas.json').then(a => a.json()).then(d => d.tiles[0].split('v=')[1])";

  @TempDir Path folder;

  @Test
  void a_page_shows_what_changes_without_a_reload_and_goes_on_after_the_server_was_killed() {
    PackagedProgram program = PackagedProgram.serveTown(folder);
    try (RealBrowser browser = RealBrowser.withoutWebGl()) {
      Page page = browser.page(program.url(), 1600, 900, "zh-CN", ColorScheme.DARK);
      page.waitForSelector("html[data-map=ready]");
      page.locator("#search").fill(GRID);
      page.locator("#search-results [role=option]").first().waitFor();
      page.keyboard().press("Enter");
      Locator name = page.locator("#card .card-name");
      assertThat(name).containsText("网格");
      Locator standing = page.locator(".live-place");
      assertThat(standing).hasAttribute("data-standing", "live", PATIENT);
      assertThat(standing).containsText("实时");
      assertThat(page.locator(".town-time")).containsText(Pattern.compile("[0-9]{2}:[0-9]{2}"));
      page.evaluate("window.neverReloaded = true");
      Locator led = nameWithoutSharedWorker(page);
      Locator ledToo = nameWithoutSharedWorker(page);
      browser.assertQuiet();

      rename("临江第一网格");
      for (Locator shown : List.of(name, led, ledToo)) {
        assertThat(shown).containsText("临江第一网格", SOON);
      }

      String port = program.url().replaceAll(".*:", "");
      program.kill();
      assertThat(standing).hasAttribute("data-standing", Pattern.compile("again|old"), PATIENT);
      program = PackagedProgram.start(folder, "serve", "--port", port, "--data", data().toString());
      assertThat(program.url()).endsWith(port);
      assertThat(standing).hasAttribute("data-standing", "live", PATIENT);
      rename("临江第二网格");
      for (Locator shown : List.of(name, led, ledToo)) {
        assertThat(shown).containsText("临江第二网格", SOON);
      }
      assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    } finally {
      program.close();
    }
  }

  @Test
  void the_map_asks_for_the_tiles_of_a_change_without_a_reload() {
    try (PackagedProgram program = PackagedProgram.serveTown(folder);
        RealBrowser browser = RealBrowser.withWebGl()) {
      Page page = browser.page(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
      page.waitForSelector("html[data-map=ready]");
      Locator standing = page.locator(".live-place");
      assertThat(standing).hasAttribute("data-standing", "live", PATIENT);
      String version = String.valueOf(page.evaluate(VERSION_OF_TILES));
      Response tile =
          page.waitForResponse(
              answer ->
                  answer.url().contains("/tiles/areas/") && !answer.url().endsWith("v=" + version),
              () -> rename("临江第三网格"));
      assertThat(tile.status()).isIn(200, 204);
      browser.assertQuiet();
    }
  }

  /**
   * A browser opens six connections to a host, so six streams would leave nothing for a seventh.
   */
  @Test
  void the_seventh_tab_is_told_what_the_first_is() {
    try (RunningServer server = RunningServer.withTown(data());
        RealBrowser browser = RealBrowser.withoutWebGl()) {
      server.announce();
      Page first = browser.page(server.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
      first.waitForSelector("html[data-map=ready]");
      first.locator("#search").fill(GRID);
      first.locator("#search-results [role=option]").first().waitFor();
      first.keyboard().press("Enter");
      assertThat(first.locator("#card .card-name")).containsText("网格");
      assertThat(first).hasURL(CHOSEN);
      List<Page> tabs = new ArrayList<>(List.of(first));
      for (int i = 2; i <= 7; i++) {
        Page tab = first.context().newPage();
        tab.navigate(first.url());
        tabs.add(tab);
      }
      for (Page tab : tabs) {
        assertThat(tab.locator(".live-place")).hasAttribute("data-standing", "live", PATIENT);
        assertThat(tab.locator("#card .card-name")).containsText("网格");
      }
      rename("临江第七网格");
      for (Page tab : tabs) {
        assertThat(tab.locator("#card .card-name")).containsText("临江第七网格", SOON);
      }
      browser.assertQuiet();
    }
  }

  /** The same in another page of the browser that has to share the stream in another way. */
  private static Locator nameWithoutSharedWorker(Page page) {
    assertThat(page).hasURL(CHOSEN);
    Page other = page.context().newPage();
    other.addInitScript("delete window.SharedWorker");
    other.navigate(page.url());
    assertThat(other.locator(".live-place")).hasAttribute("data-standing", "live", PATIENT);
    assertThat(other.locator("#card .card-name")).containsText("网格");
    return other.locator("#card .card-name");
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** As the owner of the data folder. */
  private void rename(String name) {
    DataFolder.RunningServer server = DataFolder.runningServer(data()).orElseThrow();
    String area = server.url() + "/api/grids/" + GRID;
    HttpResponse<String> before = send(server, HttpRequest.newBuilder(URI.create(area)).GET());
    HttpResponse<String> after =
        send(
            server,
            HttpRequest.newBuilder(URI.create(area))
                .header("Content-Type", "application/json")
                .header("If-Match", before.headers().firstValue("ETag").orElseThrow())
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\",\"reason\":\"改名\"}}"
                            .formatted(name))));
    assertThat(after.statusCode()).as(after.body()).isEqualTo(200);
  }

  private static HttpResponse<String> send(
      DataFolder.RunningServer server, HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient()
          .send(
              request.header("Authorization", "Bearer " + server.token()).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("no answer: " + request.build().uri(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
