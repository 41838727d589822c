package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The operator's desk in a real browser: worked by keyboard, on the packaged program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPageTest {
  private static final Pattern HOVERED = Pattern.compile("\\bhovered\\b");
  private static final Pattern PICKED = Pattern.compile("\\bpicked\\b");

  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withoutWebGl();
    program = PackagedProgram.serveTown(folder, "--no-simulator");
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

  private Page desk(String query) {
    Page page = browser.signedIn(program.url(), "operator", 1366, 768, "zh-CN", ColorScheme.DARK);
    page.navigate(program.url() + "/desk/" + query);
    page.locator(".queue-row").first().waitFor();
    return page;
  }

  @Test
  void a_report_comes_in_and_is_led_on_without_a_mouse() {
    Page page = desk("");
    JsonNode report = report(page.context().request());
    String id = report.path("id").asText();
    Locator row = page.locator(".queue-row[data-id='%s']".formatted(id));
    assertThat(row).containsText("新");
    assertThat(row).containsText("受理剩余");
    assertThat(page).hasTitle(Pattern.compile("^\\(\\d+\\) 值班台"));

    page.keyboard().press("2");
    assertThat(page.locator("[data-key=filter-accept]")).hasAttribute("aria-pressed", "true");
    page.keyboard().press("/");
    page.keyboard().type(report.path("number").asText());
    page.keyboard().press("Enter");
    Locator incident = page.locator("[data-incident='%s']".formatted(id));
    assertThat(incident).isVisible();
    assertThat(row).hasAttribute("aria-current", "true");
    assertThat(row).not().containsText("新");
    assertThat(mark(page, id)).hasClass(PICKED);
    assertThat(incident.locator("[data-part=reports]")).containsText("第 1 次上报");

    assertThat(page.locator("[data-key=act-accept]")).isEnabled();
    page.keyboard().press("a");
    assertThat(incident.locator(".steps [aria-current=step]")).hasAttribute("data-step", "file");
    assertThat(page.locator("[data-key=act-file]")).isEnabled();
    page.keyboard().press("f");
    assertThat(incident.locator(".steps [aria-current=step]"))
        .hasAttribute("data-step", "dispatch");
    assertThat(row).containsText("剩余");
    assertThat(incident.locator(".timeline li")).hasCount(3);
    assertThat(incident.locator(".timeline li").nth(1)).containsText("受理");

    assertThat(page.locator("[data-key=act-cancel]")).isEnabled();
    page.keyboard().press("k");
    assertThat(page.locator("dialog [name=reason]")).isFocused();
    page.keyboard().type("重复上报");
    page.keyboard().press("Control+Enter");
    assertThat(row).hasCount(0);
    assertThat(incident.locator(".timeline")).containsText("重复上报");
    page.keyboard().press("n");
    assertThat(page.locator(".queue-row[aria-current]")).hasCount(1);
    browser.assertQuiet();
  }

  @Test
  void what_the_pointer_is_over_and_what_is_chosen_is_shown_in_list_and_map() throws IOException {
    Page page = desk("?show=overdue");
    String id = page.locator(".queue-row").nth(1).getAttribute("data-id");
    Locator row = page.locator(".queue-row[data-id='%s']".formatted(id));
    row.hover();
    assertThat(mark(page, id)).hasClass(HOVERED);
    page.locator(".queue-title h2").hover();
    assertThat(mark(page, id)).not().hasClass(HOVERED);
    mark(page, id).dispatchEvent("click");
    assertThat(row).hasAttribute("aria-current", "true");
    assertThat(page.locator("[data-incident='%s']".formatted(id))).isVisible();
    assertThat(page).hasURL(Pattern.compile("incident=" + id.replace("incident-", "")));
    page.keyboard().press("Escape");
    assertThat(page.locator(".queue-row[aria-current]")).hasCount(0);

    page.keyboard().press("?");
    assertThat(page.locator("dialog .keys").first()).containsText("下一件");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    page.keyboard().press("j");
    page.keyboard().type("20200101-0001");
    page.keyboard().press("Enter");
    assertThat(page.locator("#jump-told")).containsText("没有案件号");
    Download saved = page.waitForDownload(() -> page.locator("[data-key=csv]").click());
    String csv = Files.readString(saved.path(), StandardCharsets.UTF_8);
    assertThat(csv).contains(id.replace("incident-", "")).contains("超时");
  }

  @Test
  void the_row_that_is_read_stays_where_it_is_when_others_come_above_it() {
    Page page = desk("");
    page.evaluate("document.querySelector('.queue-scroll').scrollTop = 400");
    String firstInView =
        "[...document.querySelectorAll('.queue-row')].find((row) =>"
            + " row.getBoundingClientRect().bottom >"
            + " document.querySelector('.queue-scroll').getBoundingClientRect().top)";
    String id = (String) page.evaluate(firstInView + ".dataset.id");
    String top = "document.querySelector(`[data-id=\"" + id + "\"]`).getBoundingClientRect().top";
    // What grows above the list is made up for when the next picture is drawn.
    String drawn =
        "new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then("
            + top
            + "))))";
    double before = ((Number) page.evaluate(drawn)).doubleValue();
    JsonNode urgent = report(page.context().request(), "manhole-cover");
    page.locator(".queue-row[data-id='%s']".formatted(urgent.path("id").asText())).waitFor();
    assertThat(((Number) page.evaluate(drawn)).doubleValue()).isBetween(before - 2, before + 2);
  }

  @Test
  void who_has_not_signed_in_finds_the_door() {
    Page page = browser.emptyPage(program.url(), 390, 844, "en-GB", ColorScheme.LIGHT);
    page.navigate(program.url() + "/desk/");
    assertThat(page.locator(".closed-door [data-key=to-sign-in]")).isVisible();
    assertThat(page.locator(".queue-row")).hasCount(0);
    browser.assertQuiet();
  }

  private static Locator mark(Page page, String id) {
    return page.locator("#map [data-thing=incidents][data-id='%s']".formatted(id));
  }

  private JsonNode report(APIRequestContext request) {
    return report(request, "road-damage");
  }

  private JsonNode report(APIRequestContext request, String category) {
    JsonNode center = json(request.get(program.url() + "/api/site")).path("center");
    return json(
        request.post(
            program.url() + "/api/reports",
            RequestOptions.create()
                .setData(
                    Map.of(
                        "category",
                        category,
                        "lon",
                        center.path(0).asDouble(),
                        "lat",
                        center.path(1).asDouble()))));
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
