package org.wangge.server.tls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.Axe;
import org.wangge.server.RealBrowser;
import org.wangge.server.RunningServer;
import org.wangge.server.config.Settings;

/** The page where phones learn to trust the server, in a browser that does not yet. */
class TrustPageTest {
  @TempDir Path folder;

  @Test
  void a_phone_reads_the_fingerprint_and_takes_the_certificate_in_both_languages()
      throws Exception {
    TlsFolder tls = TlsFolder.of(folder);
    TlsFolder.Made made =
        tls.init("Test", List.of(), Duration.ofDays(60), Clock.systemUTC().instant());
    try (RunningServer server =
            RunningServer.with(
                new Settings(
                    "127.0.0.1",
                    0,
                    folder,
                    null,
                    Settings.Demonstration.NONE,
                    Settings.CHINA,
                    new Settings.Door(
                        new Settings.CertificateFiles(tls.serverFile(), tls.serverFile()),
                        OptionalInt.of(0),
                        Set.of())));
        RealBrowser browser = RealBrowser.withoutWebGl()) {
      String url = "http://127.0.0.1:" + server.plainPort();
      Page page = browser.emptyPage(url, 390, 844, "zh-CN", ColorScheme.LIGHT);
      page.navigate(url + "/ca/");
      assertThat(page.locator("[data-key=fingerprint]"))
          .hasText(String.join(" ", Fingerprint.groups(made.authority())));
      assertThat(page.locator(".device")).hasCount(4);
      assertThat(page.locator("h1")).containsText("信任");
      page.locator("[data-key=lang-en]").click();
      assertThat(page.locator("h1")).containsText("trust this server");
      Path file = page.waitForDownload(() -> page.locator("[data-key=download]").click()).path();
      assertThat(Files.readAllBytes(file)).isEqualTo(made.authority().getEncoded());

      Axe axe = Axe.load();
      assertThat(axe.check(page, "en")).isEmpty();
      page.locator("[data-key=lang-zh]").click();
      assertThat(axe.checkInThemes(page, "zh")).isEmpty();
      page.setViewportSize(1366, 768);
      assertThat(page.locator("img.qr")).isVisible();
      Object width = page.locator("img.qr").evaluate("picture => picture.decode().then(() => 1)");
      assertThat(width).isEqualTo(1);
      browser.assertQuiet();
    }
  }
}
