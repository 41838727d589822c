package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapPageTest {
  private static final String GRID = "990101001003001";
  private static final String READY = "html[data-map=ready]";

  private PackagedProgram program;
  private RealBrowser browser;
  private RealBrowser plain;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withWebGl();
    plain = RealBrowser.withoutWebGl();
    program = PackagedProgram.serveTown(folder, "--no-simulator");
  }

  @AfterEach
  void closePages() {
    browser.closePages();
    plain.closePages();
  }

  @AfterAll
  void close() {
    browser.close();
    plain.close();
    program.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
  }

  private Page chinese() {
    return chinese(browser);
  }

  /**
   * Where the map itself is not looked at, it need not be drawn by a processor without graphics.
   */
  private Page chinese(RealBrowser in) {
    Page page = in.page(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    page.waitForSelector(READY);
    return page;
  }

  @Test
  void a_grid_is_found_by_its_code_shown_on_the_map_and_chosen_with_a_click() {
    Page page = chinese();
    Pixels before = Pixels.of(page.locator("#stage"));
    assertThat(before.colours()).as("colours on the map").isGreaterThan(40);

    page.locator("#search").fill(GRID);
    page.locator("#search-results [role=option]").first().waitFor();
    page.keyboard().press("Enter");
    Locator card = page.locator("#card .card");
    assertThat(card.locator(".code")).containsText(GRID);
    String name = card.locator(".card-name").innerText();
    assertThat(name).contains("网格");
    assertThat(card).containsText("户");
    page.waitForTimeout(1500);
    assertThat(Pixels.of(page.locator("#stage")).differenceTo(before)).isGreaterThan(0.05);

    page.locator("[data-key=card-close]").click();
    assertThat(card.locator(".code")).hasCount(0);
    page.locator("#map").click();
    assertThat(page.locator("#card .code")).containsText(Pattern.compile("^[0-9]{15,18}"));
    browser.assertQuiet();
  }

  @Test
  void a_building_is_found_by_its_initials_and_marked_with_what_it_belongs_to() {
    Page page = chinese();
    Locator first = SearchField.find(page, "wfxq1d");
    assertThat(first).containsText("望峰小区1栋");
    assertThat(first).containsText("首字母相符");
    page.keyboard().press("Enter");
    assertThat(page.locator("#here")).containsText("望峰小区1栋");
    assertThat(page.locator("#here")).containsText("谷湾社区第1网格");

    Locator card = page.locator("#card .place-card");
    assertThat(card).containsText("望峰小区1栋");
    assertThat(card).containsText("1单元");
    card.getByText("望峰小区", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(card.locator(".card-name")).hasText("望峰小区");
    assertThat(card.locator("tbody tr").first()).containsText("望峰小区1栋");
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    assertThat(card).hasCount(0);

    SearchField.find(page, "wfxq1d");
    page.keyboard().press("Enter");
    assertThat(card).containsText("望峰小区1栋");
    page.locator("[data-key=place-close]").click();
    assertThat(card).hasCount(0);
    page.waitForTimeout(1000);
    page.locator("#map").click();
    assertThat(card.locator(".card-name")).hasText("望峰小区1栋");
    browser.assertQuiet();
  }

  @Test
  void the_address_keeps_the_view_and_brings_it_back() {
    Page page = chinese();
    page.locator("#search").fill(GRID);
    page.locator("#search-results [role=option]").first().waitFor();
    page.keyboard().press("Enter");
    assertThat(page.locator("#card .code")).containsText(GRID);
    page.waitForTimeout(1000);
    assertThat(page).hasURL(Pattern.compile("[?&]area=" + GRID));
    String address = page.url();

    Page again = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    again.navigate(address);
    again.waitForSelector(READY);
    assertThat(again.locator("#card .code")).containsText(GRID);
    browser.assertQuiet();
  }

  @Test
  void everything_on_the_map_can_be_read_as_a_table() {
    Page page = chinese(plain);
    page.locator("[data-key=tab-incidents]").click();
    assertThat(page.locator("#table-place table tbody tr").first()).isVisible();
    page.locator("[data-key=tab-cameras]").click();
    assertThat(page.locator("#table-place table tbody tr").first()).isVisible();
    page.locator("[data-key=tab-estates]").click();
    Locator estates = page.locator("#table-place table tbody tr");
    assertThat(estates).hasCount(12);
    estates.first().click();
    assertThat(page.locator("#card .place-card .card-name")).containsText("小区");
    page.locator("[data-key=tab-areas]").click();
    assertThat(page.locator("#table-place table tbody tr")).hasCount(40);
    plain.assertQuiet();
  }

  @Test
  void in_english_and_light_nothing_of_the_page_itself_stays_chinese_or_dark() {
    Page page = plain.page(program.url(), 1366, 768, "en-GB", ColorScheme.LIGHT);
    page.waitForSelector(READY);
    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^en"));
    assertThat(page.locator("#side").innerText()).doesNotContainPattern("\\p{IsHan}");
    assertThat(Pixels.of(page.locator("#side")).brightness()).isGreaterThan(180);
    page.locator("[data-key=lang-zh]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    assertThat(page.locator("#side")).containsText("网格");
    plain.assertQuiet();
  }

  @Test
  void the_first_useful_picture_comes_within_6_seconds_beside_other_tests() {
    chinese().close();
    Page page = browser.page(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    page.waitForSelector(READY);
    double seconds = ((Number) page.evaluate("performance.now()")).doubleValue() / 1000;
    // The goal is 3 s on a quiet machine; here the two cores are shared with server and tests.
    assertThat(seconds).isLessThan(6);
    assertThat(Pixels.of(page.locator("#stage")).colours()).isGreaterThan(40);
  }

  @Test
  void without_webgl_the_areas_are_drawn_as_svg_and_can_be_chosen() {
    Page page = chinese(plain);
    Locator areas = page.locator("#map svg.outline .area");
    assertThat(areas).hasCount(40);
    assertThat(page.locator("#bands")).containsText("WebGL");
    areas.nth(7).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#card .code")).containsText(Pattern.compile("^[0-9]{15}"));
    plain.assertQuiet();
  }
}
