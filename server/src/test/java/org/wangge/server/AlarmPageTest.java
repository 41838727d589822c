package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.people.SetClock;

/** Alarms at the desk, in a real browser: in quiet, in a flood, acknowledged and shelved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmPageTest {
  private static final String REPORT = "{\"key\":\"%s\",\"category\":\"%s\",\"lon\":%s,\"lat\":%s}";
  private static final int FLOOD = 24;

  private RunningServer server;
  private RealBrowser browser;
  private final SetClock clock = new SetClock();
  private int had;
  private final List<JsonNode> places = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) {
    clock.setToNow();
    server = RunningServer.withTown(folder, clock);
    browser = RealBrowser.withoutWebGl();
    settle();
    server
        .getAsOwner("/api/incidents?limit=100")
        .json()
        .path("features")
        .forEach(one -> places.add(one.at("/geometry/coordinates")));
  }

  @AfterAll
  void stop() {
    browser.close();
    server.close();
  }

  /** Clocks that had run out by the time of the start ring first; all of that is acknowledged. */
  private void settle() {
    int rung = -1;
    while (rung != rang()) {
      rung = rang();
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
    JsonNode board = server.getAsOwner("/api/alarms").json();
    for (JsonNode row : board.path("rows")) {
      String path = "/api/alarms/groups/" + row.path("key").asText() + "/acknowledgement";
      String body = "{\"upTo\":\"" + row.path("upTo").asText() + "\"}";
      assertThat(server.post(server.asOwner(path), body).status()).isEqualTo(200);
    }
    had = rang();
  }

  private int rang() {
    return server.getAsOwner("/api/alarms").json().at("/shares/0/of").asInt();
  }

  private Page desk(String user, String more, int width, int height, ColorScheme scheme) {
    return page(user, "/desk/" + more, width, height, scheme);
  }

  private Page page(String user, String path, int width, int height, ColorScheme scheme) {
    Page page = browser.signedIn(server.url(), user, width, height, "zh-CN", scheme);
    page.navigate(server.url() + path);
    return page;
  }

  private void report(String key, String category, int place) {
    JsonNode at = places.get(place % places.size());
    String body = REPORT.formatted(key, category, at.get(0), at.get(1));
    assertThat(server.post(server.asOwner("/api/reports"), body).status()).isEqualTo(201);
  }

  @Test
  void alarms_are_acknowledged_shelved_and_looked_up_and_a_flood_is_said() {
    Page desk = desk("operator", "", 1366, 768, ColorScheme.DARK);
    Locator board = desk.locator("#alarms");
    assertThat(board.locator("h2")).containsText("告警 0");
    report("one", "noise", 0);
    Locator row = board.locator(".alarm-row.alarm-low");
    assertThat(row).containsText("事件上报");
    assertThat(row).containsText("确认");
    desk.keyboard().press("0");
    assertThat(row.locator("[data-alarm-row]")).isFocused();
    desk.keyboard().press("9");
    assertThat(row).hasCount(0);

    report("fire", "manhole-cover", 1);
    Locator emergency = board.locator(".alarm-row.alarm-emergency");
    assertThat(emergency).containsText("紧急事件上报");
    emergency.locator("[data-acknowledge]").click();
    assertThat(emergency).hasClass(Pattern.compile("\\bseen\\b"));

    for (int i = 0; i < FLOOD; i++) {
      report("flood" + i, i % 2 == 0 ? "noise" : "fallen-tree", i);
    }
    assertThat(board.locator("[data-part=flood]")).containsText("告警洪泛，始于");
    assertThat(board.locator(".alarm-percents")).containsText("/80");
    assertThat(emergency).hasCount(1);
    assertThat(board.locator("h2")).containsText("告警 " + FLOOD);
    Locator rest = board.locator(".alarm-rest summary");
    assertThat(rest).containsText("其余告警");
    rest.press("Enter");
    assertThat(board.locator(".alarm-rest li").first()).containsText("×");
    shelvesAndEnds(desk, board);
    looksUp(desk, board);
    raises();
    report("raised", "noise", 2);
    assertThat(desk.locator(".alarm-counts .alarm-high")).containsText("1");
    pictures();
    browser.assertQuiet();
  }

  /** An administrator gives reports another priority, which holds for those to come. */
  private void raises() {
    Page admin = page("admin", "/admin/#alarms", 1366, 768, ColorScheme.LIGHT);
    Locator rule = admin.locator("[data-kind=reported]");
    rule.locator("input[value=high]").check();
    rule.locator("[data-key$=-longest]").selectOption("60");
    rule.locator("[type=submit]").click();
    assertThat(rule.locator("h2")).containsText("重要");
    rule.locator("[data-key$=-past]").click();
    assertThat(rule.locator(".alarm-past li")).hasCount(2);
    assertThat(rule.locator(".alarm-past li").first()).containsText("1 小时");
    shot(admin, "alarm-rules");
    admin.close();
  }

  private static void shelvesAndEnds(Page desk, Locator board) {
    desk.locator("[data-key=alarm-shelve]").click();
    desk.locator("[data-key=shelf-kind]").selectOption("reported");
    desk.locator("[data-key=shelf-minutes]").selectOption("30");
    shot(desk, "alarm-shelve");
    desk.locator("dialog button[type=submit]").click();
    assertThat(board.locator("[data-part=shelved]")).containsText("已搁置 " + FLOOD);
    assertThat(board.locator(".alarm-row.alarm-low")).hasCount(0);
    board.locator("[data-key^=unshelve-]").click();
    assertThat(board.locator("[data-part=shelved]")).hasCount(0);
    assertThat(board.locator("h2")).containsText("告警 " + FLOOD);
  }

  private void looksUp(Page desk, Locator board) {
    board.locator("[data-key=alarm-log]").click();
    assertThat(desk.locator("dialog tbody tr")).hasCount(had + FLOOD + 2);
    shot(desk, "alarm-log");
    desk.locator("[data-key=log-priority]").selectOption("emergency");
    assertThat(desk.locator("dialog tbody tr")).hasCount(1);
    assertThat(desk.locator("dialog tbody tr")).containsText("operator");
    desk.keyboard().press("Escape");
    opensAShare(desk, board);
  }

  /** A share opens the list of what it counts. */
  private void opensAShare(Page desk, Locator board) {
    int low = server.getAsOwner("/api/alarms").json().at("/shares/2/count").asInt();
    assertThat(low).isGreaterThan(FLOOD);
    board.locator("[data-key=share-low]").click();
    assertThat(desk.locator("[data-part=log-count]"))
        .hasText("近 30 天 %d 条，全部 %d 条。 已列出 %d 条".formatted(low, had + FLOOD + 2, low));
    assertThat(desk.locator("dialog tbody tr")).hasCount(low);
    desk.keyboard().press("Escape");
  }

  private void pictures() {
    if (System.getProperty("wangge.shots", "").isEmpty()) {
      return;
    }
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (String lang : new String[] {"zh", "en"}) {
        for (int width : new int[] {1366, 390}) {
          Page page = desk("operator", "?lang=" + lang, width, width > 400 ? 768 : 844, scheme);
          assertThat(page.locator("#alarms h2")).isVisible();
          shot(page, "alarm-" + scheme + "-" + lang + "-" + width);
          page.close();
        }
      }
    }
  }

  /** A picture for looking at: {@code -Dwangge.shots=DIR}. */
  private static void shot(Page page, String name) {
    String folder = System.getProperty("wangge.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }
}
