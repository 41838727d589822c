package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Single sign-on in a real browser, which decides itself which cookies go along: the provider is
 * another site.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdPageTest {
  private static final String OWN = "four words nobody joins";

  /** Adds an account, as the administrator who is signed in, and answers its first password. */
  private static final String ADD =
      """
      async (account) => (await (await fetch('/api/accounts', { method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ account, role: 'operator' }) })).json()).password
      """;

  private RealProvider provider;
  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void start(@TempDir Path folder) {
    provider = RealProvider.withPage();
    RealProvider.settings(folder.resolve("data"), provider.issuer(), "");
    program = PackagedProgram.serveTown(folder, "--no-simulator");
    browser = RealBrowser.withoutWebGl();
  }

  @AfterAll
  void stop() {
    browser.close();
    program.close();
    provider.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
  }

  @Test
  void an_administrator_links_somebody_who_then_signs_in_with_the_provider() {
    assertThat(provider.issuer()).startsWith("http://localhost:");
    assertThat(program.url()).startsWith("http://127.0.0.1:");
    Page admin = page("/sign-in/?to=/admin/", "zh-CN");
    signIn(admin, "admin", "demo");
    assertThat(admin.locator("[data-key=row-operator]")).isVisible();
    String first = String.valueOf(admin.evaluate(ADD, "chen.fang"));
    admin.reload();
    admin.locator("[data-key=row-chen\\.fang]").click();
    admin.locator("[data-key=subject]").fill("sub-chen");
    admin.locator("[data-key=subject]").press("Enter");
    assertThat(admin.locator(".accounts-card")).containsText("admin 于");
    Page own = page("/sign-in/?to=/account/", "zh-CN");
    own.locator("[data-key=openid]").click();
    atProvider(own, "sub-chen");
    assertThat(own).hasURL(program.url() + "/account/");
    assertThat(own.locator(".who-name")).hasText("chen.fang");
    assertThat(own.locator("#sessions")).containsText("统一身份登录");
    assertThat(own.context().cookies())
        .filteredOn(cookie -> cookie.domain.equals("127.0.0.1"))
        .extracting((Cookie cookie) -> cookie.name)
        .contains("wangge-session")
        .doesNotContain("wangge-openid", "wangge-openid-outcome");
    linkOneself(first);
  }

  /** The same account, by its password, with one more of the provider's. */
  private void linkOneself(String first) {
    Page own = page("/sign-in/?to=/account/", "en-GB");
    signIn(own, "chen.fang", first);
    own.locator("[data-key=fresh]").fill(OWN);
    own.locator("[data-key=fresh]").press("Enter");
    assertThat(own.locator("#openid")).containsText("sub-chen");
    own.locator("[data-key=link]").click();
    own.locator("[data-key=link-password]").fill(OWN);
    own.locator("[data-key=link-password]").press("Enter");
    atProvider(own, "sub-other");
    assertThat(own.locator("#openid")).containsText("sub-other");
    assertThat(own.locator("#openid")).containsText("linked by chen.fang");
  }

  @Test
  void who_is_linked_with_nobody_reads_what_to_tell_the_administrator() {
    Page page = page("/sign-in/", "en-GB");
    page.locator("[data-key=openid]").click();
    atProvider(page, "sub-unknown");
    assertThat(page.locator(".openid .note")).containsText("sub-unknown");
    assertThat(page.locator(".openid .note")).containsText("administrator");
    assertThat(page).hasURL(program.url() + "/sign-in/");
    page.locator("[data-key=lang-zh]").click();
    assertThat(page.locator("[data-key=openid]")).hasText("用市统一身份登录");
  }

  private Page page(String path, String locale) {
    Page page = browser.emptyPage(program.url(), 1366, 900, locale, ColorScheme.DARK);
    page.navigate(program.url() + path);
    return page;
  }

  private static void signIn(Page page, String user, String password) {
    page.locator("[data-key=user]").fill(user);
    page.locator("[data-key=password]").fill(password);
    page.locator("[data-key=password]").press("Enter");
  }

  private void atProvider(Page page, String subject) {
    page.waitForURL(url -> url.startsWith(provider.issuer()));
    page.locator("[name=username]").fill(subject);
    page.locator("[type=submit]").click();
  }
}
