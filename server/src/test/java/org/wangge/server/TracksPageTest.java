package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tracks that are played back, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracksPageTest {
  private RunningServer server;
  private RealBrowser browser;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    browser = RealBrowser.withoutWebGl();
  }

  @AfterAll
  void stop() {
    browser.close();
    server.close();
  }

  private Page page(String query) {
    Page page = browser.signedIn(server.url(), "operator", 1366, 768, "zh-CN", ColorScheme.LIGHT);
    page.navigate(server.url() + "/tracks/" + query);
    return page;
  }

  /** Whoever walked longest of the last day. */
  private JsonNode walker() {
    Instant now = Instant.now();
    JsonNode people =
        server
            .send(
                server.as(
                    "operator",
                    "/api/tracks/people?from=" + now.minus(Duration.ofDays(1)) + "&to=" + now))
            .json()
            .path("people");
    JsonNode longest = people.get(0);
    for (JsonNode one : people) {
      if (length(one).compareTo(length(longest)) > 0) {
        longest = one;
      }
    }
    return longest;
  }

  private static Duration length(JsonNode person) {
    return Duration.between(instant(person, "from"), instant(person, "to"));
  }

  private static Instant instant(JsonNode person, String name) {
    return Instant.parse(person.path(name).asText());
  }

  @Test
  void a_day_is_played_again_and_a_stop_is_gone_to() {
    JsonNode walker = walker();
    String code = walker.path("staffCode").asText();
    String day =
        instant(walker, "from").atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
    Page page = page("?day=" + day);
    assertThat(page.locator(".playback-table")).containsText("勾选人员");
    page.locator("[data-key=person-" + code + "]").check();
    Locator row = page.locator("[data-person=" + code + "]");
    assertThat(row).containsText("km");
    assertThat(page).hasURL(Pattern.compile("staff=" + code));

    Locator now = page.locator("[data-part=now]");
    assertThat(now).hasText("00:00:00");
    page.locator("[data-key=speed-600]").click();
    page.locator("[data-key=play]").click();
    assertThat(now).not().hasText(Pattern.compile("00:0.*"));
    page.locator("[data-key=play]").click();
    String stood = now.textContent();
    page.locator("h2").first().click();
    page.keyboard().press("Shift+ArrowRight");
    assertThat(now).not().hasText(stood);

    Locator stop = row.locator(".playback-stops .link").first();
    String begin = stop.textContent().strip().substring(0, 5);
    stop.click();
    assertThat(now).hasText(Pattern.compile(begin + ".*"));
    page.locator("[data-key=streets]").check();
    assertThat(row.locator(".playback-streets li").first()).hasText(Pattern.compile(".+ k?m"));
    assertThat(page).hasURL(Pattern.compile("streets=1"));
    String file = page.locator("[data-key=gpx]").getAttribute("href");
    String gpx = server.send(server.as("operator", file)).body();
    assertThat(gpx).startsWith("<?xml").contains("<trkpt", code);
    browser.assertQuiet();
  }
}
