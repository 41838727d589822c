package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The planner's thread in a real browser on the packaged program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPageTest {
  /** Where on the screen a grid's border lies above and below its label, and the label itself. */
  private static final String PLACES =
      """
      async (face) => {
        const id = new URLSearchParams(location.search).get('plan');
        const plan = await (await fetch('/api/plans/' + id)).json();
        const grid = plan.grids.features.find((one) => one.id === face);
        const [lng, lat, zoom] = document.getElementById('map').dataset.view.split(' ').map(Number);
        const box = document.getElementById('map').getBoundingClientRect();
        const world = 512 * 2 ** zoom;
        const plane = ([x, y]) => [((x + 180) / 360) * world,
          ((180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360))) / 360) * world];
        const center = plane([lng, lat]);
        const pixel = (place) => plane(place).map((v, i) =>
          v - center[i] + (i ? box.top + box.height / 2 : box.left + box.width / 2));
        const ring = grid.geometry.coordinates[0].map(pixel);
        const [x, y] = pixel(grid.properties.labelPoint);
        const meets = ring.slice(1).flatMap(([x2, y2], i) => {
          const [x1, y1] = ring[i];
          return x1 > x !== x2 > x ? [y1 + ((x - x1) / (x2 - x1)) * (y2 - y1)] : [];
        });
        return [x, Math.max(...meets.filter((v) => v < y)), y, Math.min(...meets.filter((v) => v > y))];
      }
      """;

  /** Merges the first two base grids of the open plan, as another page of the planner would. */
  private static final String MERGE =
      """
      async () => {
        const at = '/api/plans/' + new URLSearchParams(location.search).get('plan');
        const plan = await (await fetch(at)).json();
        for (const one of plan.grids.features) {
          for (const other of plan.grids.features) {
            const body = JSON.stringify({ kind: 'merge', faces: [one.id, other.id] });
            const headers = { 'Content-Type': 'application/json', 'If-Match': `"${plan.version}"` };
            if (one === other || one.properties.kind !== other.properties.kind) continue;
            const answer = await fetch(at + '/edits', { method: 'POST', headers, body });
            if (answer.ok) return answer.status;
          }
        }
        return 0;
      }
      """;

  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withWebGl();
    program = PackagedProgram.serveTown(folder);
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

  private void signIn(Page page, String account) {
    APIResponse signedIn =
        page.context()
            .request()
            .post(
                program.url() + "/api/session",
                RequestOptions.create().setData(Map.of("user", account, "password", "demo")));
    assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
  }

  /** The page as the planner of the demonstration sees it. */
  private Page planner(String locale, ColorScheme scheme) {
    Page page = browser.emptyPage(program.url(), 1366, 768, locale, scheme);
    signIn(page, "planner");
    page.navigate(program.url() + "/plan/");
    page.locator("[data-key=begin]").waitFor();
    assertThat(page.locator("[data-key=account]")).containsText("planner");
    return page;
  }

  private static void begin(Page page, int community) {
    List<String> codes = page.locator("[data-key=area] option").allInnerTexts();
    page.locator("[data-key=area]").selectOption(new SelectOption().setIndex(community));
    page.locator("[data-key=begin]").click();
    page.locator(".plan-grids").waitFor();
    assertThat(page.locator(".plan-head")).containsText(codes.get(community));
  }

  private static void confirm(Page page) {
    Locator reason = page.locator("[data-key=reason]");
    if (reason.count() > 0) {
      assertThat(page.locator("[data-key=confirm]")).isDisabled();
      reason.fill("楼栋分属两个小区");
    }
    page.locator("[data-key=confirm]").click();
  }

  @Test
  void a_grid_is_split_by_a_drawn_line_published_and_yesterday_still_has_the_old_one() {
    Page page = planner("zh-CN", ColorScheme.DARK);
    begin(page, 0);
    int grids = page.locator(".plan-grids tbody tr").count();
    Locator first = page.locator("[data-face]").nth(1);
    String code = first.getAttribute("data-face");
    first.click();
    page.locator("[data-key=draw]").click();
    page.waitForTimeout(500);
    assertThat(page.locator("#hud")).containsText("边界");

    List<?> places = (List<?>) page.evaluate(PLACES, code);
    double x = ((Number) places.get(0)).doubleValue();
    double above = ((Number) places.get(1)).doubleValue() + 3;
    assertSnappingIsShownAndSwitchable(page, x, above);
    page.mouse().click(x, above);
    page.waitForTimeout(300);
    double below = ((Number) places.get(3)).doubleValue() - 3;
    page.mouse().move(x, ((Number) places.get(2)).doubleValue());
    page.mouse().move(x, below);
    page.waitForTimeout(300);
    assertThat(page.locator(".hud-measures")).containsText(Pattern.compile("长 .*约 .*户"));
    page.mouse().click(x, below);

    Locator halves = page.locator(".half");
    assertThat(halves).hasCount(2);
    assertThat(halves.first()).containsText("户");
    assertThat(halves.first().locator(".verdict")).isVisible();
    confirm(page);
    assertThat(page.locator("#said")).containsText("已拆成");
    assertThat(page.locator(".plan-grids tbody tr")).hasCount(grids + 1);

    page.locator("[data-key=undo]").click();
    assertThat(page.locator(".plan-grids tbody tr")).hasCount(grids);
    page.locator("[data-key=redo]").click();
    assertThat(page.locator(".plan-grids tbody tr")).hasCount(grids + 1);

    page.locator("[data-key=submit]").click();
    assertThat(page.locator(".plan-way [aria-current=step]")).hasText("待审批");
    assertThat(page.locator("[data-key=draw], [data-key=undo], [data-key=publish]")).hasCount(0);
    rejectedWithReasonAndHandedInAgain(page);
    signIn(page, "approver");
    page.reload();
    assertThat(page.locator(".plan-lineage li")).hasCount(2);
    page.locator("[data-key=approve]").click();
    assertThat(page.locator(".plan-way [aria-current=step]")).hasText("已批准");
    page.locator("[data-key=publish]").click();
    Locator owners = page.locator(".plan-owners tbody tr");
    assertThat(owners).hasCount(2);
    assertThat(owners.first().locator("td").nth(1)).hasText(code);
    assertThat(owners.first().locator("td").nth(2)).not().hasText(code);
    Pixels now = Pixels.of(page.locator("#map"));
    page.locator("[data-key=side-before]").click();
    page.waitForTimeout(700);
    assertThat(Pixels.of(page.locator("#map")).differenceTo(now)).isGreaterThan(0.002);
    browser.assertQuiet();
  }

  private void rejectedWithReasonAndHandedInAgain(Page page) {
    signIn(page, "approver");
    page.reload();
    page.locator("[data-key=reject]").click();
    page.locator("dialog [data-key=yes]").click();
    assertThat(page.locator("dialog .note.bad")).isVisible();
    page.locator("dialog [data-key=why]").fill("请避开小区内部道路");
    page.locator("dialog [data-key=yes]").click();
    assertThat(page.locator(".plan-way .beside")).hasText("已驳回");
    assertThat(page.locator(".plan-history li").last()).containsText("请避开小区内部道路");
    assertThat(page.locator("[data-key=reopen], [data-key=submit]")).hasCount(0);
    signIn(page, "planner");
    page.reload();
    page.locator("[data-key=reopen]").click();
    page.locator("[data-key=submit]").click();
    assertThat(page.locator(".plan-way [aria-current=step]")).hasText("待审批");
  }

  /** Near a border the line snaps to it and says so; switched off, it does not. */
  private static void assertSnappingIsShownAndSwitchable(Page page, double x, double y) {
    Locator told = page.locator(".hud-snap");
    hover(page, told, x, y);
    assertThat(told).containsText(Pattern.compile("边界|顶点"));
    assertThat(page.locator(".snap-mark")).isVisible();
    List.of("vertex", "edge", "street")
        .forEach(kind -> page.locator("[data-key=snap-" + kind + "]").click());
    hover(page, told, x, y);
    assertThat(told).containsText("未吸附");
    List.of("vertex", "edge", "street")
        .forEach(kind -> page.locator("[data-key=snap-" + kind + "]").click());
  }

  /**
   * Comes to a place from beside it, until the page has seen it: it listens once its map is drawn.
   */
  private static void hover(Page page, Locator told, double x, double y) {
    for (int i = 0; i < 40 && (i == 0 || told.innerText().isBlank()); i++) {
      page.mouse().move(x + 30, y + 40);
      page.mouse().move(x, y);
      page.waitForTimeout(200);
    }
  }

  @Test
  void the_same_work_is_done_with_the_keyboard_alone() {
    Page page = planner("en-GB", ColorScheme.LIGHT);
    begin(page, 2);
    int grids = page.locator(".plan-grids tbody tr").count();
    page.locator("[data-face]").first().focus();
    page.keyboard().press("Enter");
    page.keyboard().press("s");
    page.locator("[data-key=how]").focus();
    page.keyboard().press("Enter");
    Locator lat = page.locator("[data-key=point-0-1]");
    String before = lat.inputValue();
    lat.focus();
    page.keyboard().press("ArrowUp");
    assertThat(lat).not().hasValue(before);
    assertThat(lat).isFocused();
    page.locator("[data-key=pad]").focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#told")).containsText("Point 1");
    assertThat(Axe.load().check(page, "drawing with keys")).isEmpty();
    page.locator("[data-key=preview]").focus();
    page.keyboard().press("Enter");
    page.locator(".half").first().waitFor();
    Locator reason = page.locator("[data-key=reason]");
    if (reason.count() > 0) {
      reason.focus();
      page.keyboard().type("two estates");
    }
    page.locator("[data-key=confirm]").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".plan-grids tbody tr")).not().hasCount(grids);
    assertThat(page.locator("#said")).containsText("No gap");
    page.keyboard().press("Control+z");
    assertThat(page.locator(".plan-grids tbody tr")).hasCount(grids);
    assertThat(page.locator(".plan-edits .ahead")).containsText("Split");
    page.keyboard().press("Control+Shift+Z");
    assertThat(page.locator(".plan-grids tbody tr")).not().hasCount(grids);
  }

  @Test
  void a_vertex_is_chosen_and_moved_without_dragging_and_what_others_do_is_shown() {
    Page page = planner("zh-CN", ColorScheme.LIGHT);
    begin(page, 2);
    page.locator("[data-face]").nth(2).click();
    page.keyboard().press("i");
    page.locator("[data-key=how]").click();
    Locator lon = page.locator("[data-key=point-0-0]");
    String onBorder = lon.inputValue();
    page.locator("[data-key=pad-east]").fill("60");
    page.keyboard().press("Enter");
    assertThat(lon).not().hasValue(onBorder);
    page.locator("[data-key=preview]").click();
    assertThat(page.locator(".note.bad")).containsText("border-not-found");
    page.keyboard().press("Escape");

    page.keyboard().press("v");
    page.locator("[data-key=how]").click();
    String vertex = lon.inputValue();
    page.locator("[data-key=pad]").focus();
    page.keyboard().press("]");
    assertThat(lon).not().hasValue(vertex);
    page.locator("[data-key=preview]").click();
    page.locator("[data-key=pad-east]").fill("2.5");
    page.keyboard().press("Enter");
    assertThat(page.locator("#told")).containsText("向东 2.5 米");

    Object merged = page.evaluate(MERGE);
    assertThat(merged).isEqualTo(200);
    assertThat(page.locator("#said")).containsText("planner 做了：合并");
    assertThat(page.locator(".plan-edits .now")).containsText("合并");
  }

  @Test
  void a_line_that_will_not_do_is_told_with_what_to_do_about_it() {
    Page page = planner("zh-CN", ColorScheme.DARK);
    begin(page, 1);
    page.locator("[data-face]").first().click();
    page.locator("[data-key=type]").click();
    double west = Double.parseDouble(page.locator("[data-key=point-0-0]").inputValue());
    double east = Double.parseDouble(page.locator("[data-key=point-1-0]").inputValue());
    page.locator("[data-key=point-1-0]").fill(String.valueOf((west + east) / 2));
    page.locator("[data-key=point-1-0]").press("Tab");
    page.locator("[data-key=preview]").click();
    Locator note = page.locator(".note.bad");
    assertThat(note).containsText("线");
    assertThat(note).containsText(Pattern.compile("line-[a-z-]+"));
    String view = page.locator("#map").getAttribute("data-view");
    page.locator(".plan-work h3").click();
    page.keyboard().press("g");
    assertThat(page.locator("#map")).not().hasAttribute("data-view", view);
    assertThat(page.locator("[data-key=confirm]")).hasCount(0);
  }

  @Test
  void a_place_that_is_searched_is_shown_on_the_plans_map() {
    Page page = planner("zh-CN", ColorScheme.LIGHT);
    page.keyboard().press("/");
    assertThat(page.locator("#search")).isFocused();
    assertThat(SearchField.find(page, "wfxq1d")).containsText("望峰小区1栋");
    page.keyboard().press("Enter");
    assertThat(page.locator("#map"))
        .hasAttribute("data-view", Pattern.compile(".* 1[78](\\..*)?$"));
    browser.assertQuiet();
  }

  @Test
  void whoever_is_no_planner_is_told_so_and_shown_where_to_sign_in() {
    Page page = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    page.navigate(program.url() + "/plan/");
    assertThat(page.locator(".plan-sign-in")).containsText("网格规划员");
    assertThat(page.locator(".plan-sign-in a[href^='/sign-in/']")).isVisible();
  }

  /** A draft that halves the second grid of the first community, open in the page. */
  private Page halved(String locale) {
    Page page = planner(locale, ColorScheme.DARK);
    begin(page, 0);
    page.evaluate(
        """
        async () => {
          const id = new URLSearchParams(location.search).get('plan');
          const plan = await (await fetch('/api/plans/' + id)).json();
          const grid = plan.grids.features[1];
          const [lon, lat] = grid.properties.labelPoint;
          const line = [[lon, lat - 0.02], [lon, lat + 0.02]];
          await fetch('/api/plans/' + id + '/edits', {
            method: 'POST', headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
            body: JSON.stringify({ kind: 'split', face: grid.id, line, reason: 'x' }),
          });
        }
        """);
    page.reload();
    page.locator("[data-key=tab-impact]").waitFor();
    return page;
  }

  @Test
  void what_a_draft_changes_is_counted_compared_with_its_base_and_printed() {
    Page page = halved("en");
    page.locator("[data-key=tab-shape]").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[data-count=retired]")).hasText("1");
    assertThat(page.locator("[data-count=born]")).hasText("2");
    assertThat(page.locator(".flow-band")).hasCount(2);
    Download sheet = page.waitForDownload(() -> page.locator("a[href*='impact.csv']").click());
    assertThat(sheet.suggestedFilename()).endsWith("-impact.csv");

    page.locator("[data-key=tab-compare]").click();
    page.locator("[data-key=compare-go]").click();
    Locator slider = page.locator("[data-key=swipe]");
    slider.focus();
    page.keyboard().press("ArrowLeft");
    assertThat(slider).hasValue("49");
    assertThat(page.locator("#compare-right rect")).hasAttribute("x", Pattern.compile("\\d+.*"));
    page.locator("[data-key=compare-both]").click();
    assertThat(page.locator(".compare-both .compare-grid.born")).hasCount(2);
    page.locator("[data-key=compare-table]").click();
    assertThat(page.locator("dialog table").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);

    page.locator("[data-key=tab-paper]").click();
    page.locator("[data-key=paper-size]").selectOption("A4");
    Download plan = page.waitForDownload(() -> page.locator("[data-key=paper-go]").click());
    assertThat(plan.suggestedFilename()).endsWith("-A4.pdf");
    assertThat(page.locator("[data-review=paper]")).containsText("is downloaded");
    browser.assertQuiet();
  }
}
