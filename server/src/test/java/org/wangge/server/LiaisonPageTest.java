package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private RealBrowser plain;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withWebGl();
    plain = RealBrowser.withoutWebGl();
    program = PackagedProgram.serveTown(folder);
  }

  @AfterAll
  void close() {
    browser.close();
    plain.close();
    program.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
  }

  @Test
  void a_click_names_the_cameras_that_see_the_place_and_one_shows_a_moving_picture()
      throws IOException {
    Page page = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    page.navigate(program.url() + "/sign-in/");
    page.locator("[data-key=role-liaison]").click();
    page.waitForURL("**/?ask=cameras*");
    assertThat(page.locator(".ask-hint")).containsText("哪些摄像机", PATIENT);
    // From elsewhere: on the same page only the view would change.
    page.navigate("about:blank");
    page.navigate(program.url() + "/?ask=cameras&tables=0" + PLACE);
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
    String key =
        page.locator("#table-place tbody tr").filter(online()).first().getAttribute("data-key");
    Locator row = page.locator("#table-place tbody tr[data-key='%s']".formatted(key));
    row.click();
    assertThat(page.locator("#video h2")).hasText(row.locator("td").first().innerText());
    assertThat(page.locator("#video .picture-state")).hasClass(Pattern.compile("live"));
    page.locator("[data-key=video-replay]").click();
    assertThat(page.locator("#video .picture-state")).hasClass(Pattern.compile("past"));
    assertThat(page.locator("[data-part=past-at]"))
        .hasText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d"));
    page.locator("[data-key=video-to-live]").click();
    assertThat(page.locator("#video .picture-state")).hasClass(Pattern.compile("live"));
    browser.assertQuiet();
  }

  @Test
  void a_reporter_is_shown_for_a_reason_and_who_was_looked_at_is_told() throws IOException {
    Page page = plain.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.LIGHT);
    APIRequestContext api = page.context().request();
    RealBrowser.signIn(page, program.url(), "worker");
    String code = json(api.get(program.url() + "/api/account")).path("staffCode").asText();
    Map<String, Object> fix =
        Map.of("staffCode", code, "at", Instant.now().toString(), "lon", 112.6137, "lat", 28.9182);
    json(post(api, "/api/positions", Map.of("fixes", List.of(fix))));
    Map<String, Object> report =
        Map.of(
            "category",
            "street-light",
            "lon",
            112.6137,
            "lat",
            28.9182,
            "reporter",
            Map.of("name", "欧阳来", "phone", "00055556666"));
    String number = json(post(api, "/api/reports", report)).path("number").asText();

    RealBrowser.signIn(page, program.url(), "liaison");
    page.navigate(program.url() + "/");
    page.waitForSelector("html[data-map=ready]");
    page.locator("[data-key=tab-incidents]").click();
    page.locator("[data-key=filter]").fill(number);
    page.locator("#table-place tbody tr", new Page.LocatorOptions().setHasText(number)).click();
    Locator phone = page.locator("#card [data-field=reporterPhone-1]");
    assertThat(phone).hasText("000****6666");
    page.locator("[data-key=show-reporterPhone-1]").click();
    page.locator("[data-key=reveal-send]").click();
    assertThat(phone).hasText("00055556666");
    page.locator("[data-key=hide-reporterPhone-1]").click();
    assertThat(phone).hasText("000****6666");
    page.locator("[data-key=tab-people]").click();
    assertThat(page.locator("#table-place tbody")).containsText(code);
    assertThat(page.locator("#table-place tbody tr td").nth(1))
        .hasText(Pattern.compile("^[\\u4e00-\\u9fff]{2,4}$"));

    RealBrowser.signIn(page, program.url(), "worker");
    page.navigate(program.url() + "/account/#looks");
    Locator looks = page.locator("#looks li");
    assertThat(looks.filter(new Locator.FilterOptions().setHasText("liaison")).first())
        .containsText("公安联络员");
    page.locator("[data-key=looks-kind]").selectOption("track");
    page.locator("[data-key=looks-reader]").fill("nobody");
    assertThat(page.locator("#looks .note")).hasText("没有符合条件的记录。放宽筛选再试。");
    RealBrowser.signIn(page, program.url(), "operator");
    page.reload();
    assertThat(page.locator("#sessions li").first()).isVisible();
    assertThat(page.locator("#looks")).isHidden();
  }

  private APIResponse post(APIRequestContext api, String path, Object body) {
    APIResponse answer = api.post(program.url() + path, RequestOptions.create().setData(body));
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer;
  }

  private static JsonNode json(APIResponse answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
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
