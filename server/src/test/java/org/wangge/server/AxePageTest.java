package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page, as those see it who may use it, held against all rules of axe-core that are on by
 * themselves: in both languages, and in each theme against the one about contrast. No rule is
 * switched off; the one element left out is the drawing of the map, which is also there as a table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxePageTest {
  private static final Path AXE =
      Path.of(
          System.getProperty("wangge.root", ".."), "web-static/node_modules/axe-core/axe.min.js");

  private static final String RUN =
      """
      async (only) => {
        const options = { resultTypes: ['violations'] };
        if (only) options.runOnly = { type: 'rule', values: [only] };
        const { violations } = await window.axe.run({ exclude: ['#map'] }, options);
        return violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
      }
      """;
  private static final String COLOURS = "color-contrast";
  private static final List<String> THEMES = List.of("dark", "light", "contrast");

  private PackagedProgram program;
  private RealBrowser browser;
  private String axe = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    boolean there = Files.isReadable(AXE);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("axe-core is not installed; npm ci in web-static installs it");
    }
    assumeTrue(there, "skipped: axe-core is not installed here (npm ci in web-static)");
    try {
      axe = Files.readString(AXE, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    browser = RealBrowser.withoutWebGl();
    program = PackagedProgram.serveTown(folder, "--no-simulator");
  }

  @AfterAll
  void stop() {
    if (program != null) {
      browser.close();
      program.close();
    }
  }

  /** A page as somebody sees it; ready says that what it reads is there. */
  private record View(String user, String path, String ready) {}

  private static final List<View> VIEWS =
      List.of(
          new View("", "/sign-in/", ".roles"),
          new View("operator", "/", "[data-key=account]"),
          new View("planner", "/plan/", "[data-key=begin]"),
          new View("", "/plan/", ".plan-sign-in"),
          new View("operator", "/account/", "#sessions li"),
          new View("", "/account/", ".closed-door"),
          new View("admin", "/admin/", "[data-key=row-admin]"),
          new View("admin", "/admin/#in-charge", ".in-charge-rows"));

  @Test
  void no_page_breaks_a_rule_in_either_language_or_any_theme() {
    List<String> found = new ArrayList<>();
    for (View view : VIEWS) {
      Page page = open(view);
      for (String lang : List.of("zh", "en")) {
        show(page, view, lang);
        found.addAll(check(page, view + " " + lang, null));
        for (String theme : lang.equals("zh") ? THEMES : List.<String>of()) {
          page.evaluate("(name) => { document.documentElement.dataset.theme = name; }", theme);
          found.addAll(check(page, view + " " + lang + " " + theme, COLOURS));
        }
      }
      page.context().close();
    }
    assertThat(found).isEmpty();
  }

  @Test
  void what_is_opened_on_a_page_breaks_no_rule_either() {
    Page page = open(new View("admin", "/admin/", "[data-key=row-admin]"));
    show(page, new View("admin", "/admin/", "[data-key=row-admin]"), "zh");
    List<String> found = new ArrayList<>();
    page.locator("[data-key=account]").click();
    found.addAll(check(page, "account menu", null));
    page.locator("[data-key=row-operator]").click();
    page.locator("[data-key=disable]").waitFor();
    found.addAll(check(page, "card of an account", null));
    page.locator("[data-key=disable]").click();
    found.addAll(check(page, "question before it is disabled", null));
    page.locator("[data-key=no]").click();
    page.locator("[data-key=grant]").click();
    page.locator(".area-found .choice").first().waitFor();
    found.addAll(check(page, "form of a grant", null));
    assertThat(found).isEmpty();
  }

  @Test
  void a_fault_that_is_planted_is_found() {
    Page page = open(new View("", "/sign-in/", ".roles"));
    show(page, new View("", "/sign-in/", ".roles"), "zh");
    page.evaluate(
        "() => document.querySelector('[data-key=user]').closest('label').replaceWith("
            + "document.querySelector('[data-key=user]'))");
    assertThat(check(page, "", null)).anyMatch(one -> one.contains("label:"));
  }

  private Page open(View view) {
    Page page = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    // Colours on their way from one theme to the other are not what anybody reads.
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    if (!view.user().isEmpty()) {
      page.context()
          .request()
          .post(
              program.url() + "/api/session",
              RequestOptions.create().setData(Map.of("user", view.user(), "password", "demo")));
    }
    return page;
  }

  private void show(Page page, View view, String lang) {
    String path = view.path();
    int hash = path.indexOf('#');
    String before = hash < 0 ? path : path.substring(0, hash);
    String after = hash < 0 ? "" : path.substring(hash);
    page.navigate(program.url() + before + "?theme=dark&lang=" + lang + after);
    page.locator(view.ready()).first().waitFor();
    // Not as a script of the page, which its content policy forbids.
    page.evaluate(axe);
  }

  @SuppressWarnings("unchecked")
  private static List<String> check(Page page, String where, @Nullable String only) {
    List<String> found = (List<String>) page.evaluate(RUN, only);
    return found.stream().map(one -> where + " " + one).toList();
  }
}
