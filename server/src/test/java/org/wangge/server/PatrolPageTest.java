package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Patrols in a real browser: how they went, a plan that is made, and the phone of who walks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatrolPageTest {
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('main *')]
        .filter((one) => !one.closest('.round-scroll, svg'))
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
    Page page = browser.emptyPage(server.url(), width, height, "zh-CN", ColorScheme.LIGHT);
    RealBrowser.signIn(page, server.url(), user);
    page.navigate(server.url() + path);
    return page;
  }

  private static Locator key(Page page, String key) {
    return page.locator("[data-key='" + key + "']");
  }

  @Test
  void the_patrols_of_a_day_open_their_sheets_and_the_grids_nobody_walked_are_drawn() {
    LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    Page page = open("operator", "/patrols/?day=" + yesterday, 1440, 900);
    Locator chip = page.locator("button.round-chip.is-done").first();
    chip.waitFor(new Locator.WaitForOptions().setTimeout(120_000));
    assertThat(page.locator("[data-count=done] b")).not().hasText("0");
    chip.click();
    assertThat(page.locator(".round-verdict")).hasText("已完成");
    assertThat(page.locator(".round-map .round-ground")).hasCount(1);
    assertThat(page.locator(".round-street.walked").first())
        .hasAttribute("d", Pattern.compile("^M"));
    assertThat(page.locator(".round-map .round-track").first())
        .hasAttribute("d", Pattern.compile("^M"));
    key(page, "close-sheet").click();
    assertThat(page.locator(".round-sheet")).hasCount(0);
    key(page, "part-unwalked").click();
    assertThat(page.locator(".round-map > svg .round-shade").nth(30)).isVisible();
    key(page, "days").fill("0");
    key(page, "days").press("Enter");
    assertThat(page.locator("tr[data-grid]").nth(30)).isVisible();
    key(page, "part-figures").click();
    assertThat(page.locator("tr[data-row]").first()).containsText("%");
  }

  @Test
  void a_plan_is_made_with_the_keyboard_and_is_in_the_list() {
    Page page = open("operator", "/patrols/?part=plans&plan=new", 1440, 900);
    key(page, "save").focus();
    page.keyboard().press("Enter");
    assertThat(key(page, "name")).isFocused();
    key(page, "name").fill("夜间巡查");
    key(page, "save").click();
    assertThat(page.locator(".note.bad")).containsText("计划需要 1 到 50 人");
    assertThat(key(page, "name")).hasValue("夜间巡查");
    page.locator("[data-part=people] input").first().focus();
    page.keyboard().press("Space");
    page.locator("[data-part=grids] input").first().focus();
    page.keyboard().press("Space");
    key(page, "show-streets").click();
    page.locator("[data-part=streets] input").first().check();
    assertThat(page.locator("[data-part=grids] input:checked")).hasCount(1);
    key(page, "save").click();
    assertThat(page.locator(".round-plan-item[aria-current]")).containsText("夜间巡查");
    key(page, "end").click();
    assertThat(page.locator(".round-plan-list")).containsText("已结束");
  }

  @Test
  void on_a_phone_nothing_sticks_out_and_a_worker_sees_the_own_patrols() {
    Page page = open("supervisor", "/patrols/", 390, 844);
    page.locator(".round-lane").first().waitFor();
    assertThat(page.evaluate(STICKING_OUT)).isEqualTo("");
    key(page, "part-plans").click();
    key(page, "new-plan").click();
    page.locator(".round-form").waitFor();
    assertThat(page.evaluate(STICKING_OUT)).isEqualTo("");
    Page phone = open("worker", "/field/", 390, 844);
    phone.locator("[data-round]").first().waitFor();
    assertThat(phone.locator("[data-round]").first()).containsText("巡查");
    assertThat(phone.evaluate(STICKING_OUT)).isEqualTo("");
  }
}
