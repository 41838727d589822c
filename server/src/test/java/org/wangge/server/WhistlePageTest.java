package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A whistle in a real browser: blown at the desk, heard and answered on the phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhistlePageTest {
  /** The grid that the worker of the demonstration walks. */
  private static final String GRID = "990101001001001";

  private PackagedProgram program;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = RealBrowser.withoutWebGl();
    program = PackagedProgram.serveTown(folder, "--no-simulator");
  }

  @AfterAll
  void close() {
    browser.close();
    program.close();
    assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
  }

  private Page page(String account, int width, int height) {
    return browser.signedIn(program.url(), account, width, height, "zh-CN", ColorScheme.LIGHT);
  }

  @Test
  void it_is_blown_at_the_desk_heard_on_the_phone_and_ended_when_somebody_is_there() {
    Page desk = page("operator", 1366, 768);
    String number = report(desk.context().request());
    desk.navigate(program.url() + "/desk/?incident=" + number);
    Locator whistle = desk.locator("[data-part=whistle]");
    desk.locator("[data-key=whistle-blow]").press("Enter");
    assertThat(desk.locator("[data-key=joint-text]")).isFocused();
    desk.keyboard().type("树倒压线，需要油锯");
    desk.keyboard().press("Control+Enter");
    assertThat(desk.locator("dialog")).hasCount(0);
    assertThat(whistle.locator(".rung[data-level=estate]")).containsText("已呼叫");
    assertThat(whistle.locator(".rung[data-level=street]")).containsText("尚未呼叫");
    Locator strip = desk.locator("#whistles .whistle-row");
    assertThat(strip).hasClass(Pattern.compile("\\bcalling\\b"));
    assertThat(strip).containsText(Pattern.compile("[0-4]:[0-5][0-9]"));

    Page phone = page("worker", 390, 844);
    phone.navigate(program.url() + "/field/");
    Locator call = phone.locator(".call");
    assertThat(call).containsText("油锯");
    call.locator("[data-key^=coming-]").click();
    assertThat(call).hasClass(Pattern.compile("\\bcoming\\b"));
    assertThat(whistle.locator(".reply-coming")).hasCount(1);
    assertThat(strip).hasClass(Pattern.compile("\\bcoming\\b"));
    call.locator("[data-key^=there-]").click();
    assertThat(call).containsText("已报到");
    assertThat(whistle.locator(".whistle-standing")).containsText("已有人报到");

    desk.locator("[data-key=whistle-raise]").press("Enter");
    assertThat(whistle.locator(".rung[data-level=community]")).containsText("人工升级");
    desk.locator("[data-key=whistle-helped]").press("Enter");
    assertThat(whistle.locator(".joint-past")).containsText("已得到支援");
    assertThat(strip).hasCount(0);
    assertThat(browser.foreignRequests()).isEmpty();
    browser.assertQuiet();
  }

  @Test
  void who_was_told_is_seen_at_the_desk_noted_on_the_phone_and_with_what_text_is_set() {
    Page desk = page("operator", 1366, 768);
    APIRequestContext api = desk.context().request();
    String number = report(api);
    desk.navigate(program.url() + "/desk/?incident=" + number);
    lead(api, number);
    Locator told = desk.locator("[data-part=messages]");
    assertThat(told).containsText("等待确认");
    assertThat(told.locator(".sent-sent").first()).containsText("已发送");
    assertThat(told.locator(".told-steps > .not-yet")).hasCount(2);

    Page phone = page("worker", 390, 844);
    phone.navigate(program.url() + "/field/");
    Locator row = phone.locator(".told-row").filter(new Locator.FilterOptions().setHasText("请接单"));
    assertThat(row).hasCount(1);
    assertThat(told.locator(".sent-read")).hasCount(1);
    row.locator("button").click();
    assertThat(row).hasCount(0);
    assertThat(told).containsText("已确认");

    Page admin = page("admin", 1366, 768);
    admin.navigate(program.url() + "/admin/#messages");
    Locator trial = admin.locator("form[data-occasion=trial]");
    assertThat(admin.locator(".outlet.rehearsed")).hasCount(2);
    trial.locator("textarea").first().fill("试 {nobody}");
    assertThat(trial.locator("[data-sample]").first()).containsText("{nobody}");
    trial.locator("textarea").first().fill("试 {grid}");
    trial.locator("button[type=submit]").click();
    assertThat(trial).containsText("第 2 版");
    browser.assertQuiet();
  }

  /** Hands it to the worker of the demonstration. */
  private void lead(APIRequestContext api, String number) {
    JsonNode inCharge =
        json(api.get(program.url() + "/api/grids/" + GRID)).at("/properties/inCharge");
    String worker =
        StreamSupport.stream(inCharge.spliterator(), false)
            .filter(one -> one.path("duty").asText().equals("grid-worker"))
            .map(one -> one.path("staffCode").asText())
            .findFirst()
            .orElseThrow();
    String to = "{\"to\":[{\"kind\":\"person\",\"code\":\"" + worker + "\"}]}";
    int version = 1;
    for (String action : new String[] {"accept", "file", "dispatch"}) {
      JsonNode unused =
          json(
              api.post(
                  program.url() + "/api/incidents/incident-" + number + "/" + action,
                  RequestOptions.create()
                      .setHeader("If-Match", "\"" + version + "\"")
                      .setHeader("Content-Type", "application/json")
                      .setData(action.equals("dispatch") ? to : "{}")));
      version++;
    }
  }

  @Test
  void a_visitor_is_led_through_a_whistle_that_nobody_answers() {
    Page desk = page("operator", 1366, 768);
    desk.navigate(program.url() + "/desk/?story=silent");
    Locator card = desk.locator(".story-card");
    assertThat(card).containsText("第 1 步，共 8 步");
    desk.locator(".queue-row:has-text('处理')").first().click();
    assertThat(card).containsText("第 2 步");
    desk.locator("[data-key=whistle-blow]").click();
    assertThat(card).containsText("第 3 步");
    desk.keyboard().type("需要帮手");
    desk.keyboard().press("Control+Enter");
    assertThat(card).containsText("第 4 步");
    desk.locator("[data-key=whistle-raise]").click();
    assertThat(card).containsText("第 5 步");
    desk.locator("[data-key=whistle-raise]").click();
    assertThat(card).containsText("第 6 步");
    Locator street = desk.locator("[data-part=whistle] .rung[data-level=street]");
    street.locator("[data-key^=coming-]").first().click();
    assertThat(card).containsText("第 7 步");
    street.locator("[data-key^=there-]").first().click();
    assertThat(card).containsText("第 8 步");
    desk.locator("[data-key=whistle-helped]").click();
    assertThat(card).containsText("走完了");
    browser.assertQuiet();
  }

  private String report(APIRequestContext request) {
    JsonNode grid = json(request.get(program.url() + "/api/grids/" + GRID));
    JsonNode middle = grid.at("/properties/labelPoint");
    return json(request.post(
            program.url() + "/api/reports",
            RequestOptions.create()
                .setData(
                    Map.of(
                        "category",
                        "fallen-tree",
                        "lon",
                        middle.path(0).asDouble(),
                        "lat",
                        middle.path(1).asDouble()))))
        .path("number")
        .asText();
  }

  private static JsonNode json(APIResponse response) {
    assertThat(response.ok()).as(response.text()).isTrue();
    try {
      return new ObjectMapper().readTree(response.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.text(), e);
    }
  }
}
