package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guided stories, as someone walks them who has just started the program. */
class StoryPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Everything that a hand does: presses of a pointer and of keys. */
  private static final String COUNT_ACTIONS =
      """
      () => {
        window.actions = 0;
        for (const kind of ['pointerdown', 'keydown']) {
          document.addEventListener(kind, () => window.actions++, true);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void a_visitor_is_led_through_splitting_the_grid_that_has_outgrown_the_rule() {
    try (PackagedProgram program = PackagedProgram.serve(folder);
        RealBrowser browser = RealBrowser.withWebGl()) {
      Page page = browser.page(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
      page.locator("[data-key=account]").click();
      page.locator("[data-key=story-split]").click();

      Locator card = page.locator(".story-card");
      assertThat(card).containsText("第 1 步，共 9 步");
      Map<String, String> before = outlines(page, program);
      page.evaluate(COUNT_ACTIONS);
      page.locator("[data-key=begin]").click();
      assertThat(card).containsText("第 2 步");
      Locator outgrown = page.locator(".plan-grids tr:has(.above) [data-face]");
      String old = outgrown.getAttribute("data-face");
      assertThat(number(page.locator(".plan-grids tr:has(.above) .number").innerText()))
          .as("households of the grid that is split")
          .isGreaterThanOrEqualTo(600);
      outgrown.click();
      assertThat(card).containsText("第 3 步");
      page.locator("[data-key=draw]").click();
      assertThat(card).containsText("第 4 步");
      drawAlongTheStreet(page, program, old, before.getOrDefault(old, ""));

      assertThat(card).containsText("第 5 步");
      Locator halves = page.locator(".half");
      assertThat(halves).hasCount(2);
      assertThat(page.locator(".half .verdict.within")).hasCount(2);
      assertThat(page.locator("[data-key=reason]")).hasCount(0);
      for (Locator half : halves.all()) {
        int households = number(half.locator(".plan-count b").innerText());
        assertThat(households).isBetween(300, 500);
      }
      page.locator("[data-key=confirm]").click();
      assertThat(card).containsText("第 6 步");
      assertThat(((Number) page.evaluate("window.actions")).intValue())
          .as("clicks and keys from an empty page to two halves")
          .isLessThanOrEqualTo(6);
      page.locator("[data-key=submit]").click();
      assertThat(card).containsText("第 7 步");
      assertThat(page.locator("[data-key=approve]")).hasCount(0);
      page.locator("[data-key=as-approver]").click();
      // The page is loaded anew, map and all.
      assertThat(card)
          .containsText("第 8 步", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
      assertThat(page.locator("[data-key=account]")).containsText("approver");
      page.locator("[data-key=approve]").click();
      assertThat(card).containsText("第 9 步");
      page.locator("[data-key=publish]").click();
      assertThat(card).containsText("走完了");
      assertThat(page.locator(".plan-owners tbody tr")).hasCount(2);

      requireYesterdayAsItWas(page, program, old, before);
      browser.assertQuiet();
      program.stop();
      assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
    }
  }

  /** With two clicks, where the street through the grid meets its border in the north and south. */
  private static void drawAlongTheStreet(
      Page page, PackagedProgram program, String grid, String outline) {
    List<JsonNode> through = throughStreet(page, program, new HashSet<>(positions(outline)));
    assertThat(through).as("a street through " + grid).hasSize(2);
    page.locator("#map canvas.drawing").waitFor();
    MapScreen screen = MapScreen.of(page);
    for (JsonNode end : through) {
      double x = screen.x(end.get(0).asDouble());
      double y = screen.y(end.get(1).asDouble());
      page.mouse().move(x, y + 40);
      page.mouse().move(x + 2, y);
      page.waitForTimeout(300);
      page.mouse().click(x + 2, y);
    }
  }

  /** Where the only street that runs through a border meets it, the northern end first. */
  private static List<JsonNode> throughStreet(
      Page page, PackagedProgram program, Set<String> border) {
    List<JsonNode> ends = new ArrayList<>();
    for (JsonNode street : get(page, program, "/api/places/streets?limit=1000").path("features")) {
      JsonNode line = street.at("/geometry/coordinates");
      for (int i = 1; i + 1 < line.size(); i++) {
        boolean enters = border.contains(line.get(i - 1).toString());
        int j = i;
        while (j < line.size() && !border.contains(line.get(j).toString())) {
          j++;
        }
        if (enters && j > i && j < line.size()) {
          ends.add(line.get(j));
          ends.add(line.get(i - 1));
        }
      }
    }
    ends.sort(Comparator.comparingDouble(end -> -end.get(1).asDouble()));
    return ends;
  }

  /** The old grid for every day before, two new ones from now on, and all others as they were. */
  private static void requireYesterdayAsItWas(
      Page page, PackagedProgram program, String old, Map<String, String> before) {
    Map<String, String> after = outlines(page, program);
    Map<String, String> born = new TreeMap<>(after);
    born.keySet().removeAll(before.keySet());
    assertThat(born).hasSize(2);
    Map<String, String> others = new HashMap<>(before);
    assertThat(others.remove(old)).isNotNull();
    born.keySet().forEach(after::remove);
    assertThat(after).isEqualTo(others);

    List<Set<String>> edges = born.values().stream().map(StoryPageTest::edges).toList();
    Set<String> outline = edges(before.getOrDefault(old, ""));
    Set<String> cut = new HashSet<>(edges.get(0));
    cut.removeAll(outline);
    Set<String> sameCut = new HashSet<>(edges.get(1));
    sameCut.removeAll(outline);
    assertThat(cut).hasSizeGreaterThan(5).isEqualTo(sameCut);

    String yesterday = Instant.now().minus(Duration.ofDays(1)).toString();
    for (String code : born.keySet()) {
      JsonNode place = get(page, program, "/api/grids/" + code).at("/properties/labelPoint");
      String at = "/api/grids/at?lon=" + place.get(0).asText() + "&lat=" + place.get(1).asText();
      assertThat(get(page, program, at).toString()).contains(code).doesNotContain(old);
      assertThat(get(page, program, at + "&at=" + yesterday).toString())
          .contains(old)
          .doesNotContain(code);
    }
  }

  /** Each grid's outline as the server writes it. */
  private static Map<String, String> outlines(Page page, PackagedProgram program) {
    Map<String, String> outlines = new HashMap<>();
    for (JsonNode grid : get(page, program, "/api/grids?level=grid&limit=100").path("features")) {
      outlines.put(grid.path("id").asText(), grid.path("geometry").toString());
    }
    return outlines;
  }

  private static List<String> positions(String outline) {
    return List.of(outline.replaceAll("^.*?\\[\\[\\[?|\\]\\]+.*$", "").split("\\],\\[", -1))
        .stream()
        .map(position -> "[" + position + "]")
        .toList();
  }

  /** The edges of an outline, whichever way they run. */
  private static Set<String> edges(String outline) {
    List<String> positions = positions(outline);
    Set<String> edges = new HashSet<>();
    for (int i = 1; i < positions.size(); i++) {
      String from = positions.get(i - 1);
      String to = positions.get(i);
      edges.add(from.compareTo(to) < 0 ? from + to : to + from);
    }
    return edges;
  }

  private static int number(String text) {
    return Integer.parseInt(text.replaceAll("[^0-9]", ""));
  }

  private static JsonNode get(Page page, PackagedProgram program, String path) {
    try {
      return JSON.readTree(page.context().request().get(program.url() + path).text());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }
}
