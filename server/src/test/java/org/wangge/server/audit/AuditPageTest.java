package org.wangge.server.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.Axe;
import org.wangge.server.RealBrowser;
import org.wangge.server.RunningServer;

/** The audit's page, as a supervisor reads it. */
class AuditPageTest {
  @TempDir Path folder;

  @Test
  void a_supervisor_finds_a_refusal_reads_it_whole_exports_and_verifies() throws Exception {
    try (RunningServer server = RunningServer.withTown(folder);
        RealBrowser browser = RealBrowser.withoutWebGl()) {
      server.send(server.as("liaison", "/api/tracks?limit=2"));
      server.send(server.as("liaison", "/api/audit"));
      Page page =
          browser.signedIn(server.url(), "supervisor", 1366, 768, "zh-CN", ColorScheme.DARK);
      page.navigate(server.url() + "/admin/audit/");
      assertThat(page.locator("h1")).hasText("审计记录");

      page.locator("[data-key=by-account]").fill("liaison");
      page.locator("[data-key=by-outcome]").selectOption("refused");
      assertThat(rows(page)).hasCount(1);
      rows(page).first().locator(".row-button").press("Enter");
      assertThat(page.locator(".accounts-card")).containsText("GET /api/audit");
      Axe axe = Axe.load();
      assertThat(axe.checkInThemes(page, "zh")).isEmpty();
      page.locator("[data-key=card-close]").press("Enter");
      assertThat(rows(page).first().locator(".row-button")).isFocused();

      Path file = page.waitForDownload(() -> page.locator("[data-key=export-csv]").click()).path();
      assertThat(Files.readString(file))
          .contains(",request-refused,")
          .doesNotContain("tracks-read");

      page.locator("[data-key=verify]").click();
      assertThat(page.locator(".audit-said")).containsText("审计完好");
      page.locator("[data-key=lang-en]").click();
      assertThat(page.locator(".audit-said")).containsText("The audit is sound");
      assertThat(axe.check(page, "en")).isEmpty();
      browser.assertQuiet();
    }
  }

  private static Locator rows(Page page) {
    return page.locator(".audit-rows tbody tr");
  }
}
