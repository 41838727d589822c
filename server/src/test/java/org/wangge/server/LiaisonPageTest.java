package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The liaison's thread: click a place, see which cameras look there, watch one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiaisonPageTest {
  private static final String PLACE = "#16.20/28.92300/112.61620";
  private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(30_000);

  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withWebGl();
    program = PackagedProgram.serveTown(folder);
  }

  @AfterAll
  void close() {
    browser.close();
    program.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
  }

  @Test
  void a_click_names_the_cameras_that_see_the_place_and_one_shows_a_moving_picture()
      throws IOException {
    Page page = browser.page(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    page.navigate(program.url() + "/sign-in/");
    page.locator("[data-key=role-liaison]").click();
    page.waitForURL("**/?ask=cameras*");
    assertThat(page.locator(".ask-hint")).containsText("哪些摄像机", PATIENT);
    page.navigate(program.url() + "/?ask=cameras&tables=0" + PLACE);
    page.reload();
    page.waitForSelector("html[data-map=ready]");
    Pixels before = Pixels.of(page.locator("#stage"));

    page.locator("#map").click();
    Locator rows = page.locator("#here .covering-row");
    rows.first().waitFor();
    assertThat(page.locator("#here")).containsText("网格");
    assertThat(rows.locator(".covering-name button").allInnerTexts())
        .isEqualTo(asked(page, page.locator("#here .code-text").first().innerText()));
    page.waitForTimeout(500);
    assertThat(Pixels.of(page.locator("#stage")).differenceTo(before))
        .as("sectors and the panel on the map")
        .isGreaterThan(0.05);

    rows.locator(".icon-button:not([disabled])").first().click();
    assertThat(page.locator("#video .picture-state")).hasClass(Pattern.compile("live"));
    assertThat(page.locator("#video")).containsText("生成画面");
    Pixels once = Pixels.of(page.locator("#video video"));
    assertThat(once.colours()).as("colours of the picture").isGreaterThan(40);
    page.waitForTimeout(2_500);
    assertThat(Pixels.of(page.locator("#video video")).differenceTo(once))
        .as("its clock has gone on")
        .isGreaterThan(0.0002);
    assertThat((Double) page.evaluate("document.querySelector('#video video').currentTime + 0.001"))
        .isGreaterThan(1.5);

    page.keyboard().press("Escape");
    assertThat(page.locator("#video")).isHidden();
    page.keyboard().press("Escape");
    assertThat(page.locator("#here")).isHidden();

    page.locator("[data-key=tab-cameras]").click();
    Locator row = page.locator("#table-place tbody tr").filter(online()).first();
    row.click();
    assertThat(page.locator("#video h2")).hasText(row.locator("td").first().innerText());
    assertThat(page.locator("#video .picture-state")).hasClass(Pattern.compile("live"));
    browser.assertQuiet();
  }

  private static Locator.FilterOptions online() {
    return new Locator.FilterOptions().setHasText("在线");
  }

  /** What the server says of the place the page names. */
  private static List<String> asked(Page page, String coordinates) throws IOException {
    String[] lonLat = coordinates.split(", ", -1);
    String url = "/api/cameras/covering?lon=%s&lat=%s".formatted(lonLat[0], lonLat[1]);
    String answer = (String) page.evaluate("url => fetch(url).then(a => a.text())", url);
    JsonNode found = new ObjectMapper().readTree(answer).path("features");
    return found.findValuesAsText("name");
  }
}
