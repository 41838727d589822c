package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A campaign in a real browser: begun at a desk, answered on a phone, put right with a photo. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignPageTest {
  private static final String GRID = "990101001001001";
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('.campaign-page *')]
        .filter((one) => !one.closest('.campaign-scroll') && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.className || one.tagName).join(' ')
      """;

  private static final String DRAWN =
      "() => document.querySelector('.campaign-map .campaign-shape path').getBBox().width > 50";

  private RunningServer server;
  private RealBrowser browser;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    browser = RealBrowser.withoutWebGl();
  }

  @AfterAll
  void stop() {
    browser.close();
    server.close();
  }

  private Page open(String user, String path, int width, int height) {
    Page page = browser.signedIn(server.url(), user, width, height, "zh-CN", ColorScheme.LIGHT);
    page.navigate(server.url() + path);
    return page;
  }

  private static Locator key(Page page, String key) {
    return page.locator("[data-key='" + key + "']");
  }

  @Test
  void one_is_begun_at_a_desk_answered_on_a_phone_and_its_hazard_put_right() throws IOException {
    Page desk = open("operator", "/campaigns/", 1440, 900);
    key(desk, "begin").click();
    key(desk, "title").fill("瓶装燃气排查");
    key(desk, "area-" + GRID).check();
    key(desk, "text-0").fill("软管老化？");
    key(desk, "add").click();
    key(desk, "text-1").fill("备注");
    key(desk, "kind-1").selectOption("text");
    key(desk, "open").click();
    Locator count = desk.locator("[data-count=answered] b");
    assertThat(count).hasText(Pattern.compile("0 / [34]\\d\\d"));
    assertThat(desk.locator(".campaign-shape.band-0 text").first()).hasText("0%");
    assertThat(desk.evaluate(DRAWN)).as("the grid is drawn").isEqualTo(true);
    shot(desk, "begun");
    assertThat(desk).hasURL(Pattern.compile("[?&]campaign=\\d"));
    Page phone =
        open("worker", desk.url().substring(server.url().length()) + "&part=doors", 390, 844);
    key(phone, "door-1").click();
    key(phone, "q1-yes").click();
    shot(phone, "phone-asking");
    key(phone, "send").click();
    assertThat(phone.locator(".campaign-building li.done")).hasCount(1);
    assertThat(phone.locator("[data-count=answered] b")).hasText(Pattern.compile("1 / .*"));
    assertThat(phone.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
    key(phone, "part-hazards").click();
    Locator hazard = phone.locator(".campaign-hazards li");
    assertThat(hazard).containsText("软管老化？");
    phone.locator("[data-key^=notified-]").click();
    assertThat(hazard.locator(".campaign-state")).hasText("已通知");
    phone
        .locator("[data-key^=photo-right-]")
        .setInputFiles(new FilePayload("a.jpg", "image/jpeg", jpeg()));
    assertThat(phone.locator(".campaign-part")).containsText("没有隐患");
    key(phone, "hazards-all").click();
    assertThat(hazard.locator(".campaign-look img")).isVisible();
    shot(phone, "phone-hazard");
    desk.reload();
    assertThat(count).hasText(Pattern.compile("1 / [34]\\d\\d"));
    browser.assertQuiet();
    goesOnWithoutNetwork();
    desk.reload();
    assertThat(count).hasText(Pattern.compile("2 / [34]\\d\\d"));
    key(desk, "percent-" + GRID).click();
    assertThat(desk.locator("[data-part=listed]")).hasText("列出 2 户");
    assertThat(desk.locator(".campaign-building li.done")).hasCount(2);
    key(desk, "doors-hazardous").click();
    assertThat(desk.locator("[data-part=listed]")).hasText("列出 1 户");
    pictures();
    assertThat(open("handler", "/campaigns/", 800, 600).locator(".closed-door")).isVisible();
  }

  /** What is said at a door where there is no network is kept on the phone and sent later, once. */
  private void goesOnWithoutNetwork() {
    Page field = open("worker", "/field/", 390, 844);
    field.locator("html[data-field=ready]").waitFor();
    field.evaluate("() => navigator.serviceWorker.ready.then(() => 1)");
    Locator campaign = field.locator("[data-key^=visits-]");
    assertThat(campaign).containsText("瓶装燃气排查");
    shot(field, "field-tasks");
    field.context().setOffline(true);
    campaign.click();
    assertThat(field.locator(".visit-count")).containsText("1 / ");
    shot(field, "field-doors");
    key(field, "door-2").click();
    assertThat(key(field, "visit-send")).isDisabled();
    key(field, "q1-yes").click();
    assertThat(field.locator(".visit-hazard")).isVisible();
    key(field, "q1-no").click();
    key(field, "q2").fill("下午再来");
    shot(field, "field-door");
    key(field, "visit-send").click();
    assertThat(field.locator(".task-title")).hasText(Pattern.compile(".+"));
    key(field, "back").click();
    assertThat(key(field, "door-2")).hasClass(Pattern.compile("waiting"));
    field.reload();
    assertThat(key(field, "door-2")).hasClass(Pattern.compile("waiting"));
    assertThat(field.evaluate(STICKING_OUT)).isEqualTo("");
    field.context().setOffline(false);
    key(field, "visits-all").click();
    assertThat(field.locator(".visit-door.done")).hasCount(2);
    field.close();
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  /** Pictures for looking at: {@code -Dwangge.shots=DIR}. */
  private static void shot(Page page, String name) {
    String folder = System.getProperty("wangge.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, "campaign-" + name + ".png")));
    }
  }

  private void pictures() {
    if (System.getProperty("wangge.shots", "").isEmpty()) {
      return;
    }
    server.post(
        server.as("operator", "/api/campaigns"),
        """
        {"title":"全镇瓶装燃气排查","unit":"household","areas":["990101"],"until":"2999-01-01T00:00:00Z",
        "questions":[{"text":"软管老化？","kind":"yes-no","hazardOn":"yes","recheckDays":7}]}
        """);
    for (int door = 1; door <= 700; door++) {
      server.post(
          server.as("worker", "/api/campaigns/2/units/" + door + "/answer"),
          "{\"key\":\"s%d\",\"version\":0,\"answers\":{\"1\":\"%s\"}}"
              .formatted(door, door % 3 == 0 ? "yes" : "no"));
    }
    String[][] shots = {
      {"laptop-light-zh", "?campaign=2&theme=light", "1440", "900"},
      {"laptop-dark-en", "?campaign=2&theme=dark&lang=en", "1440", "900"},
      {"phone-light-zh", "?campaign=2&theme=light", "390", "844"},
      {"doors-dark-en", "?campaign=2&part=doors&theme=dark&lang=en", "1440", "900"},
      {"hazards-light-zh", "?campaign=2&part=hazards&theme=light", "1440", "900"}
    };
    for (String[] one : shots) {
      Page page =
          open(
              "worker", "/campaigns/" + one[1], Integer.parseInt(one[2]), Integer.parseInt(one[3]));
      assertThat(page.locator(".campaign-part > *").first()).isVisible();
      page.waitForTimeout(800);
      shot(page, one[0]);
    }
  }
}
