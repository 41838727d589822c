package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A worker sets an app on their phone up, on the packaged program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneAppPageTest {
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('main button, main a, main input, main select')]
        .map((e) => [e.getBoundingClientRect(), e.dataset.key ?? e.className])
        .filter(([{ width, height }]) => width > 0 && (width < 56 || height < 55.9))
        .map(([{ width, height }, name]) => `${name} ${width} x ${height}`)
      """;

  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withoutWebGl();
    program = PackagedProgram.serveTown(folder, "--no-simulator");
  }

  @AfterEach
  void closePages() {
    assertThat(browser.foreignRequests()).isEmpty();
    browser.closePages();
  }

  @AfterAll
  void close() {
    browser.close();
    program.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("wgd_");
  }

  @Test
  void what_the_codes_on_the_page_say_sets_apps_up_and_the_page_tells_what_was_heard()
      throws Exception {
    Page page = field("zh-CN", ColorScheme.LIGHT);
    page.locator("[data-key=tab-outbox]").click();
    page.locator("[data-key=phone-app]").click();
    page.locator("[data-key=phone-name]").fill("巡查手机");
    assertThat(Axe.load().checkInThemes(page, "phone app")).isEmpty();
    sendsARecording(page);
    page.locator("[data-key=phone-add]").click();
    page.locator(".phone-qr").waitFor();
    assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
    assertThat(Axe.load().checkInThemes(page, "set up")).isEmpty();
    shoot(page, "zh-light");
    // The three ways below would lie over a part of the code.
    page.setViewportSize(390, 2_800);
    String link = scanned(page);
    assertThat(link).startsWith("org.traccar.client://config?url=");
    assertThat(page.locator("[data-key=open-app]")).hasAttribute("href", link);
    Map<String, String> settings = queryOf(link);
    String token = settings.get("id");
    assertThat(token).startsWith("wgd_");
    assertThat(settings.get("url")).isEqualTo(program.url() + "/gps/osmand");
    assertThat(page.locator("[data-key=only-here]")).isVisible();

    page.locator("[data-key=app-owntracks]").click();
    String inline = queryOf(scanned(page)).get("inline");
    JsonNode own = new ObjectMapper().readTree(Base64.getDecoder().decode(inline));
    assertThat(own.path("url").asText()).isEqualTo(program.url() + "/gps/owntracks");
    assertThat(own.path("password").asText()).isEqualTo(token);
    assertThat(own.path("mode").asInt()).isEqualTo(3);

    assertThat(sent(settings.get("url") + "?id=" + token + "&lat=28.9182&lon=112.6137"))
        .isEqualTo(200);
    page.locator("[data-key=setup-done]").click();
    page.locator("[data-key=phones-again]").click();
    assertThat(page.locator("[data-part=phones] .box-item")).containsText("最近收到");
    assertThat(page.content()).doesNotContain(token);
    sent(settings.get("url") + "?id=" + token + "&lat=28.9182&lon=112.6137&timestamp=1377177267");
    page.locator("[data-key=phones-again]").click();
    assertThat(page.locator("[data-part=phones] .refusal")).containsText("早于七天");
    page.locator("[data-key^=remove-]").click();
    page.locator("[data-key^=remove-]").click();
    assertThat(page.locator("[data-part=phones] .box-item")).hasCount(0);
    assertThat(sent(settings.get("url") + "?id=" + token + "&lat=28.9&lon=112.6")).isEqualTo(403);
  }

  private static void sendsARecording(Page page) {
    Instant at = Instant.now().minus(Duration.ofDays(2));
    String gpx =
        "<gpx><trk><trkseg><trkpt lat='28.9182' lon='112.6137'><time>%s</time></trkpt></trkseg>"
            + "</trk></gpx>";
    Locator file = page.locator("[data-key=gpx-file]");
    for (String told : new String[] {"已保存 1 个点", "1 个点原来就有"}) {
      file.setInputFiles(
          new FilePayload(
              "walk.gpx",
              "application/octet-stream",
              gpx.formatted(at).getBytes(StandardCharsets.UTF_8)));
      assertThat(page.locator("[data-key=gpx-told]")).containsText(told);
    }
    file.setInputFiles(new FilePayload("x.gpx", "", new byte[] {1}));
    assertThat(page.locator("main [role=alert]")).containsText("GPX");
  }

  @Test
  void in_english_and_in_the_dark_it_reads_as_well() {
    Page page = field("en-GB", ColorScheme.DARK);
    page.evaluate("() => { location.hash = '#phone'; }");
    page.locator("[data-key=phone-add]").click();
    page.locator(".phone-qr").waitFor();
    page.locator("[data-key=app-owntracks]").click();
    assertThat(page.locator(".phone-setup")).containsText("Password");
    assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
    shoot(page, "en-dark");
    page.setViewportSize(1280, 800);
    shoot(page, "en-dark-laptop");
    page.locator("[data-key^=remove-]").click();
    page.locator("[data-key^=remove-]").click();
    assertThat(page.locator("[data-part=phones] .box-item")).hasCount(0);
  }

  private Page field(String language, ColorScheme scheme) {
    Page page = browser.signedIn(program.url(), "worker", 390, 844, language, scheme);
    page.navigate(program.url() + "/field/");
    page.waitForSelector("html[data-field=ready]");
    return page;
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "phone-app-" + name + ".png")));
  }

  private static String scanned(Page page) throws Exception {
    Locator code = page.locator(".phone-qr");
    assertThat(code.evaluate("picture => picture.decode().then(() => 1)")).isEqualTo(1);
    byte[] shot = code.screenshot();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(shot));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }

  private static Map<String, String> queryOf(String link) {
    Map<String, String> query = new HashMap<>();
    for (String part : link.substring(link.indexOf('?') + 1).split("&", -1)) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static int sent(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
