package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.figure.PastTown;

/**
 * The page of figures in a real browser: the golden case, the lists behind it, and the way down.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresPageTest {
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('.figure-page *')]
        .filter((one) => !one.closest('.figure-scroll') && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.className || one.tagName).join(' ')
      """;

  private RunningServer server;
  private RealBrowser browser;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    PastTown.golden(server);
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

  private static Locator figure(Page page, String code) {
    return page.locator("[data-figure=" + code + "]");
  }

  @Test
  void what_was_visited_stands_beside_the_cases_unless_these_are_narrowed() {
    Page page = open("supervisor", "/figures/?area=990101001", 1440, 900);
    Locator field = page.locator(".figure-fieldwork");
    assertThat(field.locator("h2")).hasText("巡查走访");
    assertThat(field.locator("tbody tr").last()).containsText("合计");
    field.locator(".row-button").first().click();
    assertThat(page.locator(".figure-fieldwork .row-button")).hasCount(0);
    page.navigate(server.url() + "/figures/?area=990101001&priority=urgent");
    assertThat(page.locator(".figure-page h2").first()).isVisible();
    assertThat(page.locator(".figure-fieldwork")).hasCount(0);
    browser.assertQuiet();
  }

  @Test
  void the_golden_figures_stand_there_with_their_denominators_and_open_their_lists() {
    Page page = open("supervisor", "/figures/?period=quarter&day=2015-02-03", 1440, 900);
    assertThat(figure(page, "closing-rate")).hasText("93.72%");
    assertThat(figure(page, "on-time-rate")).hasText("75.82%");
    assertThat(figure(page, "received")).hasText("1,054");
    assertThat(figure(page, "filed")).hasText("996");
    assertThat(figure(page, "due")).hasText("972");
    Locator card =
        page.locator(".figure-card")
            .filter(new Locator.FilterOptions().setHas(figure(page, "closing-rate")));
    assertThat(card.locator(".figure-line")).hasText(Pattern.compile("911 / 占?972"));
    assertThat(figure(page, "urgent-closing-rate")).hasText("无");
    card.locator(".figure-open").first().click();
    assertThat(page.locator(".figure-cases h2")).hasText("结案：911 件");
    assertThat(page.locator(".figure-cases tbody tr")).hasCount(911);
    page.locator("[data-key=close-cases]").click();
    assertThat(page.locator(".figure-cases")).isHidden();
    browser.assertQuiet();
  }

  @Test
  void one_goes_down_to_a_grid_by_keyboard_and_a_link_shares_what_is_seen() {
    Page page =
        open("supervisor", "/figures/?period=quarter&day=2015-02-03&by=community", 1440, 900);
    Locator first = page.locator(".figure-rows .row-button").first();
    first.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".figure-way [aria-current=page]")).not().hasText("全部区域");
    // Until the new rows are read, the old ones stand there.
    assertThat(page.locator(".figure-table")).hasAttribute("aria-busy", "false");
    page.locator(".figure-rows .row-button").first().click();
    assertThat(page.locator("[data-key=choose-by]")).hasValue("category");
    assertThat(figure(page, "closing-rate")).hasText("93.72%");
    Page other = open("operator", page.url().substring(server.url().length()), 390, 844);
    assertThat(figure(other, "closing-rate")).hasText("93.72%");
    assertThat(other.locator("[data-key=choose-by]")).hasValue("category");
    assertThat(other.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
    page.goBack();
    assertThat(page.locator("[data-key=choose-by]")).hasValue("children");
    assertThat(open("worker", "/figures/", 800, 600).locator(".closed-door")).isVisible();
  }

  @Test
  void a_period_without_cases_says_so_and_the_administrator_grades_otherwise() {
    Page page = open("admin", "/figures/?period=year&day=2012-01-01", 1440, 900);
    assertThat(page.locator(".figure-table .note")).containsText("没有案件");
    page.locator("[data-key=grades]").click();
    page.locator("input[name=closing-rate-competent]").fill("84");
    page.locator("[data-key=save-grades]").click();
    assertThat(page.locator("dialog")).hasCount(0);
    page.locator("[data-key=grades]").click();
    assertThat(page.locator("dialog")).containsText("第 2 版");
  }

  /** Pictures for looking at: {@code -Dwangge.shots=DIR}. */
  @Test
  void pictures_are_taken_where_they_are_wanted() throws IOException {
    String folder = System.getProperty("wangge.shots", "");
    if (folder.isEmpty()) {
      return;
    }
    String golden = "/figures/?period=quarter&day=2015-02-03&by=community";
    String[][] shots = {
      {"laptop-light-zh", golden + "&theme=light", "1440", "900"},
      {"laptop-dark-en", golden + "&theme=dark&lang=en", "1440", "900"},
      {"phone-light-zh", golden + "&theme=light", "390", "844"},
      {"wall-dark-zh", golden + "&theme=dark", "2560", "1440"},
      {"week-light-zh", "/figures/?period=week&by=community&theme=light", "1440", "1240"},
      {"week-dark-en", "/figures/?period=week&by=community&theme=dark&lang=en", "1440", "1240"},
      {
        "list-dark-zh",
        golden + "&theme=dark&list=period%3Dquarter%26day%3D2015-01-01%26count%3Doverdue",
        "1440",
        "900"
      }
    };
    for (String[] shot : shots) {
      Page page = open("supervisor", shot[1], Integer.parseInt(shot[2]), Integer.parseInt(shot[3]));
      assertThat(figure(page, "closing-rate")).isVisible();
      assertThat(page.locator(".figure-rows")).isVisible();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, "figures-" + shot[0] + ".png")));
    }
    String sheet = "/api/kpi/sheet.pdf?period=month&by=community&lang=zh";
    try (PDDocument document = Loader.loadPDF(server.bytes(server.as("supervisor", sheet)))) {
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 90),
          "png",
          Path.of(folder, "figures-sheet.png").toFile());
    }
  }
}
