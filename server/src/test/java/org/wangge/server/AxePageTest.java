package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page, as those see it who may use it, held against the rules of axe-core: in both
 * languages, and in each theme against the one about contrast. The pages of the audit, of trust and
 * of what lets programs and devices in are held against them in the tests of those.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxePageTest {
  private PackagedProgram program;
  private RealBrowser browser;
  private final Map<String, Page> firstPages = new HashMap<>();
  private Axe axe;

  @BeforeAll
  void start(@TempDir Path folder) {
    axe = Axe.load();
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
          new View("", "/", ".wall-month li"),
          new View("operator", "/desk/", ".queue-row"),
          new View("operator", "/errands/?show=all", ".errand-card"),
          new View("operator", "/visits/", ".campaign-shape text"),
          new View("supervisor", "/visits/?part=due", ".campaign-door"),
          new View("", "/errand/", ".errand-kinds .tile"),
          new View("volunteer", "/field/", ".errand-hand"),
          new View("", "/desk/", ".closed-door"),
          new View("operator", "/shift/", ".shift-bar"),
          new View("supervisor", "/emergency/", ".emergency-scroll tbody tr"),
          new View("planner", "/plan/", "[data-key=begin]"),
          new View("", "/plan/", ".plan-sign-in"),
          new View("operator", "/account/", "#sessions li"),
          new View("worker", "/account/", "#looks .looks-tools"),
          new View("", "/account/", ".closed-door"),
          new View("admin", "/admin/", "[data-key=row-admin]"),
          new View("admin", "/admin/#in-charge", ".in-charge-rows"),
          new View("admin", "/admin/#devices", "[data-key=pair-wall]"),
          new View("admin", "/admin/#categories", ".categories tbody"),
          new View("admin", "/admin/#calendars", ".year .day"),
          new View("admin", "/admin/#limits", ".limits tbody"),
          new View("admin", "/admin/#levels", ".level"),
          new View("supervisor", "/figures/?period=month&by=community", ".figure-rows"),
          new View("supervisor", "/supervision/?part=samples", ".supervision-member"),
          new View("operator", "/tracks/", ".playback-people li"),
          new View("planner", "/cameras/", ".cams-table tbody th"),
          new View("operator", "/patrols/", ".round-lane"),
          new View("supervisor", "/patrols/?part=plans&plan=new", ".round-form"),
          new View("", "/report/", ".choices .tile"),
          new View("handler", "/field/", ".task"),
          new View("handler", "/field/#outbox", ".empty"),
          new View("", "/field/", ".closed-door"),
          new View("", "/sign-in/?wall", ".wall-code"));

  @Test
  void no_page_breaks_a_rule_in_either_language_or_any_theme() {
    List<String> found = new ArrayList<>();
    for (View view : VIEWS) {
      Page page = open(view);
      // Every other page in English too: the rules are about how pages are built.
      boolean both = VIEWS.indexOf(view) % 2 == 0;
      if (both) {
        show(page, view, "en");
        found.addAll(axe.check(page, view + " en"));
      }
      show(page, view, "zh");
      found.addAll(axe.checkInThemes(page, view + " zh"));
      page.close();
    }
    assertThat(found).isEmpty();
  }

  @Test
  void what_is_opened_on_a_page_breaks_no_rule_either() {
    Page page = open(new View("admin", "/admin/", "[data-key=row-admin]"));
    show(page, new View("admin", "/admin/", "[data-key=row-admin]"), "zh");
    List<String> found = new ArrayList<>();
    page.locator("[data-key=account]").click();
    found.addAll(axe.check(page, "account menu"));
    page.locator("[data-key=row-operator]").click();
    page.locator("[data-key=disable]").waitFor();
    found.addAll(axe.check(page, "card of an account"));
    page.locator("[data-key=disable]").click();
    found.addAll(axe.check(page, "question before it is disabled"));
    page.locator("[data-key=no]").click();
    page.locator("[data-key=grant]").click();
    page.locator(".area-found .choice").first().waitFor();
    found.addAll(axe.check(page, "form of a grant"));
    assertThat(found).isEmpty();
  }

  @Test
  void a_fault_that_is_planted_is_found() {
    Page page = open(new View("", "/sign-in/", ".roles"));
    show(page, new View("", "/sign-in/", ".roles"), "zh");
    page.evaluate(
        "() => document.querySelector('[data-key=user]').closest('label').replaceWith("
            + "document.querySelector('[data-key=user]'))");
    assertThat(axe.check(page, "")).anyMatch(one -> one.contains("label:"));
  }

  /** Whoever has signed in once sees their other pages too, with what the browser has by then. */
  private Page open(View view) {
    return firstPages.computeIfAbsent(view.user(), this::firstPage).context().newPage();
  }

  private Page firstPage(String user) {
    Page page = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    if (!user.isEmpty()) {
      RealBrowser.signIn(page, program.url(), user);
    }
    return page;
  }

  private void show(Page page, View view, String lang) {
    String path = view.path();
    int hash = path.indexOf('#');
    String before = hash < 0 ? path : path.substring(0, hash);
    String after = hash < 0 ? "" : path.substring(hash);
    page.navigate(
        program.url()
            + before
            + (before.contains("?") ? "&" : "?")
            + "theme=dark&lang="
            + lang
            + after);
    page.locator(view.ready()).first().waitFor();
  }
}
