package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The operator's thread in a real browser on the packaged program, in a town that lives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorPageTest {
  /** Where a place is on the screen. */
  private static final String PIXEL =
      """
      (where) => {
        const [lng, lat] = where.split(', ').map(Number);
        const [zoom, viewLat, viewLng] = location.hash.slice(1).split('/').map(Number);
        const box = document.getElementById('map').getBoundingClientRect();
        const world = 512 * 2 ** zoom;
        const y = (v) => (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (v * Math.PI) / 360))) / 360;
        return [box.x + box.width / 2 + ((lng - viewLng) / 360) * world,
          box.y + box.height / 2 + (y(lat) - y(viewLat)) * world];
      }
      """;

  /** Below the name of a person on the card. */
  private static final String PERSON_CODE = "#card .card-name + .code-text";

  private static final int TRIES = 8;
  private static final LocatorAssertions.HasCountOptions SOON =
      new LocatorAssertions.HasCountOptions().setTimeout(10_000);

  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withWebGl();
    program = PackagedProgram.serveTown(folder, "--demo-speed", "10");
  }

  @AfterEach
  void closePages() {
    browser.closePages();
  }

  @AfterAll
  void close() {
    browser.close();
    program.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
  }

  /** The map as the operator of the demonstration sees it. */
  private Page operator() {
    Page page = browser.signedIn(program.url(), "operator", 1366, 768, "zh-CN", ColorScheme.DARK);
    page.navigate(program.url() + "/");
    page.waitForSelector("html[data-map=ready]");
    return page;
  }

  @Test
  void people_walk_on_the_map_and_are_chosen_there() {
    Page page = operator();
    String first = chooseSomeoneWhoWalks(page);
    Locator code = page.locator(PERSON_CODE);
    assertThat(code).hasText(Pattern.compile("^D\\d+$"));
    assertThat(page.locator("#card .card-name"))
        .hasText(Pattern.compile("^[\\u4e00-\\u9fff]{2,4}$"));
    assertThat(page.locator("#card .generated-chip")).isVisible();

    page.locator("[data-key=person-zoom]").click();
    page.waitForTimeout(1_000);
    String where = clickUntilChosen(page, code);
    assertThat(where).as("where the map has the person").isNotEqualTo(first);
    page.keyboard().press("Escape");
    assertThat(code.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^D\\d+$"))))
        .hasCount(0);
    browser.assertQuiet();
  }

  /**
   * Whoever was walking may have come to their door: then the next one. Answers where they were.
   */
  private static String chooseSomeoneWhoWalks(Page page) {
    for (int person = 0; person < TRIES; person++) {
      page.locator("[data-key=tab-people]").click();
      Locator walkers = page.locator("#table-place tbody tr", walking());
      String row = walkers.nth(person).getAttribute("data-key");
      page.locator("#table-place tbody tr[data-key='%s']".formatted(row)).click();
      page.locator("[data-key=tables-toggle]").click();
      // Until the card is theirs, it tells where somebody else is.
      assertThat(page.locator(PERSON_CODE)).hasText(row.replaceFirst("^row-", ""));
      Locator place = page.locator("#card [data-live=place]");
      String first = place.innerText();
      for (int look = 0; look < 40; look++) {
        if (!place.innerText().equals(first)) {
          return first;
        }
        page.waitForTimeout(250);
      }
    }
    throw new AssertionError("nobody walks");
  }

  private static Page.LocatorOptions walking() {
    return new Page.LocatorOptions().setHasText("走动");
  }

  /** People walk on while the pointer is on its way to them. */
  private static String clickUntilChosen(Page page, Locator shown) {
    String code = shown.innerText();
    for (int i = 0; i < TRIES; i++) {
      String where = page.locator("#card [data-live=place]").innerText();
      List<?> pixel = (List<?>) page.evaluate(PIXEL, where);
      page.keyboard().press("Escape");
      page.mouse().click(number(pixel.get(0)), number(pixel.get(1)));
      if (isSomeoneSoon(shown) && isNear(where, page)) {
        return where;
      }
      page.locator("[data-key=tab-people]").click();
      page.locator("#table-place tbody tr", new Page.LocatorOptions().setHasText(code)).click();
      page.locator("[data-key=tables-toggle]").click();
      page.waitForTimeout(1_000);
    }
    throw new AssertionError("no click hit " + code);
  }

  /** The code stands there once the name has come. */
  private static boolean isSomeoneSoon(Locator shown) {
    try {
      shown
          .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^D\\d+$")))
          .waitFor(new Locator.WaitForOptions().setTimeout(1_000));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  /** At night people walk in pairs: whoever was hit is within some thirty metres. */
  private static boolean isNear(String where, Page page) {
    String[] wanted = where.split(", ", -1);
    String[] hit = page.locator("#card [data-live=place]").innerText().split(", ", -1);
    return Math.abs(Double.parseDouble(wanted[0]) - Double.parseDouble(hit[0])) < 0.0003
        && Math.abs(Double.parseDouble(wanted[1]) - Double.parseDouble(hit[1])) < 0.0003;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  @Test
  void an_incident_appears_is_led_on_with_buttons_and_a_colleague_is_seen_and_not_overwritten() {
    Page page = operator();
    page.evaluate("window.neverReloaded = true");
    APIRequestContext colleague = page.context().browser().newContext().request();
    RealBrowser.signIn(colleague, program.url(), "operator");
    page.locator("[data-key=tab-incidents]").click();
    JsonNode report = report(colleague, placeInView(colleague));
    String id = report.path("id").asText();
    Locator row =
        page.locator(
            "#table-place tbody tr",
            new Page.LocatorOptions().setHasText(report.path("number").asText()));
    assertThat(row).hasCount(1, SOON);
    assertThat(row).containsText(report.path("grid").asText());

    row.click();
    Locator card = page.locator("#card");
    assertThat(card.locator(".steps [aria-current=step]")).hasAttribute("data-step", "collect");
    assertThat(card.locator(".people-near button").first()).containsText(Pattern.compile("D\\d+"));
    assertThat(card.locator(".cameras-near li").first()).containsText(Pattern.compile("\\d m"));
    assertThat(card.locator(".facts")).containsText("附近");

    lead(card, "accept", "file");
    act(colleague, id, "file", "");
    assertThat(card.locator(".steps [aria-current=step]")).hasAttribute("data-step", "dispatch");
    assertThat(card.locator(".due")).containsText("剩余");
    lead(card, "dispatch", "handle");
    assertThat(card.locator(".deeds li")).hasCount(4);
    assertThat(card.locator(".deeds li").first()).containsText("派遣");
    assertThat(card.locator(".deeds li").first()).containsText("operator");

    card.locator(".people-near button").first().click();
    assertThat(page.locator(PERSON_CODE)).hasText(Pattern.compile("^D\\d+$"));
    page.locator("[data-key=back-to-incident]").click();
    assertThat(card.locator(".steps")).isVisible();
    assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    browser.assertQuiet();

    card.locator("[data-key=act-send-back]").click();
    page.locator("[data-key=reason-send]").click();
    assertThat(page.locator("dialog")).isVisible();
    page.locator("dialog [name=reason]").fill("不在本部门职责内");
    act(colleague, id, "report-back", "");
    page.locator("[data-key=reason-send]").click();
    assertThat(card.locator(".conflict")).containsText("反馈处理结果");
    assertThat(card.locator(".steps [aria-current=step]")).hasAttribute("data-step", "verify");
    assertThat(card.locator("[data-key=act-close]")).isVisible();
  }

  /** Does something with a button and waits until the step has come and the answer, too. */
  private static void lead(Locator card, String action, String step) {
    card.locator("[data-key=act-%s]".formatted(action)).click();
    assertThat(card.locator(".steps [aria-current=step]")).hasAttribute("data-step", step);
    assertThat(card.locator("[data-key^=act-]:disabled")).hasCount(0);
  }

  /** A place that a camera looks at. */
  private double[] placeInView(APIRequestContext request) {
    for (JsonNode camera : json(request.get(program.url() + "/api/cameras")).path("features")) {
      if (camera.path("properties").path("directionCertainty").asText().equals("measured")) {
        String id = camera.path("id").asText();
        JsonNode seen = json(request.get(program.url() + "/api/cameras/" + id + "/coverage"));
        JsonNode ring = seen.path("geometry").path("coordinates").path(0);
        return middle(ring.path(0), ring.path(ring.size() / 2));
      }
    }
    throw new AssertionError("no camera whose direction was measured");
  }

  private static double[] middle(JsonNode one, JsonNode other) {
    return new double[] {
      (one.path(0).asDouble() + other.path(0).asDouble()) / 2,
      (one.path(1).asDouble() + other.path(1).asDouble()) / 2
    };
  }

  private JsonNode report(APIRequestContext request, double[] place) {
    return json(
        request.post(
            program.url() + "/api/reports",
            RequestOptions.create()
                .setData(Map.of("category", "road-damage", "lon", place[0], "lat", place[1]))));
  }

  private void act(APIRequestContext request, String id, String action, String reason) {
    String incident = program.url() + "/api/incidents/" + id;
    String version = request.get(incident).headers().get("etag");
    json(
        request.post(
            incident + "/" + action,
            RequestOptions.create()
                .setHeader("If-Match", version)
                .setData(Map.of("reason", reason))));
  }

  private static JsonNode json(APIResponse answer) {
    assertThat(answer.ok()).as(answer.text()).isTrue();
    try {
      return new ObjectMapper().readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.text(), e);
    }
  }
}
