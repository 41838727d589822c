package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was closed is rated on a phone, and the figures tell it, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationPageTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9182}";

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

  private Page open(String user, String path, int width, int height) {
    Page page = browser.emptyPage(server.url(), width, height, "zh-CN", ColorScheme.LIGHT);
    if (!user.isEmpty()) {
      RealBrowser.signIn(page, server.url(), user);
    }
    page.navigate(server.url() + path);
    return page;
  }

  private JsonNode reportAndClose(String key) {
    JsonNode report = server.post(server.to("/api/reports"), REPORT.formatted(key)).json();
    String[] actions = {"accept", "file", "dispatch", "report-back", "close"};
    for (int i = 0; i < actions.length; i++) {
      String path = "/api/incidents/" + report.path("id").asText() + "/" + actions[i];
      RunningServer.Answer done =
          server.post(server.as("operator", path).header("If-Match", "\"" + (i + 1) + "\""), "{}");
      assertThat(done.status()).as(done.body()).isEqualTo(200);
    }
    return report;
  }

  private static int whole(Locator text) {
    return Integer.parseInt(text.innerText().replaceAll("[^0-9]", ""));
  }

  @Test
  void a_closed_incident_is_rated_by_token_and_satisfaction_opens_as_many_as_it_counts() {
    JsonNode good = reportAndClose("page-good");
    JsonNode bad = reportAndClose("page-bad");
    Page phone = open("", "/report/#" + good.path("token").asText(), 390, 844);
    Locator question = phone.locator("[data-part=rating]");
    assertThat(question).containsText("您满意吗");
    phone.locator("[data-key=rate-unsatisfied]").press("Enter");
    assertThat(question.locator(".rated")).containsText("谢谢");
    phone.locator("[data-key=rate-satisfied]").click();
    assertThat(phone.locator("[data-key=rate-satisfied]")).hasAttribute("aria-pressed", "true");
    phone.locator("[data-key=rate-words]").fill("修得很快");
    phone.waitForResponse(
        answer -> answer.url().endsWith("/evaluation") && answer.request().method().equals("PUT"),
        () -> phone.locator("[data-key=rate-send]").click());
    shot(phone, "evaluation-phone");
    phone.reload();
    assertThat(phone.locator("[data-key=rate-words]")).hasValue("修得很快");

    Page figures = open("supervisor", "/figures/?period=day", 1440, 900);
    Locator card =
        figures
            .locator(".figure-card")
            .filter(
                new Locator.FilterOptions().setHas(figures.locator("[data-figure=satisfaction]")));
    Locator numerator = card.locator(".figure-open").first();
    Locator denominator = card.locator(".figure-open").nth(1);
    int satisfied = whole(numerator);
    int rated = whole(denominator);
    assertThat(satisfied).isPositive();

    Page other = open("", "/report/#" + bad.path("token").asText(), 390, 844);
    assertThat(other.locator("#content")).containsText("您满意吗");
    other.locator("[data-key=rate-unsatisfied]").click();
    assertThat(other.locator(".rated")).isVisible();
    figures.reload();
    assertThat(denominator).hasText(Integer.toString(rated + 1));
    assertThat(numerator).hasText(Integer.toString(satisfied));
    numerator.click();
    assertThat(figures.locator(".figure-cases tbody tr")).hasCount(satisfied);
    assertThat(figures.locator(".figure-cases")).containsText(good.path("number").asText());
    browser.assertQuiet();
  }

  @Test
  void the_desk_shows_what_the_reporter_said() {
    JsonNode report = reportAndClose("page-desk");
    server.put(
        server
            .to("/api/reports/own/evaluation")
            .header("Wangge-Report-Token", report.path("token").asText()),
        "{\"score\":\"unsatisfied\",\"words\":\"又不亮了\"}");
    Page desk = open("operator", "/desk/?incident=" + report.path("number").asText(), 1366, 768);
    Locator part = desk.locator("[data-part=evaluation]");
    assertThat(part).containsText("不满意");
    assertThat(part).containsText("又不亮了");
    shot(desk, "evaluation-desk");
    browser.assertQuiet();
  }

  @Test
  void the_public_card_of_a_grid_shows_who_is_in_charge_and_what_is_published() {
    JsonNode report = reportAndClose("page-public");
    String id = report.path("id").asText();
    Page desk = open("operator", "/desk/?incident=" + id.replace("incident-", ""), 1366, 768);
    desk.locator("[data-key=publish]").press("Enter");
    desk.keyboard().type("两日内修好");
    assertThat(desk.locator("dialog [data-part=as-seen]")).containsText("两日内修好");
    desk.keyboard().press("Control+Enter");
    assertThat(desk.locator("[data-part=publication] .ledger-entry")).containsText("两日内修好");
    shot(desk, "evaluation-publish");
    String grid =
        server
            .send(server.as("operator", "/api/incidents/" + id))
            .json()
            .at("/properties/grid")
            .asText();
    Page card = open("", "/grid/" + grid, 390, 844);
    assertThat(card.locator(".ledger-entry").first()).containsText("两日内修好");
    assertThat(card.locator(".ledger-entry").first()).containsText("已办结");
    assertThat(card.locator(".grid-outline path")).hasCount(1);
    assertThat(card.locator(".grid-card .row").first()).containsText("网格长");
    // It is there when it is there: a picture is read after the page.
    var unused =
        card.waitForFunction("() => document.querySelector('.grid-code img').naturalWidth > 0");
    shot(card, "evaluation-card");
    browser.assertQuiet();
  }

  /** A picture for looking at: {@code -Dwangge.shots=DIR}. */
  private static void shot(Page page, String name) {
    String folder = System.getProperty("wangge.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }
}
