package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Supervisors look into what was done, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionPageTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9182}";
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('.supervision-page *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.className || one.tagName).join(' ')
      """;

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
    Page page = browser.signedIn(server.url(), user, width, height, "zh-CN", ColorScheme.LIGHT);
    page.navigate(server.url() + path);
    return page;
  }

  private static Locator key(Page page, String key) {
    return page.locator("[data-key='" + key + "']");
  }

  private static Locator number(Page page, String side, String result) {
    return key(page, side + "-" + result);
  }

  private JsonNode reportAndClose(String name) {
    JsonNode report = server.post(server.to("/api/reports"), REPORT.formatted(name)).json();
    String[] actions = {"accept", "file", "dispatch", "report-back", "close"};
    for (int i = 0; i < actions.length; i++) {
      String path = "/api/incidents/" + report.path("id").asText() + "/" + actions[i];
      RunningServer.Answer done =
          server.post(server.as("operator", path).header("If-Match", "\"" + (i + 1) + "\""), "{}");
      assertThat(done.status()).as(done.body()).isEqualTo(200);
    }
    return report;
  }

  @Test
  void a_sample_is_drawn_assessed_by_keyboard_and_what_is_not_solved_is_opened_again() {
    Page page = open("supervisor", "/figures/", 1440, 900);
    key(page, "to-supervision").click();
    key(page, "part-samples").click();
    key(page, "draw").click();
    assertThat(page.locator("[data-part=population] b")).hasText(Pattern.compile("[1-9][0-9]*"));
    key(page, "draw-size").fill("3");
    key(page, "draw-seed").fill("page-1");
    assertThat(page.locator("[data-part=population]")).containsText("将抽取 3 件");
    shot(page, "supervision-draw");
    key(page, "draw-seed").press("Enter");
    assertThat(page.locator(".supervision-facts code")).hasText("page-1");
    assertThat(page.locator(".supervision-member")).hasCount(3);
    key(page, "assess-1").press("Enter");
    key(page, "real-yes").focus();
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    page.keyboard().press("Control+Enter");
    assertThat(number(page, "n", "progress")).hasText("1");
    assertThat(number(page, "n", "solved-rate")).hasText("0");
    assertThat(number(page, "of", "solved-rate")).hasText("1");
    assertThat(key(page, "assess-2")).hasAttribute("aria-expanded", "true");
    assertThat(key(page, "real-yes")).isFocused();
    shot(page, "supervision-sample");
    number(page, "n", "real-rate").click();
    assertThat(page.locator(".supervision-member")).hasCount(1);
    number(page, "n", "solved-rate").click();
    assertThat(page.locator(".supervision-member")).hasCount(0);
    key(page, "all-members").click();
    key(page, "reopen-1").click();
    page.keyboard().type("还漏水");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".supervision-member.done")).containsText("已重新打开");
    page.reload();
    assertThat(number(page, "of", "progress")).hasText("3");
    browser.assertQuiet();
  }

  @Test
  void who_is_not_satisfied_waits_until_a_supervisor_has_looked_also_on_a_phone() {
    JsonNode sad = reportAndClose("page-sad");
    server.put(
        server
            .to("/api/reports/own/evaluation")
            .header("Wangge-Report-Token", sad.path("token").asText()),
        "{\"score\":\"unsatisfied\",\"words\":\"又不亮了\"}");
    Page phone = open("supervisor", "/supervision/", 390, 844);
    Locator row = phone.locator(".supervision-row").first();
    assertThat(row).containsText("又不亮了");
    assertThat(row).containsText("已等待 0 小时");
    assertThat(phone.evaluate(STICKING_OUT)).isEqualTo("");
    shot(phone, "supervision-phone");
    row.locator("button").first().click();
    phone.keyboard().type("已电话说明");
    phone.keyboard().press("Control+Enter");
    assertThat(phone.locator("#content")).not().containsText("又不亮了");
    key(phone, "part-samples").click();
    assertThat(phone.locator(".supervision-member").first()).isVisible();
    assertThat(phone.evaluate(STICKING_OUT)).isEqualTo("");
    Page admin = open("admin", "/supervision/?part=terms", 1440, 900);
    key(admin, "days").fill("20");
    key(admin, "save-terms").press("Enter");
    assertThat(admin.locator(".supervision-terms tbody tr")).hasCount(2);
    assertThat(admin.locator(".supervision-terms h2")).containsText("20");
    Page operator = open("operator", "/supervision/", 1440, 900);
    assertThat(operator.locator(".supervision-list h2")).isVisible();
    assertThat(operator.locator(".supervision-row button")).hasCount(0);
    browser.assertQuiet();
  }

  /** A picture for looking at: {@code -Dwangge.shots=DIR}. */
  private static void shot(Page page, String name) {
    String folder = System.getProperty("wangge.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }
}
