package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The page of emergencies in a real browser: declared, answered on a phone, marked, ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyPageTest {
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('.emergency-head, .emergency-tile, .emergency-map')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.className).join(' ')
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
    Page page = browser.emptyPage(server.url(), width, height, "zh-CN", ColorScheme.LIGHT);
    RealBrowser.signIn(page, server.url(), user);
    page.navigate(server.url() + path);
    return page;
  }

  private static Locator key(Page page, String key) {
    return page.locator("[data-key='" + key + "']");
  }

  private String homeOfWorker() {
    String staff = server.getAsOwner("/api/accounts/worker").json().findValue("staffCode").asText();
    return server.getAsOwner("/api/people/" + staff).json().findValue("homeGrid").asText();
  }

  @Test
  void it_is_declared_in_two_presses_answered_with_one_and_ended_with_a_report() {
    String home = homeOfWorker();
    Page page = open("approver", "/emergency/", 1440, 900);
    assertThat(page.locator(".emergency-state")).hasText("已结束");
    assertThat(page.locator(".emergency-scroll tbody tr").first()).isVisible();
    key(page, "declare").click();
    key(page, "title").fill("防汛");
    key(page, "area-" + home).check();
    key(page, "contact-name").fill("指挥部");
    key(page, "contact-phone").fill("0731-12345");
    key(page, "urgent").click();
    key(page, "category-noise").check();
    key(page, "ask").click();
    assertThat(page.locator("[data-follows=grids]")).containsText("1 个网格");
    assertThat(page.locator("[data-follows=households]")).hasCount(0);
    assertThat(page.locator("[data-follows=urgent]")).containsText("噪声");
    key(page, "go").click();
    assertThat(page.locator(".emergency-head.lasting h2")).hasText("防汛");
    assertThat(page.locator(".emergency-urgent")).containsText("噪声");
    Page phone = open("worker", "/field/", 390, 844);
    phone.locator("[data-key^=come-]").click();
    assertThat(phone.locator("[data-part=emergency]")).containsText("已答复：能参加");
    Locator confirmed = page.locator("[data-tile=people] b");
    assertThat(confirmed).hasText(Pattern.compile("^1 / [0-9]+$"));
    phone.close();
    itIsMarkedOnTheMap(home);
    key(page, "end").click();
    assertThat(page.locator("dialog")).containsText("1 个网格恢复平时状态");
    key(page, "yes").click();
    assertThat(page.locator(".emergency-state")).hasText("已结束");
    assertThat(confirmed).hasText(Pattern.compile("^1 / [0-9]+$"));
    assertThat(key(page, "end")).hasCount(0);
  }

  private void itIsMarkedOnTheMap(String grid) {
    Page map = open("handler", "/?area=" + grid, 1440, 900);
    assertThat(map.locator(".area.in-emergency")).hasCount(1);
    assertThat(map.locator(".emergency-row")).containsText("应急 防汛");
    assertThat(map.locator(".card-emergency")).containsText("0731-12345");
    key(map, "account").click();
    assertThat(key(map, "emergency")).hasText("应急：进行中");
    map.close();
  }

  @Test
  void on_a_phone_the_report_of_the_demonstration_fits() {
    Page page = open("supervisor", "/emergency/", 390, 844);
    assertThat(page.locator(".emergency-tile").first()).isVisible();
    assertThat(page.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
    key(page, "part-people").click();
    assertThat(page.locator(".emergency-person").first()).isVisible();
  }
}
