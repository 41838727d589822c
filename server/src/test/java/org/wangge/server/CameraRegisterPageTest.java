package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The register of cameras and the editor of what they see, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CameraRegisterPageTest {
  /** How far from the camera its range is shown when its editing begins, and the handle beyond. */
  private static final double REACH_PIXELS = 190;

  private static final double KNOB_PIXELS = REACH_PIXELS + 34;

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

  private Page open(String account, String query) {
    Page page = browser.signedIn(server.url(), account, 1366, 900, "zh-CN", ColorScheme.LIGHT);
    page.navigate(server.url() + "/cameras/" + query);
    return page;
  }

  private static Locator key(Page page, String key) {
    return page.locator("[data-key='" + key + "']");
  }

  private JsonNode camera(String id) {
    return server.send(server.as("liaison", "/api/cameras/" + id)).json().path("properties");
  }

  private int status(String id) {
    return server.send(server.as("liaison", "/api/cameras/" + id)).status();
  }

  private static double number(Page page, String field) {
    return Double.parseDouble(key(page, "field-" + field).inputValue());
  }

  /** A place on the map, from the camera in its middle. */
  private static double[] at(Page page, double azimuthDegrees, double pixels) {
    BoundingBox box = page.locator(".cams-over").boundingBox();
    double turn = Math.toRadians(azimuthDegrees);
    return new double[] {
      box.x + box.width / 2 + pixels * Math.sin(turn),
      box.y + box.height / 2 - pixels * Math.cos(turn)
    };
  }

  /** What the camera would see after something was done, as the server told it last. */
  private static String seenAfter(Page page, Runnable deed) {
    return page.waitForResponse(one -> one.url().endsWith("/api/cameras/preview"), deed).text();
  }

  @Test
  void a_camera_is_turned_by_mouse_key_and_finger_stored_and_taken_back() {
    Page page = open("liaison", "?certainty=measured&state=online");
    Locator row = page.locator(".cams-table tbody th button").first();
    row.click();
    String id = page.locator("tr[aria-current]").getAttribute("data-camera");
    JsonNode before = camera(id);
    double azimuth = before.path("lenses").path(0).path("azimuthDegrees").asDouble();
    double range = before.path("lenses").path(0).path("rangeMeters").asDouble();
    int revision = before.path("revision").asInt();

    String first = seenAfter(page, () -> key(page, "edit").click());
    String turned = seenAfter(page, () -> drag(page, at(page, azimuth, KNOB_PIXELS), azimuth + 40));
    assertThat(turned).isNotEqualTo(first);
    double now = number(page, "azimuthDegrees");
    assertThat((now - azimuth + 360) % 360).isCloseTo(40, within(1.0));

    page.keyboard().press("ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    assertThat(page.locator("[data-part=told]")).containsText("朝向");
    assertThat((number(page, "azimuthDegrees") - now + 360) % 360).isCloseTo(11, within(0.01));
    page.keyboard().press("Control+z");
    assertThat(number(page, "azimuthDegrees")).isCloseTo(now, within(0.01));

    touch(page, at(page, now, REACH_PIXELS), at(page, now, REACH_PIXELS + 40));
    double reach = number(page, "rangeMeters");
    assertThat(reach).isCloseTo(range * (REACH_PIXELS + 40) / REACH_PIXELS, within(range / 20));
    assertThat(Axe.load().check(page, "a camera that is edited")).isEmpty();

    page.locator(".cams-over").press("Enter");
    assertThat(page.locator(".cams-rev")).containsText("第 " + (revision + 1) + " 版");
    JsonNode stored = camera(id).path("lenses").path(0);
    assertThat(stored.path("azimuthDegrees").asDouble()).isCloseTo(now, within(0.01));
    assertThat(stored.path("rangeMeters").asDouble()).isCloseTo(reach, within(0.01));

    key(page, "take-back").click();
    assertThat(page.locator(".cams-rev")).containsText("第 " + (revision + 2) + " 版");
    assertThat(camera(id).path("lenses")).isEqualTo(before.path("lenses"));
    browser.assertQuiet();
  }

  @Test
  void shares_of_grids_blind_spots_and_places_for_new_cameras_are_shown_beside_the_map() {
    Page page = open("liaison", "?part=cover");
    Locator grid = page.locator(".cover tbody .row-button").nth(2);
    grid.waitFor();
    String spots =
        page.waitForResponse(
                one -> one.url().contains("/api/cameras/cover/") && one.status() == 200,
                grid::click)
            .text();
    assertThat(spots).contains("blindSpotCount");
    assertThat(page.locator(".cover tr.picked")).hasCount(1);
    assertThat(Axe.load().check(page, "what cameras see of grids")).isEmpty();
    key(page, "part-proposals").click();
    assertThat(page.locator(".cover-ranked li")).hasCount(10);
    key(page, "part-unseen").click();
    assertThat(page.locator("[data-key=unseen-1]")).isVisible();
    assertThat(page.url()).contains("part=unseen");
    key(page, "part-register").click();
    assertThat(page.locator(".cams-table tbody th").first()).isVisible();
    browser.assertQuiet();
  }

  private static void drag(Page page, double[] from, double azimuth) {
    double[] to = at(page, azimuth, KNOB_PIXELS);
    page.mouse().move(from[0], from[1]);
    page.mouse().down();
    page.mouse().move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    page.mouse().move(to[0], to[1]);
    page.mouse().up();
  }

  private static void touch(Page page, double[] from, double[] to) {
    CDPSession session = page.context().newCDPSession(page);
    send(session, "touchStart", List.of(from));
    send(session, "touchMove", List.of(to));
    send(session, "touchEnd", List.of());
    session.detach();
  }

  private static void send(CDPSession session, String type, List<double[]> points) {
    JsonArray all = new JsonArray();
    for (double[] one : points) {
      JsonObject point = new JsonObject();
      point.addProperty("x", one[0]);
      point.addProperty("y", one[1]);
      all.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", all);
    session.send("Input.dispatchTouchEvent", event);
  }

  @Test
  void some_are_changed_at_once_and_that_is_taken_back() {
    Page page = open("liaison", "");
    Locator ticks = page.locator(".cams-tick input");
    ticks.nth(2).click();
    ticks.nth(3).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    List<String> ids =
        List.of(
            page.locator("tr[data-camera]").nth(2).getAttribute("data-camera"),
            page.locator("tr[data-camera]").nth(3).getAttribute("data-camera"));
    int kept = camera(ids.get(0)).path("keptDays").asInt();
    key(page, "bulk").click();
    key(page, "bulk-keptDays").fill("45");
    key(page, "bulk-save").click();
    Locator done = page.locator(".cams-done");
    assertThat(done).containsText("已修改 2 台");
    assertThat(ids).allSatisfy(id -> assertThat(camera(id).path("keptDays").asInt()).isEqualTo(45));
    key(page, "take-back").click();
    assertThat(done).containsText("已撤销");
    assertThat(camera(ids.get(0)).path("keptDays").asInt()).isEqualTo(kept);
    browser.assertQuiet();
  }

  @Test
  void a_new_camera_is_placed_on_the_map_stored_and_taken_back() {
    String id = "99010100001320990001";
    Page page = open("liaison", "");
    Locator row = page.locator("tr[data-camera='" + id + "']");
    page.locator(".cams-table tbody th").first().waitFor();
    key(page, "new").click();
    double[] there = at(page, 90, 0);
    page.mouse().click(there[0], there[1]);
    key(page, "field-id").fill("99010100-00-132-0-990001");
    key(page, "field-name").fill("新装的");
    key(page, "save").click();
    Locator done = page.locator(".cams-done");
    assertThat(done).containsText("已保存：新装的");
    assertThat(camera(id).path("revision").asInt()).isEqualTo(1);

    key(page, "card-close").click();
    assertThat(row).containsText("新装的");
    double[] middle = at(page, 90, 0);
    page.mouse().click(middle[0], middle[1]);
    assertThat(page.locator("tr[aria-current]")).hasAttribute("data-camera", id);

    key(page, "take-back").click();
    assertThat(done).containsText("已撤销");
    assertThat(row).hasCount(0);
    assertThat(status(id)).isEqualTo(404);
    key(page, "take-back").click();
    assertThat(done).containsText("已重做");
    assertThat(row).hasCount(1);
    assertThat(status(id)).isEqualTo(200);
    browser.assertQuiet();
  }

  @Test
  void of_a_file_with_a_broken_record_nothing_is_taken_until_it_is_left_out() {
    String sheet =
        """
        编码,名称,经度,纬度,保存天数
        99010100001320990011,甲,112.6139,28.9186,30
        99010100001320990012,乙,112.6140,28.9187,99999
        """;
    Page page = open("liaison", "?q=9901010000132099001");
    key(page, "import").click();
    key(page, "import-file")
        .setInputFiles(
            new FilePayload("cameras.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
    key(page, "import-try").click();
    assertThat(page.locator("[data-part=report]")).containsText("读到 2 条：将新增 1");
    Locator refused = page.locator(".cams-remarks tbody tr");
    assertThat(refused).hasText(Pattern.compile("2\\s*保存天数\\s*99999\\s*数值超出范围\\s*填 0 至 3,660"));

    key(page, "import-take").click();
    assertThat(page.locator(".cams-import .note.bad")).containsText("全部未导入");
    assertThat(refused).hasCount(1);
    assertThat(page.locator("tr[data-camera]")).hasCount(0);
    assertThat(status("99010100001320990011")).isEqualTo(404);

    key(page, "import-skip").click();
    key(page, "import-try").click();
    assertThat(page.locator("[data-part=report]")).containsText("将新增 1");
    key(page, "import-take").click();
    assertThat(page.locator("[data-part=report]")).containsText("读到 2 条：新增 1");
    assertThat(page.locator("tr[data-camera]")).hasCount(1);
    assertThat(camera("99010100001320990011").path("keptDays").asInt()).isEqualTo(30);
    browser.closePages();
  }

  @Test
  void of_two_who_edit_one_camera_the_second_loses_nothing_and_is_told_what_to_do() {
    Page page = open("liaison", "");
    page.locator(".cams-table tbody th button").nth(5).click();
    String id = page.locator("tr[aria-current]").getAttribute("data-camera");
    JsonNode before = camera(id);
    key(page, "edit").click();
    key(page, "field-owner").fill("我的单位");
    key(page, "field-keptDays").fill("41");
    server.patch(
        server
            .as("operator", "/api/cameras/" + id)
            .header("If-Match", "\"%d\"".formatted(before.path("revision").asInt())),
        "{\"keptDays\":77,\"name\":\"他改的\"}");
    key(page, "save").click();
    Locator note = page.locator(".cams-conflict");
    assertThat(note).containsText("名称：" + before.path("name").asText() + " → 他改的");
    assertThat(note).containsText("→ 41 双方都改了");
    assertThat(note).isInViewport();
    assertThat(note).containsText("核对后再保存");
    assertThat(key(page, "field-owner")).hasValue("我的单位");
    assertThat(Axe.load().check(page, "a conflict")).isEmpty();

    key(page, "mine").click();
    assertThat(note).hasCount(0);
    assertThat(key(page, "field-name")).hasValue("他改的");
    assertThat(key(page, "field-owner")).hasValue("我的单位");
    key(page, "save").click();
    assertThat(page.locator(".cams-done")).containsText("已保存");
    JsonNode stored = camera(id);
    assertThat(stored.path("owner").asText()).isEqualTo("我的单位");
    assertThat(stored.path("keptDays").asInt()).isEqualTo(41);
    assertThat(stored.path("name").asText()).isEqualTo("他改的");
    browser.closePages();
  }

  @Test
  void what_is_stored_may_hold_since_a_past_time() {
    Page page = open("liaison", "");
    page.locator(".cams-table tbody th button").nth(7).click();
    String id = page.locator("tr[aria-current]").getAttribute("data-camera");
    int before = camera(id).path("keptDays").asInt();
    key(page, "edit").click();
    key(page, "field-keptDays").fill("52");
    assertThat(key(page, "field-from")).isHidden();
    key(page, "field-from-choice").selectOption("then");
    Instant since = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
    key(page, "field-from")
        .fill(LocalDateTime.ofInstant(since, ZoneId.of("Asia/Shanghai")).toString());
    key(page, "save").click();
    assertThat(page.locator(".cams-done")).containsText("已保存");
    assertThat(camera(id).path("validFrom").asText()).isEqualTo(since.toString());
    assertThat(camera(id + "?at=" + since).path("keptDays").asInt()).isEqualTo(52);
    String earlier = id + "?at=" + since.minusSeconds(1);
    assertThat(camera(earlier).path("keptDays").asInt()).isEqualTo(before);
    browser.assertQuiet();
  }

  @Test
  void cameras_within_a_box_on_the_map_are_changed_at_once() {
    Page page = open("liaison", "");
    page.locator(".cams-table tbody th").first().waitFor();
    Locator count = page.locator(".cams-count p");
    box(page, () -> key(page, "box").click());
    assertThat(key(page, "box")).hasAttribute("aria-pressed", "false");
    assertThat(count).hasText(Pattern.compile("已选 \\d+ / 1\\d\\d 台"));
    String chosen = count.textContent();
    key(page, "pick-none").click();
    box(page, () -> page.keyboard().down("Shift"));
    page.keyboard().up("Shift");
    assertThat(count).hasText(chosen);

    key(page, "map-bulk").click();
    key(page, "bulk-keptDays").fill("33");
    key(page, "bulk-save").click();
    int many = Integer.parseInt(chosen.replaceAll("^\\D*(\\d+).*", "$1"));
    assertThat(page.locator(".cams-done")).containsText("已修改 " + many + " 台");
    int kept = 0;
    for (JsonNode one :
        server.send(server.as("liaison", "/api/cameras?limit=1000")).json().path("features")) {
      kept += one.at("/properties/keptDays").asInt() == 33 ? 1 : 0;
    }
    assertThat(kept).isEqualTo(many).isPositive();
    browser.assertQuiet();
  }

  private static void box(Page page, Runnable begin) {
    begin.run();
    double[] from = at(page, 315, 150);
    double[] to = at(page, 135, 150);
    page.mouse().move(from[0], from[1]);
    page.mouse().down();
    page.mouse().move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    page.mouse().move(to[0], to[1]);
    page.mouse().up();
  }

  @Test
  void the_sheet_speaks_the_language_of_the_page_and_numbers_need_no_scrolling()
      throws IOException {
    Page page = open("liaison", "");
    for (String language : List.of("zh", "en")) {
      key(page, "lang-" + language).click();
      page.locator(".cams-table tbody th").first().waitFor();
      assertThat(page.locator(".cams-scroll").evaluate("it => it.scrollWidth - it.clientWidth"))
          .isEqualTo(0);
      Path sheet = page.waitForDownload(() -> key(page, "export").click()).path();
      assertThat(Files.readString(sheet))
          .startsWith(language.equals("zh") ? "\uFEFF编码,名称" : "\uFEFFid,name");
    }
    assertThat(key(page, "day")).not().hasValue("");
    browser.assertQuiet();
  }

  @Test
  void planners_look_and_change_nothing() {
    Page page = open("planner", "");
    page.locator(".cams-table tbody th button").first().click();
    assertThat(page.locator(".cams-rev")).hasText(Pattern.compile("第 \\d+ 版.*"));
    assertThat(key(page, "edit")).hasCount(0);
    assertThat(key(page, "new")).hasCount(0);
    assertThat(page.locator(".cams-tick")).hasCount(0);
    assertThat(open("handler", "").locator(".closed-door")).isVisible();
    browser.assertQuiet();
  }
}
