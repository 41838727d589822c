package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts from their first day to their last, in real browsers on the packaged program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminPageTest {
  private static final String COMMUNITY = "990101001002";
  private static final String OWN = "four words nobody joins";

  /** The stream beats every 5 s and tells it then; the rest is a slow machine's. */
  private static final LocatorAssertions.IsVisibleOptions AT_ONCE =
      new LocatorAssertions.IsVisibleOptions().setTimeout(7_000);

  private static final String GRIDS_SEEN =
      """
      async () => [...new Set((await (await fetch('/api/incidents?limit=1000')).json())
        .features.map((one) => one.properties.grid))].sort().join(' ')
      """;

  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void start(@TempDir Path folder) {
    program = PackagedProgram.serveTown(folder, "--no-simulator");
  }

  @BeforeEach
  void open() {
    browser = RealBrowser.withoutWebGl();
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @AfterAll
  void stop() {
    program.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
  }

  private Page page(String path, String locale) {
    Page page = browser.emptyPage(program.url(), 1366, 768, locale, ColorScheme.DARK);
    page.navigate(program.url() + path);
    return page;
  }

  /** The administrator's page, for what has nothing to do with how they signed in. */
  private Page admin(String locale) {
    Page page = browser.signedIn(program.url(), "admin", 1366, 768, locale, ColorScheme.DARK);
    page.navigate(program.url() + "/admin/");
    return page;
  }

  private static void signIn(Page page, String user, String password) {
    Keys keys = new Keys(page);
    page.locator("[data-key=user]").waitFor();
    keys.fill("user", user);
    keys.fill("password", password);
    assertThat(page.locator("[data-key=user]")).hasValue(user);
    assertThat(page.locator("[data-key=password]")).hasValue(password);
    keys.press("Enter");
  }

  @Test
  void somebody_is_let_into_one_community_by_keyboard_alone_and_shut_out_again() {
    Page admin = page("/sign-in/?to=/admin/", "zh-CN");
    signIn(admin, "admin", "demo");
    assertThat(admin.locator("[data-key=row-operator]")).isVisible();
    String first = addAccount(admin);
    assertThat(admin.locator(".accounts-card")).containsText("待设密码");
    assertThat(admin.locator(".accounts-card .grants")).containsText("荷埠社区");

    Page other = page("/sign-in/", "zh-CN");
    signIn(other, "he.bu", first);
    choosePassword(other);
    assertThat(other.locator("[data-key=account]")).containsText("he.bu");
    assertThat((String) other.evaluate(GRIDS_SEEN))
        .matches("(" + COMMUNITY + "\\d{3} ?)+")
        .isNotEmpty();
    assertThat(other.locator(".live-mark.live")).isVisible();
    browser.assertQuiet();

    Keys keys = new Keys(admin);
    keys.use("disable");
    assertThat(admin.locator("dialog")).containsText("几秒内结束");
    keys.use("yes");
    assertThat(other.locator(".band [data-key=sign-in-again]")).isVisible(AT_ONCE);
    assertThat(admin.locator(".accounts-card")).containsText("已停用");
    browser.assertQuiet();
  }

  /** Answers the password that is shown once. */
  private static String addAccount(Page admin) {
    Keys keys = new Keys(admin);
    keys.use("add-account");
    keys.fill("account-id", "he.bu");
    keys.reach("role");
    keys.press("ArrowDown");
    keys.fill("area-search", COMMUNITY);
    admin.locator("[data-key=area-" + COMMUNITY + "001]").waitFor();
    keys.reach("area-" + COMMUNITY);
    keys.press("Space");
    keys.use("send");
    Locator shown = admin.locator("[data-key=first-password]");
    assertThat(shown).hasValue(Pattern.compile("[a-z2-9-]{23}"));
    String password = shown.inputValue();
    keys.press("Escape");
    assertThat(shown).isVisible();
    keys.use("done");
    return password;
  }

  private static void choosePassword(Page other) {
    Keys keys = new Keys(other);
    assertThat(other.locator("[data-key=fresh]")).isFocused();
    keys.fill("fresh", OWN);
    keys.press("Enter");
    other.waitForURL(url -> url.endsWith("/"));
  }

  @Test
  void a_grant_that_was_ended_is_given_back_and_somebody_elses_change_is_shown() {
    Page admin = admin("en-GB");
    admin.locator("[data-key=row-handler]").click();
    Locator card = admin.locator(".accounts-card");
    assertThat(card.locator(".grants > li")).hasCount(1);
    card.locator("[data-key^=end-grant-]").click();
    assertThat(admin.locator("dialog")).containsText("handler loses “Department handler");
    admin.locator("[data-key=yes]").click();
    assertThat(card).containsText("Nothing is granted");
    card.locator("[data-key=undo]").click();
    assertThat(card.locator(".grants").first()).containsText("Department handler");
    browser.assertQuiet();

    card.locator("[data-key=reset]").click();
    admin.locator("[data-key=yes]").waitFor();
    admin.evaluate(
        """
        async () => { const { version } = await (await fetch('/api/accounts/handler')).json();
          await fetch('/api/accounts/handler', { method: 'PATCH', body: '{"state":"disabled"}',
            headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` } }); }
        """);
    admin.locator("[data-key=yes]").click();
    assertThat(card.locator("[role=alert]")).containsText("version");
    assertThat(card).containsText("Disabled");
    card.locator("[data-key=enable]").click();
    assertThat(card).containsText("In use");
  }

  @Test
  void the_page_is_for_administrators_and_says_so_to_others() {
    Page page = page("/sign-in/?to=/admin/", "zh-CN");
    signIn(page, "operator", "demo");
    assertThat(page.locator(".closed-door")).containsText("只有管理员可以使用");
    new Keys(page).use("account");
    new Keys(page).use("my-account");
    assertThat(page.locator("#sessions .chip").first()).containsText("当前这次");
    new Keys(page).use("account");
    new Keys(page).use("sign-out");
    assertThat(page.locator("[data-key=user]")).isVisible();
    page.navigate(program.url() + "/account/");
    assertThat(page.locator("[data-key=to-sign-in]")).isVisible();
    browser.assertQuiet();
  }

  @Test
  void who_guesses_is_told_how_long_to_wait() {
    Page page = page("/sign-in/", "zh-CN");
    for (int i = 0; i < 5; i++) {
      signIn(page, "supervisor", "guess number " + i);
      assertThat(page.locator("[role=alert]")).containsText("不正确");
    }
    signIn(page, "supervisor", "demo");
    assertThat(page.locator(".countdown")).containsText(Pattern.compile("\\d+ 秒后可以再试"));
    assertThat(page.locator("[data-key=sign-in]")).isDisabled();
  }

  @Test
  void who_is_in_charge_of_a_grid_is_changed_and_its_empty_places_are_marked() {
    Page admin = admin("zh-CN");
    admin.locator("[data-key=tab-in-charge]").click();
    Locator row = admin.locator("tr:has([data-key=change-" + COMMUNITY + "001])");
    assertThat(row.locator(".vacant")).hasCount(0);
    row.locator("button").click();
    admin.locator("[data-key=remove-0]").click();
    admin.locator("[data-key=send]").click();
    assertThat(row.locator(".vacant")).hasCount(1);
    admin.locator("[data-key=empty-only]").check();
    assertThat(admin.locator("[data-key^=change-]")).hasCount(1);
    browser.assertQuiet();
  }

  @Test
  void a_holiday_is_entered_by_keys_and_moves_what_is_due_and_a_limit_is_changed_in_its_row() {
    Page admin = admin("zh-CN");
    admin.locator("[data-key=tab-calendars]").click();
    LocalDate monday =
        LocalDate.now(ZoneOffset.UTC)
            .withMonth(6)
            .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    Keys keys = new Keys(admin);
    admin.locator("[data-key=day-" + monday + "]").focus();
    keys.press("ArrowDown");
    Locator day = admin.locator("[data-key=day-" + monday.plusDays(7) + "]");
    assertThat(day).isFocused();
    keys.press("Space");
    assertThat(day).isFocused();
    assertThat(day).containsText(monday.plusDays(7) + " 星期一 节假日");
    keys.use("calendar-save");
    assertThat(admin.locator(".calendar-bar")).containsText("第 2 版");
    admin.locator("[data-key=try-from]").fill(monday.plusDays(7) + " 09:00");
    keys.use("try");
    assertThat(admin.locator(".try-days")).containsText(monday.plusDays(8).toString());
    assertThat(admin.locator(".try-days li")).hasCount(1);

    admin.locator("[data-key=tab-limits]").click();
    Locator number = admin.locator(".limits [data-key$=-number]").first();
    assertThat(number).hasValue("15");
    number.fill("20");
    admin.locator(".limits [data-key$=-save]").first().click();
    assertThat(admin.locator("#toasts")).containsText("已保存");
    assertThat(number).hasValue("20");

    admin.locator("[data-key=tab-levels]").click();
    Locator answer = admin.locator("[data-key=level-street-answer-number]");
    assertThat(answer).hasValue("15");
    answer.fill("12");
    admin.locator("[data-key=level-street-police]").check();
    admin.locator("[data-key=level-street-save]").click();
    assertThat(admin.locator("[data-key=level-street-police]")).isChecked();
    assertThat(answer).hasValue("12");
    browser.assertQuiet();
  }

  @Test
  void a_category_is_added_by_keys_changed_and_taken_out_of_use_and_reporters_see_it_at_once() {
    Page admin = admin("zh-CN");
    admin.locator("[data-key=tab-categories]").click();
    Locator rows = admin.locator(".categories tbody tr");
    assertThat(rows).hasCount(16);
    Keys keys = new Keys(admin);
    keys.use("category-add");
    keys.fill("category-code", "snow-on-roads");
    keys.fill("category-nameZh", "道路积雪");
    keys.fill("category-nameEn", "Snow on roads");
    keys.fill("category-keywords", "结冰、打滑");
    keys.use("condition-add");
    admin.keyboard().type("black-ice");
    keys.fill("condition-nameZh-0", "暗冰");
    keys.fill("condition-nameEn-0", "Black ice");
    keys.reach("category-department-sanitation");
    keys.press("Space");
    keys.use("category-send");
    assertThat(admin.locator("#toasts")).containsText("已保存");
    assertThat(rows).hasCount(17);
    admin.locator("[data-key=category-search]").fill("jiexue");
    assertThat(rows).hasCount(0);
    admin.locator("[data-key=category-search]").fill("dljx");
    assertThat(rows).hasCount(1);
    assertThat(rows).containsText("暗冰");
    assertThat(rows).containsText("环卫所");
    assertThat(tiles(page("/report/", "zh-CN"), "结冰")).hasCount(1);

    keys.use("change-snow-on-roads");
    keys.fill("category-nameZh", "道路积雪结冰");
    keys.use("category-send");
    assertThat(rows).containsText("道路积雪结冰");
    keys.use("retire-snow-on-roads");
    assertThat(admin.locator("dialog")).containsText("不再受理");
    keys.use("category-send");
    assertThat(admin.locator(".accounts-table")).containsText("没有符合条件");
    admin.locator("[data-key=category-state]").selectOption("retired");
    assertThat(rows).hasCount(1);
    keys.use("history-snow-on-roads");
    assertThat(admin.locator(".category-versions li")).hasCount(3);
    assertThat(admin.locator(".category-versions li").nth(1)).containsText("道路积雪结冰");
    keys.press("Escape");
    assertThat(tiles(page("/report/", "zh-CN"), "结冰")).hasCount(0);
    browser.assertQuiet();
  }

  /** What residents may choose among when they type something. */
  private static Locator tiles(Page report, String typed) {
    report.locator("#category-search").fill(typed);
    report.locator(".choices .tile, [role=status]").first().waitFor();
    return report.locator("[data-key=category-snow-on-roads]");
  }

  @Test
  void who_comes_too_late_with_a_change_of_a_category_is_told_and_sees_what_was_done() {
    Page admin = admin("en-GB");
    admin.locator("[data-key=tab-categories]").click();
    admin.locator("[data-key=change-stray-dog]").click();
    admin.evaluate(
        """
        async () => { await fetch('/api/incidents/categories/stray-dog', { method: 'PUT', body: JSON.stringify({ nameZh: '流浪猫狗',
          nameEn: 'Stray animal', priority: 'ordinary', published: true, reason: 'corrected' }),
          headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' } }); }
        """);
    admin.locator("[data-key=category-send]").click();
    assertThat(admin.locator("dialog [role=alert]")).containsText("version");
    assertThat(admin.locator(".categories")).containsText("Stray animal");
    admin.keyboard().press("Escape");
    admin.locator("[data-key=history-stray-dog]").click();
    assertThat(admin.locator(".category-versions li").first()).containsText("Stray animal");
  }
}
