package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Visits in a real browser: a rule made at a desk, a door visited on a phone without network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitPageTest {
  private static final String GRID = "990101001002001";
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('.visits-page *, #content *')]
        .filter((one) => !one.closest('.campaign-scroll') && one.getBoundingClientRect().right > innerWidth + 1)
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

  @Test
  void a_rule_is_made_at_a_desk_and_a_door_visited_on_a_phone_without_network() {
    Page desk = open("operator", "/visits/?part=rules", 1440, 900);
    key(desk, "new-rule").click();
    key(desk, "title").fill("商户安全走访");
    key(desk, "target").selectOption("business");
    key(desk, "every").fill("30");
    key(desk, "unit").selectOption("days");
    key(desk, "area-" + GRID).check();
    key(desk, "add").click();
    key(desk, "text-0").fill("灭火器在有效期内？");
    key(desk, "keep").click();
    Locator rule = desk.locator(".visits-rules > li").last();
    assertThat(rule).containsText("每 30 天一次");
    rule.locator("[data-key^=due-]").click();
    Locator listed = desk.locator("[data-part=listed]");
    assertThat(listed).hasText(Pattern.compile("列出 \\d+ 户，共 \\d+ 户"));
    int all = Integer.parseInt(listed.textContent().replaceAll(".*共 (\\d+) 户", "$1"));
    assertThat(all).isPositive();
    browser.assertQuiet();
    visitedWithoutNetwork();
    desk.reload();
    assertThat(listed).hasText(Pattern.compile(".*共 " + (all - 1) + " 户"));
    key(desk, "part-coverage").click();
    key(desk, "rule").selectOption(new SelectOption().setLabel("每户每月走访（演示）"));
    assertThat(desk.locator("[data-count=seen] b")).hasText(Pattern.compile("\\d+ / [\\d,]+"));
    assertThat(desk.locator(".campaign-shape text").first()).hasText(Pattern.compile("\\d+%"));
    desk.locator(".campaign-scroll [data-key^=row-]").first().click();
    desk.locator(".campaign-scroll [data-key^=row-]").first().click();
    key(desk, "state-unreachable").click();
    assertThat(listed).hasText(Pattern.compile("列出 .*"));
    key(desk, "state-all").click();
    desk.locator("[data-key^=door-]").first().click();
    assertThat(desk.locator(".visits-door")).isVisible();
    key(desk, "mark-kind-2").check();
    assertThat(desk.locator("#toasts")).containsText("已保存");
    assertThat(key(desk, "mark-kind-2")).isChecked();
    Page phone = open("supervisor", "/visits/?part=due", 390, 844);
    assertThat(phone.locator(".campaign-door").first()).isVisible();
    assertThat(phone.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
    assertThat(open("handler", "/visits/", 800, 600).locator(".closed-door")).isVisible();
  }

  /** What is said where there is no network is kept on the phone and sent later, once. */
  private void visitedWithoutNetwork() {
    Page field = open("worker", "/field/", 390, 844);
    field.locator("html[data-field=ready]").waitFor();
    field.evaluate("() => navigator.serviceWorker.ready.then(() => 1)");
    Locator round = field.locator(".task", new Page.LocatorOptions().setHasText("商户安全走访"));
    assertThat(round).isVisible();
    field.context().setOffline(true);
    round.click();
    Locator doors = field.locator(".visit-door");
    assertThat(doors.first()).isVisible();
    String door = doors.first().getAttribute("data-key");
    key(field, door).click();
    Locator send = key(field, "visit-send");
    assertThat(send).isDisabled();
    key(field, "outcome-nobody-home").click();
    key(field, "try-3").click();
    key(field, "outcome-met").click();
    assertThat(send).isDisabled();
    key(field, "q1-no").click();
    key(field, "note").fill("店主说下周换");
    key(field, "hazard").click();
    key(field, "category").selectOption("fire-lane");
    key(field, "hazard-text").fill("灭火器过期");
    assertThat(field.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
    shot(field, "field-door");
    send.click();
    assertThat(key(field, door)).hasClass(Pattern.compile("waiting"));
    field.reload();
    assertThat(key(field, door)).hasClass(Pattern.compile("waiting"));
    shot(field, "field-doors");
    field.context().setOffline(false);
    key(field, "visits-all").click();
    assertThat(key(field, door)).hasClass(Pattern.compile("done"));
    field.navigate(server.url() + "/field/#outbox");
    assertThat(field.locator(".box-item.sent")).containsText(Pattern.compile("\\d{8}-\\d{4}"));
    field.close();
    String history =
        server
            .send(server.as("operator", "/api/visits/doors/" + door.replace("door-", "")))
            .json()
            .at("/properties/visits")
            .toString();
    assertThat(history.split("\"outcome\"", -1)).as("once").hasSize(2);
    assertThat(history).contains("店主说下周换");
  }

  /** Pictures for looking at: {@code -Dwangge.shots=DIR}. */
  private static void shot(Page page, String name) {
    String folder = System.getProperty("wangge.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, "visit-" + name + ".png")));
    }
  }
}
