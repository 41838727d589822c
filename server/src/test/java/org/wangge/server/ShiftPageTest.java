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

/** The page of shifts in a real browser: whom to call, the week, and a handover taken over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShiftPageTest {
  private static final String STREET = "990101001";
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('main *')]
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
  void the_week_is_a_picture_with_its_gap_and_says_whom_to_call() {
    Page page = open("operator", "/shift/?area=" + STREET, 1440, 900);
    assertThat(page.locator(".shift-call li").first()).containsText("值班员");
    assertThat(page.locator(".shift-call a").first())
        .hasAttribute("href", Pattern.compile("tel:[0-9]+"));
    assertThat(page.locator(".shift-day.today")).hasCount(1);
    key(page, "after").click();
    assertThat(page.locator(".shift-bar.gap")).hasCount(1);
    assertThat(page.locator(".shift-gaps").first()).containsText("没有人值班");
    page.locator("button.shift-bar.leader").first().click();
    assertThat(page.locator("dialog")).containsText("带班领导");
    key(page, "remove").click();
    key(page, "remove").click();
    assertThat(page.locator("button.shift-bar.leader")).hasCount(6);
    assertThat((Boolean) page.evaluate("() => document.body.scrollWidth <= innerWidth")).isTrue();
  }

  @Test
  void a_handover_that_waits_is_taken_over_and_stands_in_the_log() {
    Page page = open("operator", "/shift/?part=handover&area=" + STREET, 1440, 900);
    page.locator(".shift-sheet-item:has(.waiting)").click();
    assertThat(page.locator(".shift-signatures li")).hasCount(1);
    key(page, "answer").fill("收到");
    key(page, "sign").click();
    assertThat(page.locator(".shift-paper .shift-state")).hasText("已交接");
    assertThat(page.locator(".shift-signatures li")).hasCount(2);
    assertThat(page.locator(".shift-paper .shift-whole")).hasText("内容与签字时一致");
    key(page, "part-log").click();
    assertThat(page.locator(".shift-own")).containsText("您正在");
    key(page, "text").fill("已接班");
    key(page, "write").click();
    assertThat(page.locator(".shift-entry .shift-text").first()).hasText("已接班");
    key(page, "part-changes").click();
    assertThat(page.locator(".shift-counts button")).hasCount(8);
  }

  @Test
  void on_a_phone_the_week_is_a_list_by_days_and_nothing_sticks_out() {
    Page page = open("worker", "/shift/?area=" + STREET, 390, 844);
    assertThat(page.locator(".shift-list section")).hasCount(7);
    assertThat(page.locator(".shift-item").first()).isVisible();
    assertThat(page.locator(".shift-picture")).isHidden();
    assertThat(key(page, "add")).hasCount(0);
    assertThat(page.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
  }
}
