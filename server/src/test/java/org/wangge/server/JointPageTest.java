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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Joint handling in a real browser: on the desk of who leads, and on the phone of who takes part.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointPageTest {
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
  void several_are_given_it_meet_decide_and_say_on_the_phone_that_it_is_done() {
    Page desk = page("operator", 1366, 768);
    JsonNode report = filed(desk.context().request());
    desk.navigate(program.url() + "/desk/?incident=" + report.path("number").asText());
    desk.locator("[data-part=suggestions]").waitFor();
    assertThat(desk.locator("[data-part=suggestions] li").first()).containsText("市政所");
    desk.locator("[data-key=send-several]").press("Enter");
    assertThat(desk.locator("dialog [data-key=several-municipal-works]")).isFocused();
    desk.locator("[data-key=several-municipal-works]").press("Space");
    desk.locator("[data-key=several-sanitation]").press("Space");
    desk.locator("[data-key=leader-sanitation]").check();
    send(desk);
    requireStep(desk, "handle");
    Locator hands = desk.locator("[data-part=hands]");
    assertThat(hands.locator("li")).hasCount(2);
    assertThat(hands.locator("li").nth(1)).containsText("环卫所");
    assertThat(hands.locator("li").nth(1)).containsText("牵头");
    hands.locator("[data-key=take-department-sanitation]").press("Enter");
    assertThat(hands.locator("li").nth(1)).containsText("已接单");
    // What comes next is sent as of the version that the history was read with.
    assertThat(desk.locator(".timeline")).containsText("接单");

    Locator joint = desk.locator("[data-part=joint]");
    write(desk, "joint-convene", "占道且压线");
    assertThat(joint).containsText("尚未作出决定");
    write(desk, "joint-minute", "电话 13900001111 已通知");
    assertThat(joint.locator(".minutes li")).hasCount(2);
    joint.locator("[data-key=joint-decide]").press("Enter");
    assertThat(desk.locator("[data-key=decision-text]")).isFocused();
    desk.keyboard().type("先断电后清运");
    desk.locator("[data-key=joint-send]").press("Enter");
    assertThat(desk.locator("dialog [data-key=what-0]")).isFocused();
    desk.locator("[data-key=what-0]").fill("断电、锯树");
    desk.locator("[data-key=what-1]").fill("清运枝叶");
    desk.keyboard().press("Control+Enter");
    assertThat(desk.locator("dialog")).hasCount(0);
    assertThat(joint.locator(".duty")).hasCount(2);
    assertThat(joint.locator(".duty").first()).containsText("剩余");
    reportBack(desk);
    assertThat(desk.locator(".actions-part .note.bad")).containsText("还有未完成的任务");

    Page phone = page("handler", 390, 844);
    phone.navigate(program.url() + "/field/");
    phone.locator("[data-key='task-" + report.path("id").asText() + "']").click();
    phone.locator("[data-key=duty-1]").waitFor();
    assertThat(phone.locator("[data-part=duty]")).containsText("断电、锯树");
    phone.locator("[data-key=duty-1]").click();
    assertThat(joint.locator(".duty").first()).hasClass(Pattern.compile("\\bdone\\b"));
    joint.locator("[data-key=duty-done-2]").press("Enter");
    send(desk);
    assertThat(joint.locator(".duty.done")).hasCount(2);
    reportBack(desk);
    requireStep(desk, "verify");
    assertThat(joint.locator(".joint-past")).containsText("反馈");
    assertThat(browser.foreignRequests()).isEmpty();
  }

  /** The stream may tell of it before the dialog is answered and closes. */
  private static void send(Page desk) {
    Locator button = desk.locator("[data-key=joint-send]");
    assertThat(button).isEnabled();
    button.press("Enter");
    assertThat(desk.locator("dialog")).hasCount(0);
  }

  private static void reportBack(Page desk) {
    Locator button = desk.locator("[data-key=act-report-back]");
    assertThat(button).isEnabled();
    button.press("Enter");
  }

  private static void requireStep(Page desk, String step) {
    assertThat(desk.locator(".steps [aria-current=step]")).hasAttribute("data-step", step);
  }

  /** Opens a dialog by its button, writes into it and sends it, all by keyboard. */
  private static void write(Page page, String key, String text) {
    page.locator("[data-key=" + key + "]").press("Enter");
    assertThat(page.locator("[data-key=joint-text]")).isFocused();
    page.keyboard().type(text);
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  private JsonNode filed(APIRequestContext request) {
    JsonNode center = json(request.get(program.url() + "/api/site")).path("center");
    JsonNode report =
        json(
            request.post(
                program.url() + "/api/reports",
                RequestOptions.create()
                    .setData(
                        Map.of(
                            "category",
                            "fallen-tree",
                            "lon",
                            center.path(0).asDouble(),
                            "lat",
                            center.path(1).asDouble()))));
    String path = program.url() + "/api/incidents/" + report.path("id").asText();
    JsonNode unused = json(request.post(path + "/accept", version(1)));
    unused = json(request.post(path + "/file", version(2)));
    return report;
  }

  private static RequestOptions version(int seen) {
    return RequestOptions.create().setHeader("If-Match", "\"" + seen + "\"").setData(Map.of());
  }

  private static JsonNode json(APIResponse answer) {
    assertThat(answer.ok()).as(answer.text()).isTrue();
    try {
      return new ObjectMapper().readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.text(), e);
    }
  }
}
