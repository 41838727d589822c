package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
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
  private static final Route.FulfillOptions NOTHING_LOCKED =
      new Route.FulfillOptions().setContentType("application/json").setBody("{\"locks\":[]}");
  private static final Pattern LENGTH_AND_HOMES = Pattern.compile("长 .*约 .*户");

  private PackagedProgram program;
  private RealBrowser browser;
  private PlanPages pages;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withWebGl();
    program = PackagedProgram.serveTown(folder, "--no-simulator");
    pages = new PlanPages(program, browser);
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
    Page page = pages.planner("zh-CN", ColorScheme.DARK);
    PlanPages.begin(page, 0);
    page.evaluate(PlanPages.MEASURE_EDITS);
    int grids = page.locator(".plan-grids tbody tr").count();
    Locator first = page.locator("[data-face]").nth(1);
    String code = first.getAttribute("data-face");
    first.click();
    page.locator("[data-key=draw]").click();
    page.locator("#map canvas.drawing").waitFor();
    assertThat(page.locator("#hud")).containsText("边界");

    List<?> places = (List<?>) page.evaluate(PlanPages.PLACES, code);
    double x = ((Number) places.get(0)).doubleValue();
    double above = ((Number) places.get(1)).doubleValue() + 3;
    assertSnappingIsShownAndSwitchable(page, x, above);
    page.mouse().click(x, above);
    double below = ((Number) places.get(3)).doubleValue() - 3;
    page.mouse().move(x, ((Number) places.get(2)).doubleValue());
    page.mouse().move(x, below);
    assertThat(page.locator(".hud-measures")).containsText(LENGTH_AND_HOMES);
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
    PlanPages.requireRefreshedAtOnce(page);

    // What follows needs no hand on the map.
    page.navigate(page.url() + "&outline");
    page.locator("[data-key=submit]").click();
    assertThat(page.locator(".plan-way [aria-current=step]")).hasText("待审批");
    assertThat(page.locator("[data-key=draw], [data-key=undo], [data-key=publish]")).hasCount(0);
    rejectedWithReasonAndHandedInAgain(page);
    pages.signIn(page, "approver");
    page.reload();
    assertThat(page.locator(".plan-lineage li")).hasCount(2);
    page.locator("[data-key=approve]").click();
    assertThat(page.locator(".plan-way [aria-current=step]")).hasText("已批准");
    pages.requireOpenMapsFollow(page);
    Locator owners = page.locator(".plan-owners tbody tr");
    assertThat(owners).hasCount(2);
    assertThat(owners.first().locator("td").nth(1)).hasText(code);
    assertThat(owners.first().locator("td").nth(2)).not().hasText(code);
    assertThat(page.locator("#map .area")).hasCount(grids + 1);
    page.locator("[data-key=side-before]").click();
    assertThat(page.locator("#map .area")).hasCount(grids);
    browser.assertQuiet();
  }

  private void rejectedWithReasonAndHandedInAgain(Page page) {
    pages.signIn(page, "approver");
    page.reload();
    page.locator("[data-key=reject]").click();
    page.locator("dialog [data-key=yes]").click();
    assertThat(page.locator("dialog .note.bad")).isVisible();
    page.locator("dialog [data-key=why]").fill("请避开小区内部道路");
    page.locator("dialog [data-key=yes]").click();
    assertThat(page.locator(".plan-way .beside")).hasText("已驳回");
    assertThat(page.locator(".plan-history li").last()).containsText("请避开小区内部道路");
    assertThat(page.locator("[data-key=reopen], [data-key=submit]")).hasCount(0);
    pages.signIn(page, "planner");
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
    for (int i = 0; i < 160 && (i == 0 || told.innerText().isBlank()); i++) {
      page.mouse().move(x + 30, y + 40);
      page.mouse().move(x, y);
      page.waitForTimeout(50);
    }
  }

  @Test
  void the_same_work_is_done_with_the_keyboard_alone() {
    Page page = pages.plannerInOutline("en-GB", ColorScheme.LIGHT);
    PlanPages.begin(page, 2);
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
    pressEnterAt(page, "preview");
    page.locator(".half").first().waitFor();
    Locator reason = page.locator("[data-key=reason]");
    if (reason.count() > 0) {
      reason.focus();
      page.keyboard().type("two estates");
    }
    pressEnterAt(page, "confirm");
    assertThat(page.locator(".plan-grids tbody tr")).not().hasCount(grids);
    assertThat(page.locator("#said")).containsText("No gap");
    assertThat(page.locator("[data-key=undo]")).isEnabled();
    page.keyboard().press("Control+z");
    assertThat(page.locator(".plan-grids tbody tr")).hasCount(grids);
    assertThat(page.locator(".plan-edits .ahead")).containsText("Split");
    assertThat(page.locator("[data-key=redo]")).isEnabled();
    page.keyboard().press("Control+Shift+Z");
    assertThat(page.locator(".plan-grids tbody tr")).not().hasCount(grids);
  }

  /** What is disabled takes neither the focus nor the key. */
  private static void pressEnterAt(Page page, String key) {
    Locator button = page.locator("[data-key=" + key + "]");
    assertThat(button).isEnabled();
    button.focus();
    page.keyboard().press("Enter");
  }

  @Test
  void a_vertex_is_chosen_and_moved_without_dragging_and_what_others_do_is_shown() {
    Page page = pages.planner("zh-CN", ColorScheme.LIGHT);
    PlanPages.begin(page, 2);
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

    Object merged = page.evaluate(PlanPages.MERGE);
    assertThat(merged).isEqualTo(200);
    assertThat(page.locator("#said")).containsText("planner 做了：合并");
    assertThat(page.locator(".plan-edits .now")).containsText("合并");
    page.keyboard().press("Escape");
    aCommentIsAButtonOnTheMap(page);
  }

  /** Said by somebody else, it comes by itself; its mark opens it, and its place is shown again. */
  private void aCommentIsAButtonOnTheMap(Page page) {
    String plan = PlanPages.at(page);
    JsonNode place = pages.get(page, plan).at("/grids/features/0/properties/labelPoint");
    List<Double> at = List.of(place.get(0).asDouble(), place.get(1).asDouble());
    JsonNode said = pages.post(page, plan + "/comments", 0, Map.of("text", "路口要核实", "at", at));
    Locator mark = page.locator("[data-key=mark-" + said.path("id").asText() + "]");
    assertThat(mark).hasAttribute("aria-label", Pattern.compile("意见 1（planner）：路口要核实"));
    mark.click();
    Locator thread = page.locator("#panel-comments .comment.chosen");
    assertThat(thread).containsText("路口要核实");
    assertThat(thread).isFocused();
    assertThat(mark).hasAttribute("aria-pressed", "true");
    page.locator("[data-key=tab-shape]").click();
    mark.focus();
    page.keyboard().press("Enter");
    assertThat(thread).isFocused();
    page.locator("[data-key^=pin-]:not([data-key^=pin-as])").click();
    assertThat(page.locator("#map"))
        .hasAttribute("data-view", Pattern.compile(".* 1[78](\\..*)?$"));
  }

  @Test
  void a_locked_grid_tells_who_holds_it_and_why_before_a_tool_is_used_in_vain() {
    Page page = pages.plannerInOutline("zh-CN", ColorScheme.LIGHT);
    PlanPages.begin(page, 3);
    String plan = PlanPages.at(page);
    String face = page.locator("[data-face]").first().getAttribute("data-face");
    pages.post(
        pages.asking("admin"), plan + "/locks", 0, Map.of("face", face, "reason", "派出所正在核对户籍"));
    Locator row = page.locator(".plan-grids tr").nth(1);
    assertThat(row).containsText("已锁定");
    row.locator("[data-face]").click();
    Locator card = page.locator(".lock-note");
    assertThat(card).containsText("001 由 admin 锁定");
    assertThat(card).containsText("原因：派出所正在核对户籍");
    assertThat(page.locator("[data-key^=unlock]")).hasCount(0);

    page.keyboard().press("a");
    assertThat(card).containsText("请 admin 或审批人解锁");
    page.locator("[data-key=slot-name]").fill("临江");
    page.keyboard().press("Enter");
    page.locator(".half").waitFor();
    assertThat(page.locator("[data-key=confirm]")).isDisabled();

    // Whoever has not heard of the lock yet is told the same by the server.
    page.route("**/locks", route -> route.fulfill(NOTHING_LOCKED));
    page.reload();
    page.locator("[data-face]").first().click();
    page.keyboard().press("a");
    page.locator("[data-key=slot-name]").fill("临江");
    page.keyboard().press("Enter");
    page.locator("[data-key=confirm]").click();
    assertThat(card).containsText("原因：派出所正在核对户籍");
  }

  @Test
  void the_drawer_sorts_goes_to_the_next_problem_and_shows_what_a_proposal_would_make() {
    Page page = pages.plannerInOutline("zh-CN", ColorScheme.DARK);
    PlanPages.begin(page, 2);
    Locator rows = page.locator(".balance-table tbody tr");
    Locator sort =
        page.locator(".balance-table th", new Page.LocatorOptions().setHasText("户数"))
            .locator("button");
    sort.click();
    assertThat(rows.first()).containsText("672");
    sort.click();
    assertThat(rows.first()).containsText("004");
    page.keyboard().press("n");
    assertThat(page.locator(".balance-table tr.picked")).containsText("005");
    assertThat(page.locator(".plan-count").first()).containsText("672");
    page.locator("[data-key=propose]").click();
    Locator proposal = page.locator(".proposal.sound").first();
    assertThat(proposal.locator(".verdict.within")).hasCount(2);
    proposal.locator("[data-key^=proposal-]").click();
    assertThat(page.locator(".half")).hasCount(2);
    assertThat(page.locator(".half .verdict.within")).hasCount(2);
    assertThat(page.locator("[data-key=confirm]")).isEnabled();

    aCommentIsAnsweredAndResolved(page);
    browser.assertQuiet();
  }

  private static void aCommentIsAnsweredAndResolved(Page page) {
    page.locator("[data-key=tab-comments]").click();
    page.locator("[data-key=text-text]").click();
    // Letters that are keys elsewhere.
    page.keyboard().type("bnp 沿路");
    page.locator("[data-key=comment-send]").click();
    Locator thread = page.locator("#panel-comments .comment").first();
    assertThat(thread).containsText("bnp 沿路");
    assertThat(page.locator("[data-key=tab-comments] .chip")).hasText("1");
    thread.locator("[data-key^=reply-]").click();
    assertThat(page.locator("[data-key=reply-text]")).isFocused();
    page.keyboard().type("同意");
    page.locator("[data-key=reply-send]").click();
    assertThat(thread.locator(".comment-replies li")).containsText("同意");
    thread.locator("[data-key^=settle-]").click();
    assertThat(page.locator(".comments-settled summary")).containsText("1");
    assertThat(page.locator("[data-key=tab-comments] .chip")).hasCount(0);
    page.locator(".comments-settled summary").click();
    assertThat(page.locator(".comments-settled .comment")).containsText("planner 于");
  }

  @Test
  void a_date_is_asked_for_and_ground_that_changed_meanwhile_is_shown_before_the_rebase() {
    Page page = pages.plannerInOutline("zh-CN", ColorScheme.DARK);
    PlanPages.begin(page, 4);
    String plan = PlanPages.at(page);
    pages.halve(page, plan, 0);
    pages.take(page, plan, "submit");
    Page approver = pages.asking("approver");
    pages.take(approver, plan, "approve");
    page.locator("[data-key=schedule]").click();
    Locator when = page.locator("dialog [data-key=when]");
    assertThat(when).hasValue(Pattern.compile(".*T00:00.*"));
    when.fill("");
    page.locator("dialog [data-key=yes]").click();
    assertThat(page.locator("dialog [role=alert]")).not().isEmpty();
    when.fill("2099-01-01T00:00");
    page.locator("dialog [data-key=yes]").click();
    assertThat(page.locator(".plan-next")).containsText("2099");
    assertThat(page.locator("dialog")).hasCount(0);
    pages.take(page, plan, "withdraw");

    PlanPages.beginAnew(page, 4);
    String late = PlanPages.at(page);
    pages.halve(page, late, 0);
    String first =
        "/api/plans/"
            + pages
                .post(page, "/api/plans", 0, Map.of("name", "先", "area", "990101001005"))
                .path("id")
                .asText();
    pages.halve(page, first, 0);
    pages.take(page, first, "submit");
    pages.take(approver, first, "approve");
    pages.take(page, first, "publish");
    page.reload();
    assertThat(page.locator(".plan-head ~ .note.bad")).containsText("001");
    assertThat(page.locator("[data-key=submit]")).isDisabled();
    page.locator("[data-key=rebase]").click();
    assertThat(page.locator("dialog .plan-history li")).hasCount(1);
    assertThat(page.locator("dialog .plan-history li")).containsText("001");
    page.locator("dialog [data-key=yes]").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator(".plan-head ~ .note.bad")).hasCount(0);
    assertThat(page.locator(".plan-grids tbody")).containsText("006");
    assertThat(page.locator("[data-key=rebase]")).hasCount(0);
  }

  @Test
  void a_line_that_will_not_do_is_told_with_what_to_do_about_it() {
    Page page = pages.plannerInOutline("zh-CN", ColorScheme.DARK);
    PlanPages.begin(page, 1);
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
    Page page = pages.plannerInOutline("zh-CN", ColorScheme.LIGHT);
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
    page.navigate(program.url() + "/plan/?outline");
    assertThat(page.locator(".plan-sign-in")).containsText("网格规划员");
    assertThat(page.locator(".plan-sign-in a[href^='/sign-in/']")).isVisible();

    pages.signIn(page, "worker");
    page.reload();
    assertThat(page.locator(".plan-head")).containsText("方案对您网格的影响");
    assertThat(page.locator(".review")).containsText("与您负责的网格有关的方案");
    assertThat(page.locator(".plan-sign-in")).hasCount(0);
    assertThat(page.locator("main a[href^='/sign-in/']")).hasCount(0);
  }

  @Test
  void what_a_draft_changes_is_counted_compared_with_its_base_and_printed() {
    Page page = pages.plannerInOutline("en", ColorScheme.DARK);
    PlanPages.begin(page, 0);
    pages.halve(page, PlanPages.at(page), 1);
    assertThat(page.locator(".plan-lineage li")).hasCount(2);
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
