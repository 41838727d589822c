package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WallPageTest {
  private static final int USUAL_VIEWS = 4;
  private static final LocatorAssertions.IsVisibleOptions WITHIN_5_S =
      new LocatorAssertions.IsVisibleOptions().setTimeout(5_000);
  private static final LocatorAssertions.IsHiddenOptions PATIENT =
      new LocatorAssertions.IsHiddenOptions().setTimeout(30_000);

  /** What of a mark is drawn, without the ink around it and the digit in it. */
  private static final String WORST_OF_DRAWN =
      """
      async () => {
        const at = (file) => import(document.querySelector('script[type=module]').src.replace('app/main.js', file));
        const [symbols, seen] = await Promise.all([at('map/wall-symbols.js'), at('map/colour-vision.js')]);
        return ['dark', 'light'].map((theme) => {
          const drawn = new Map(symbols.wallSymbols(theme));
          const pixel = (name, x, y) => { const image = drawn.get('wall-' + name); return [...image.data.slice(4 * (y * image.width + x), 4 * (y * image.width + x) + 3)]; };
          const ground = theme === 'dark' ? [22, 28, 34] : [232, 235, 236];
          return seen.worstPair({
            left: pixel('ordinary-left-1', 16, 28), warned: pixel('important-warned-2', 16, 28), overdue: pixel('urgent-overdue-3', 14, 28),
            paused: pixel('ordinary-paused-4', 16, 28), person: pixel('person-walking', 28, 30), camera: pixel('camera-on', 20, 28), ground,
          }).apart;
        });
      }
      """;

  @TempDir Path folder;

  @Test
  void nobody_signed_in_sees_the_wall_which_tells_when_its_server_is_gone_and_comes_back() {
    PackagedProgram program = PackagedProgram.serveTown(folder);
    try (RealBrowser browser = RealBrowser.withoutWebGl()) {
      Page page = browser.emptyPage(program.url(), 1920, 1080, "zh-CN", ColorScheme.DARK);
      page.navigate(program.url() + "/");
      page.waitForSelector("html[data-map=ready]");
      assertThat(page.locator(".wall-row").first()).isVisible();
      assertThat(page.locator("#header")).isHidden();
      assertThat(page.locator("[data-figure=closing-rate] .wall-of"))
          .containsText(Pattern.compile("[0-9] / "));
      assertThat(page.locator(".wall-clock"))
          .containsText(Pattern.compile("^[0-9]{2}:[0-9]{2}:[0-9]{2}$"));
      assertThat(page.locator(".wall-fresh .fresh")).hasCount(5);
      assertThat(page.locator(".outline .area[data-class='1']").first()).isVisible();
      assertThat(page.locator(".wall-silent")).isVisible();
      assertThat(page.locator(".wall-controls")).isHidden();
      page.evaluate("window.neverReloaded = true");
      aPastIsNotTakenForNow(page);
      aLinkSaysHowTheWallIs(browser, program.url());
      colours(page);
      browser.assertQuiet();

      String port = program.url().replaceAll(".*:", "");
      program.kill();
      Locator band = page.locator(".wall-band");
      assertThat(band).isVisible(WITHIN_5_S);
      assertThat(band).containsText("画面停在");
      assertThat(page.locator("[data-layer=people]")).hasClass(Pattern.compile("lags|old"));
      program =
          PackagedProgram.start(
              folder, "serve", "--port", port, "--data", folder.resolve("data").toString());
      assertThat(band).isHidden(PATIENT);
      assertThat(page.locator(".wall-row").first()).isVisible();
      assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    } finally {
      program.close();
    }
  }

  private static void aPastIsNotTakenForNow(Page page) {
    page.keyboard().press("Shift");
    Locator slider = page.locator("[data-key=wall-slider]");
    assertThat(slider).isVisible();
    slider.fill("-240");
    assertThat(page.locator(".wall-past")).containsText("不是实时画面");
    assertThat(page.locator(".wall-now")).containsText("当时在办");
    assertThat(page.locator(".wall-big")).not().hasText("0");
    assertThat(page.locator(".wall-clock")).hasText(Pattern.compile("^[0-9]{2}:00$"));
    assertThat(page.locator("html")).hasAttribute("data-past", "");
    page.keyboard().press("Shift");
    page.locator("[data-key=wall-to-now]").click();
    assertThat(page.locator(".wall-past")).isEmpty();
  }

  private static void aLinkSaysHowTheWallIs(RealBrowser browser, String url) {
    Page page = browser.emptyPage(url, 1920, 1080, "zh-CN", ColorScheme.DARK);
    page.navigate(
        url + "/?wall&figure=closing-rate&theme=light&lang=en&distance=3&screen=1.2&sound=off");
    assertThat(page.locator(".wall-legend")).containsText("coloured by closing rate");
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    // 3 m × tan 20′ = 17.45 mm of capital; 0.9 px a millimetre; capitals are 0.72 of the font.
    assertThat(page.evaluate("document.documentElement.style.getPropertyValue('--wall-size')"))
        .isEqualTo("21.8px");
    page.close();
  }

  private static void colours(Page page) {
    List<?> apart = (List<?>) page.evaluate(WORST_OF_DRAWN);
    assertThat(apart).hasSize(2);
    for (Object one : apart) {
      assertThat(((Number) one).doubleValue()).isGreaterThanOrEqualTo(15);
    }
  }

  @Test
  void whoever_is_signed_in_opens_the_map_and_the_wall_when_they_ask_for_it() {
    try (PackagedProgram program = PackagedProgram.serveTown(folder, "--no-simulator");
        RealBrowser browser = RealBrowser.withoutWebGl()) {
      Page page = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
      signIn(page, program, "operator");
      page.navigate(program.url() + "/");
      assertThat(page.locator("#search")).isVisible();
      assertThat(page.locator(".wall-clock")).hasCount(0);
      page.navigate(program.url() + "/?wall");
      assertThat(page.locator(".wall-big")).isVisible();
      assertThat(page.locator("#search")).hasCount(0);
      whoWasOnDutyIsShownOnRequest(page);
      aViewThatIsKeptIsAtTheNextDeskToo(browser, program);
      browser.assertQuiet();
    }
  }

  private static void whoWasOnDutyIsShownOnRequest(Page page) {
    page.keyboard().press("Shift");
    Locator then = page.locator("[data-key=wall-people-then]");
    assertThat(then).hasCount(0);
    page.locator("[data-key=wall-slider]").fill("-24");
    assertThat(then).hasText("当时在岗");
    assertThat(page.locator(".wall-people")).hasCount(0);
    then.click();
    assertThat(then).hasText(Pattern.compile("^当时在岗 [0-9]+ 人$"));
    String people = then.textContent().replaceAll("[^0-9]", "");
    assertThat(page.locator(".wall-people")).hasText("当时在岗" + people);
    page.keyboard().press("Shift");
    page.locator("[data-key=wall-slider]").fill("-25");
    assertThat(then).hasText("当时在岗");
    page.locator("[data-key=wall-to-now]").click();
    assertThat(then).hasCount(0);
  }

  private static void aViewThatIsKeptIsAtTheNextDeskToo(
      RealBrowser browser, PackagedProgram program) {
    Page desk = wallOf(browser, program, "operator");
    Locator turns = desk.locator(".wall-dots i");
    assertThat(turns).hasCount(USUAL_VIEWS);
    desk.keyboard().press("Shift");
    desk.locator("[data-key=wall-figure]").selectOption("overdue");
    desk.waitForResponse(
        answer -> answer.url().endsWith("/api/wall/views") && answer.status() == 200,
        () -> desk.locator("[data-key=wall-keep-view]").click());
    assertThat(turns).hasCount(USUAL_VIEWS + 1);
    desk.context().close();
    assertThat(wallOf(browser, program, "operator").locator(".wall-dots i"))
        .hasCount(USUAL_VIEWS + 1);
    assertThat(wallOf(browser, program, "planner").locator(".wall-dots i")).hasCount(USUAL_VIEWS);
  }

  /** The wall on a browser of its own that somebody has signed in on, with their views read. */
  private static Page wallOf(RealBrowser browser, PackagedProgram program, String user) {
    Page page = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    signIn(page, program, user);
    page.waitForResponse(
        answer -> answer.url().endsWith("/api/wall/views"),
        () -> page.navigate(program.url() + "/?wall"));
    assertThat(page.locator(".wall-big")).isVisible();
    return page;
  }

  private static void signIn(Page page, PackagedProgram program, String user) {
    page.context()
        .request()
        .post(
            program.url() + "/api/session",
            RequestOptions.create().setData(Map.of("user", user, "password", "demo")));
  }
}
