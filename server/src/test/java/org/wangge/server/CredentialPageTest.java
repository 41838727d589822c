package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.people.Totp;
import org.wangge.server.people.SetClock;

/**
 * What lets people, programs and devices in, set up and taken back by the keyboard alone; each step
 * held against the rules of axe-core, one walk in Chinese and one in English.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialPageTest {
  private static final String COMMUNITY = "990101001002";
  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

  private final List<String> found = new ArrayList<>();
  private final SetClock machine = new SetClock();
  private RunningServer server;
  private RealBrowser browser;
  private Axe axe;

  @BeforeAll
  void start(@TempDir Path folder) {
    axe = Axe.load();
    machine.setToNow();
    server = RunningServer.withTown(folder, machine);
  }

  @BeforeEach
  void open() {
    browser = RealBrowser.withoutWebGl();
  }

  @AfterEach
  void close() {
    browser.close();
    assertThat(found).isEmpty();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_second_factor_is_set_up_used_and_taken_away() {
    String first = new Cast(server).add("he.an", Role.LIAISON, "\"area\":\"" + COMMUNITY + "\"");
    Page page = page("/sign-in/?to=/account/", "zh-CN");
    Keys keys = signIn(page, "he.an", first);
    assertThat(page.locator("[data-key=fresh]")).isFocused();
    keys.fill("fresh", Cast.PASSWORD);
    keys.press("Enter");

    keys = new Keys(page);
    page.locator("[data-key=begin]").waitFor();
    look(page, "no factor");
    keys.use("begin");
    keys.fill("password", Cast.PASSWORD);
    look(page, "password before it");
    keys.press("Enter");
    byte[] secret = Cast.base32(page.locator(".secret-text").innerText().replace(" ", ""));
    look(page, "secret");
    long step = Totp.stepOf(machine.instant());
    keys.fill("code", Totp.code(secret, step));
    keys.press("Enter");
    Locator codes = page.locator(".recovery-codes li");
    assertThat(codes).hasCount(10);
    look(page, "recovery codes");
    List<String> kept = codes.allInnerTexts();
    keys.use("noted");
    assertThat(page.locator("#second-factor .mark-on")).isVisible();
    assertThat(page.locator("#who .note.warn")).hasCount(0);

    keys.use("replace");
    look(page, "code for new ones");
    keys.fill("code", Totp.code(secret, step + 1));
    keys.press("Enter");
    assertThat(codes.first()).not().hasText(kept.get(0));
    String fresh = codes.first().innerText();
    keys.use("noted");
    assertThat(page.locator("#second-factor .mark-on")).isVisible();

    keys.use("account");
    keys.use("sign-out");
    signIn(page, "he.an", Cast.PASSWORD);
    assertThat(page.locator("[data-key=code]")).isFocused();
    look(page, "code at the door");
    keys.fill("code", fresh);
    keys.press("Enter");
    page.waitForURL(url -> url.endsWith("/"));
  }

  @Test
  void a_token_is_issued_to_who_says_the_password_again_and_revoked() {
    Page page = page("/sign-in/?to=/account/", "en-GB");
    Keys keys = signIn(page, "operator", "demo");
    page.locator("[data-key=issue]").waitFor();
    keys.use("issue");
    look(page, "form of a token");
    keys.fill("token-name", "nightly figures");
    keys.reach("partition");
    keys.press("ArrowUp");
    keys.fill("area-search", COMMUNITY);
    page.locator("[data-key=area-" + COMMUNITY + "001]").waitFor();
    keys.reach("area-" + COMMUNITY);
    keys.press("Space");
    machine.pass(Duration.ofMinutes(10));
    keys.use("send");
    assertThat(page.locator("[data-key=proof]")).isFocused();
    look(page, "password again");
    keys.fill("proof", "demo");
    keys.press("Enter");
    Locator token = page.locator("[data-key=token]");
    assertThat(token).hasValue(Pattern.compile("wgt_.{40,}"));
    look(page, "token");
    keys.press("Escape");
    assertThat(token).isVisible();
    keys.use("done");
    assertThat(page.locator("[data-key=issue]")).isFocused();
    Locator line = page.locator("#tokens li").filter(named("nightly figures"));
    assertThat(line).containsText("荷埠社区");
    String revoke = line.locator("[data-key^=revoke-]").getAttribute("data-key");
    page.keyboard().press("Shift+Tab");
    keys.use(revoke);
    look(page, "question before it is revoked");
    keys.use("yes");
    assertThat(page.locator("#tokens details")).isVisible();
  }

  private static Locator.FilterOptions named(String name) {
    return new Locator.FilterOptions().setHasText(name);
  }

  @Test
  void a_wall_is_let_in_by_its_code_and_put_out_again() {
    Page wall = page("/sign-in/?wall", "zh-CN");
    Locator code = wall.locator(".wall-code");
    assertThat(code).hasText(Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}"));
    Page admin = page("/sign-in/?to=/admin/%23devices", "zh-CN");
    Keys keys = signIn(admin, "admin", "demo");
    admin.locator("[data-key=row-admin], [data-key=pair-wall]").first().waitFor();
    if (admin.locator("[data-key=pair-wall]").count() == 0) {
      keys.reach("tab-accounts");
      keys.press("ArrowRight");
      keys.press("ArrowRight");
    }
    keys.use("pair-wall");
    look(admin, "form of a wall");
    keys.fill("pairing-code", code.innerText().toLowerCase(java.util.Locale.ROOT));
    keys.fill("device-name", "指挥大厅");
    keys.reach("partition");
    keys.press("End");
    keys.use("send");
    Locator row = admin.locator(".device-rows tr").filter(named("指挥大厅"));
    assertThat(row).containsText("全域");
    wall.waitForURL(url -> url.endsWith("/"));
    assertThat(wall.locator(".wall-clock")).containsText(":");

    keys.use(row.locator("[data-key^=revoke-]").getAttribute("data-key"));
    keys.use("yes");
    assertThat(row).hasCount(0);
    assertThat(wall.locator(".wall-band [data-key=sign-in-again]")).isVisible(PATIENT);
    keys.reach("past-too");
    keys.press("Space");
    assertThat(row).isVisible();
    look(admin, "devices, also past ones");
  }

  @Test
  void a_phone_is_added_and_its_secret_shown_once() {
    Page admin = page("/sign-in/?to=/admin/", "en-GB");
    Keys keys = signIn(admin, "admin", "demo");
    admin.locator("[data-key=row-admin]").waitFor();
    keys.reach("tab-accounts");
    keys.press("ArrowRight");
    keys.press("ArrowRight");
    keys.use("add-phone");
    look(admin, "form of a phone");
    keys.fill("device-name", "phone 17");
    keys.fill("staff-code", staffCode());
    keys.press("Enter");
    assertThat(admin.locator("[data-key=device-secret]")).hasValue(Pattern.compile("wgd_.{40,}"));
    look(admin, "secret of a phone");
    keys.use("done");
    assertThat(admin.locator("[data-key=add-phone]")).isFocused();
    assertThat(admin.locator(".device-rows")).containsText(staffCode());
    look(admin, "devices");
    browser.assertQuiet();
  }

  @Test
  void a_number_is_shown_whole_for_a_reason() {
    server.post(
        server.as("admin", "/api/positions"),
        "{\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":112.61,\"lat\":28.92}]}"
            .formatted(staffCode(), machine.instant()));
    Page page = page("/sign-in/?to=/", "zh-CN");
    Keys keys = signIn(page, "operator", "demo");
    page.locator("[data-key=tab-people]").click();
    page.locator("#table-place tbody tr").first().click();
    page.locator("[data-key=show-privatePhone]").waitFor();
    Locator phone = page.locator("[data-field=privatePhone]");
    assertThat(phone).containsText("*");
    page.locator("[data-key=show-privatePhone]").focus();
    keys.press("Enter");
    assertThat(page.locator("[data-key=reveal-why]")).isFocused();
    look(page, "reason for a reveal");
    keys.press("ArrowDown");
    keys.use("reveal-send");
    assertThat(phone).hasText(Pattern.compile("[\\d ]+"));
    assertThat(page.locator("[data-key=hide-privatePhone]")).isVisible();
    look(page, "card of a person");
    browser.assertQuiet();
  }

  /** Of somebody of the town. */
  private String staffCode() {
    return server.get("/api/demo/people").json().at("/features/0/properties/staffCode").asText();
  }

  private Page page(String path, String locale) {
    Page page = browser.emptyPage(server.url(), 1366, 768, locale, ColorScheme.DARK);
    page.navigate(server.url() + path);
    return page;
  }

  private static Keys signIn(Page page, String user, String password) {
    Keys keys = new Keys(page);
    page.locator("[data-key=user]").waitFor();
    keys.fill("user", user);
    keys.fill("password", password);
    keys.press("Enter");
    return keys;
  }

  private void look(Page page, String where) {
    found.addAll(axe.checkInThemes(page, where));
  }
}
