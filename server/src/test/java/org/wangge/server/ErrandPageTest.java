package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An errand in a real browser: ordered on a phone, dispatched at a desk, done by a volunteer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrandPageTest {
  private static final String GRID = "990101001001001";
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('main *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.className || one.tagName).join(' ')
      """;

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
    Page page = browser.emptyPage(server.url(), width, height, "zh-CN", ColorScheme.LIGHT);
    if (!user.isEmpty()) {
      RealBrowser.signIn(page, server.url(), user);
    }
    page.navigate(server.url() + path);
    return page;
  }

  private static Locator key(Page page, String key) {
    return page.locator("[data-key='" + key + "']");
  }

  @Test
  void a_resident_orders_the_desk_sends_a_volunteer_and_the_resident_says_that_it_is_done() {
    Page resident = open("", "/grid/" + GRID, 390, 844);
    key(resident, "errand").click();
    key(resident, "send").click();
    assertThat(resident.locator(".note.bad")).containsText("要帮什么忙");
    key(resident, "kind-medicine").check();
    key(resident, "name").fill("张三");
    key(resident, "phone").fill("13800001111");
    key(resident, "wish").fill("到社区医院取降压药");
    assertThat(resident.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
    assertThat(resident.locator(".note.bad")).hasCount(0);
    shot(resident, "order");
    key(resident, "send").click();
    assertThat(resident.locator("[data-state=ordered]")).hasText("待派单");
    String id = resident.locator(".facts dd").first().textContent();

    Page desk = open("operator", "/errands/?grid=" + GRID, 1440, 900);
    Locator card = desk.locator("[data-errand='" + id + "']");
    assertThat(card).containsText("13800001111");
    key(desk, "dispatch-" + id).click();
    key(desk, "to-volunteer").check();
    shot(desk, "dispatch");
    key(desk, "do").click();
    key(desk, "show-running").click();
    assertThat(card.locator(".errand-state")).hasText("待接单");
    assertThat((Boolean) desk.evaluate("() => document.body.scrollWidth <= innerWidth")).isTrue();

    Page phone = open("volunteer", "/field/", 390, 844);
    Locator offer = phone.locator("[data-errand='" + id + "']");
    assertThat(offer).containsText("代取药品");
    assertThat(offer).not().containsText("13800001111");
    shot(phone, "offered");
    key(phone, "accept-" + id).click();
    assertThat(offer).containsText("13800001111");
    assertThat(phone.evaluate(STICKING_OUT)).as("sticks out on a phone").isEqualTo("");
    shot(phone, "in-hand");
    key(phone, "done-" + id).click();
    assertThat(offer).containsText("等居民确认");

    resident.reload();
    key(resident, "words").fill("太谢谢了");
    shot(resident, "question");
    key(resident, "yes").click();
    assertThat(resident.locator("[data-state=confirmed]")).isVisible();
    shot(resident, "confirmed");
    key(desk, "show-done").click();
    assertThat(card).containsText("太谢谢了");
    pictures();
    browser.assertQuiet();
    assertThat(open("handler", "/errands/", 800, 600).locator(".closed-door")).isVisible();
  }

  @Test
  void what_was_written_is_still_there_after_what_went_wrong() {
    JsonNode order = order();
    String id = order.path("number").asText();
    Page desk = open("operator", "/errands/?grid=" + GRID, 1440, 900);
    key(desk, "dispatch-" + id).waitFor();
    desk.context().setOffline(true);
    key(desk, "dispatch-" + id).click();
    assertThat(desk.locator(".toast.bad")).isVisible();
    does("operator", id, "dispatch", 1, "{\"to\":[\"volunteer\"]}");
    does("volunteer", id, "accept", 2, "{}");
    Page phone = open("volunteer", "/field/", 390, 844);
    key(phone, "words-" + id).fill("放在门口");
    key(phone, "photo-" + id)
        .setInputFiles(new FilePayload("door.png", "image/png", new byte[] {1, 2, 3}));
    key(phone, "back-" + id).click();
    assertThat(key(phone, "back-" + id)).containsText("再点一次");
    assertThat(key(phone, "words-" + id)).hasValue("放在门口");
    assertThat(key(phone, "photo-" + id).evaluate("(one) => one.files[0]?.name"))
        .isEqualTo("door.png");
    phone.context().setOffline(true);
    key(phone, "done-" + id).click();
    assertThat(phone.locator(".note.bad")).isVisible();
    assertThat(key(phone, "words-" + id)).hasValue("放在门口");
    does("volunteer", id, "done", 3, "{}");
    Page resident = open("", "/errand/#" + order.path("token").asText(), 390, 844);
    key(resident, "words").fill("谢谢");
    key(resident, "erase").click();
    assertThat(key(resident, "erase")).containsText("再点一次");
    assertThat(key(resident, "words")).hasValue("谢谢");
    resident.context().setOffline(true);
    key(resident, "yes").click();
    assertThat(key(resident, "erase")).not().containsText("再点一次");
    assertThat(key(resident, "words")).hasValue("谢谢");
    browser.closePages();
  }

  private JsonNode order() {
    Instant now = Instant.now();
    RunningServer.Answer answer =
        server.post(
            server.to("/api/errands/orders"),
            """
            {"kind":"medicine","grid":"%s","from":"%s","until":"%s","name":"张三",
            "phone":"13800001111"}
            """
                .formatted(GRID, now, now.plus(Duration.ofHours(2))));
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private void does(String account, String id, String what, int version, String body) {
    RunningServer.Answer answer =
        server.post(
            server
                .as(account, "/api/errands/" + id + "/" + what)
                .header("If-Match", "\"" + version + "\""),
            body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Pictures for looking at: {@code -Dwangge.shots=DIR}. */
  private static void shot(Page page, String name) {
    String folder = System.getProperty("wangge.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, "errand-" + name + ".png")));
    }
  }

  private void pictures() {
    if (System.getProperty("wangge.shots", "").isEmpty()) {
      return;
    }
    String[][] all = {
      {"operator", "desk-light-zh", "/errands/?show=all&theme=light", "1440", "900"},
      {"operator", "desk-dark-en", "/errands/?show=all&theme=dark&lang=en", "1440", "900"},
      {"operator", "desk-wide", "/errands/?show=all&theme=light", "2560", "1440"},
      {"operator", "desk-phone", "/errands/?theme=dark", "390", "844"},
      {"", "order-dark-en", "/errand/?theme=dark&lang=en", "390", "844"},
      {"", "order-laptop", "/errand/?theme=light", "1440", "900"},
      {"volunteer", "hand-dark-en", "/field/?theme=dark&lang=en", "390", "844"},
      {"worker", "worker-tab", "/field/?theme=light#errands", "390", "844"}
    };
    for (String[] one : all) {
      Page page = open(one[0], one[2], Integer.parseInt(one[3]), Integer.parseInt(one[4]));
      assertThat(page.locator(".errand-card, .errand-kinds .tile, .empty, .errand-hand").first())
          .isVisible();
      shot(page, one[1]);
      page.close();
    }
  }
}
