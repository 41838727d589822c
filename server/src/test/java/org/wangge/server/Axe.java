package org.wangge.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages held against all rules of axe-core that are on by themselves. No rule is switched off; the
 * one element left out is the drawing of the map, which is also there as a table.
 *
 * @param script of axe-core
 */
public record Axe(String script) {
  private static final Path FILE =
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
  private static final List<String> THEMES = List.of("dark", "light", "contrast");

  /** Skips the tests where it is not installed, unless that is a mistake. */
  public static Axe load() {
    boolean there = Files.isReadable(FILE);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("axe-core is not installed; npm ci in web-static installs it");
    }
    assumeTrue(there, "skipped: axe-core is not installed here (npm ci in web-static)");
    try {
      return new Axe(Files.readString(FILE, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What breaks a rule on a page as it stands, each with where that is. */
  public List<String> check(Page page, String where) {
    return check(page, where, null);
  }

  /** The same, and what is too faint in a theme other than its own, which is held to all rules. */
  public List<String> checkInThemes(Page page, String where) {
    List<String> found = new ArrayList<>(check(page, where));
    Object own = page.evaluate("() => document.documentElement.dataset.theme");
    for (String theme : THEMES) {
      if (!theme.equals(own)) {
        dress(page, theme);
        found.addAll(check(page, where + " " + theme, "color-contrast"));
      }
    }
    dress(page, own);
    return found;
  }

  /** Colours on their way from one theme to the other are not what anybody reads. */
  private static void holdStill(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  private static void dress(Page page, Object theme) {
    page.evaluate("(name) => { document.documentElement.dataset.theme = name; }", theme);
  }

  @SuppressWarnings("unchecked")
  private List<String> check(Page page, String where, @Nullable String only) {
    holdStill(page);
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      // Not as a script of the page, which its content policy forbids.
      page.evaluate(script);
    }
    List<String> found = (List<String>) page.evaluate(RUN, only);
    return found.stream().map(one -> where + " " + one).toList();
  }
}
