package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One incident from its report to its end, on the screens of those who have to do with it. */
class IncidentStoryPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void a_report_is_handled_offline_fails_its_check_is_handled_again_and_closed() {
    try (PackagedProgram program = PackagedProgram.serveTown(folder, "--no-simulator");
        RealBrowser browser = RealBrowser.withoutWebGl()) {
      Screens screens = new Screens(browser, program);
      Page worker = screens.phone("worker");
      Ground ground = groundOf(worker, program);

      Page resident = screens.phone("");
      String number = report(resident, program, ground);
      String link = resident.locator("[data-key=link]").getAttribute("href");

      Page desk = screens.desk();
      Locator incident = jump(desk, number);
      press(desk, "accept");
      press(desk, "file");
      desk.locator("[data-key='send-person-" + ground.staffCode() + "']").click();
      requireStep(incident, "handle");

      worker.navigate(program.url() + "/field/");
      worker.locator(".task:has-text('" + number + "')").waitFor();
      worker.evaluate("() => navigator.serviceWorker.ready.then(() => 1)");
      worker.context().setOffline(true);
      hand(worker, number, "take", "");
      worker.locator(".task .pending.waiting").waitFor();
      worker.context().setOffline(false);
      assertThat(worker.locator(".task .pending")).hasCount(0);
      hand(worker, number, "report-back", "换了灯泡");
      requireStep(incident, "verify");

      desk.locator("[data-key=act-rework]").click();
      desk.locator("dialog [name=reason]").fill("灯还是不亮");
      desk.locator("[data-key=reason-send]").click();
      requireStep(incident, "handle");

      worker.reload();
      hand(worker, number, "report-back", "换了线路");
      requireStep(incident, "verify");
      desk.locator("[data-key=act-close]").click();
      desk.waitForResponse(
          answer -> answer.url().endsWith("/close") && answer.ok(),
          () -> desk.locator("[data-key=reason-send]").click());

      resident.navigate(link);
      resident.reload();
      assertThat(resident.locator(".steps li.done")).hasCount(5);
      assertThat(resident.locator(".receipt-number")).hasText(number);
      assertThat(resident.locator(".thumbs img")).hasCount(1);

      requireHistory(screens.done(number), incident);
      assertThat(screens.incidentsWith("灯坏了")).as("reported once").isEqualTo(1);
      assertThat(browser.foreignRequests()).isEmpty();
      program.stop();
      assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
    }
  }

  private static void requireHistory(List<String> done, Locator incident) {
    assertThat(done)
        .containsExactly(
            "accept", "file", "dispatch", "take", "report-back", "rework", "report-back", "close");
    String told = String.join("\n", incident.locator(".timeline li").allInnerTexts());
    assertThat(told.indexOf("换了灯泡")).isPositive();
    assertThat(told.indexOf("灯还是不亮")).isGreaterThan(told.indexOf("换了灯泡"));
    assertThat(told.indexOf("换了线路")).isGreaterThan(told.indexOf("灯还是不亮"));
  }

  private static String report(Page page, PackagedProgram program, Ground ground) {
    page.context().grantPermissions(List.of("geolocation"));
    page.context().setGeolocation(new Geolocation(ground.lat(), ground.lon()));
    page.navigate(program.url() + "/report/");
    page.locator("[data-key=category-search]").fill("ludeng");
    page.locator("[data-key=category-street-light]").click();
    page.locator("[data-key=where-device]").click();
    page.locator("[data-part=where] .grid-line.inside").waitFor();
    page.locator("[data-key=photo-add]")
        .setInputFiles(new FilePayload("p.png", "image/png", picture()));
    page.locator(".thumbs img").waitFor();
    page.locator("[data-key=description]").fill("灯坏了");
    page.locator("[data-key=send]").click();
    return page.locator("[data-key=number]").innerText();
  }

  private static Locator jump(Page desk, String number) {
    desk.keyboard().press("/");
    desk.keyboard().type(number);
    desk.keyboard().press("Enter");
    Locator incident = desk.locator("[data-incident='incident-" + number + "']");
    incident.waitFor();
    assertThat(incident.locator("[data-part=photos] img")).hasCount(1);
    return incident;
  }

  /** The stream may tell of it before it is answered; until then no button is enabled. */
  private static void press(Page desk, String action) {
    desk.locator("[data-key=act-" + action + "]").click();
    assertThat(desk.locator("[data-key=act-" + action + "]")).hasCount(0);
    assertThat(desk.locator("[data-key^=act-]:disabled")).hasCount(0);
  }

  private static void requireStep(Locator incident, String step) {
    assertThat(incident.locator(".steps [aria-current=step]")).hasAttribute("data-step", step);
  }

  /** Opens the task, does something with it, and hands it in. */
  private static void hand(Page page, String number, String action, String words) {
    page.locator(".task:has-text('" + number + "')").click();
    page.locator("[data-key=do-" + action + "]").click();
    page.locator("[data-key=reason]").fill(words);
    page.locator("[data-key=act]").click();
    page.waitForURL(address -> address.endsWith("#tasks"));
  }

  /**
   * Where a worker is in charge.
   *
   * @param staffCode of the worker
   */
  private record Ground(String staffCode, double lon, double lat) {}

  private static Ground groundOf(Page worker, PackagedProgram program) {
    String staffCode = json(worker, program, "/api/account").path("staffCode").asText();
    for (JsonNode grid :
        json(worker, program, "/api/grids?level=grid&limit=1000").path("features")) {
      boolean own = false;
      for (JsonNode one : grid.at("/properties/inCharge")) {
        own |= one.path("staffCode").asText().equals(staffCode);
      }
      double[] middle = middle(grid.path("geometry"));
      JsonNode at =
          json(worker, program, "/api/grids/at?lon=%.7f&lat=%.7f".formatted(middle[0], middle[1]));
      if (own && at.toString().contains(grid.at("/properties/code").asText())) {
        return new Ground(staffCode, middle[0], middle[1]);
      }
    }
    throw new AssertionError("nowhere is " + staffCode + " in charge");
  }

  private static double[] middle(JsonNode geometry) {
    JsonNode ring = geometry.path("coordinates").path(0);
    ring = geometry.path("type").asText().equals("MultiPolygon") ? ring.path(0) : ring;
    double lon = 0;
    double lat = 0;
    for (JsonNode position : ring) {
      lon += position.get(0).asDouble() / ring.size();
      lat += position.get(1).asDouble() / ring.size();
    }
    return new double[] {lon, lat};
  }

  private static JsonNode json(Page page, PackagedProgram program, String path) {
    try {
      return JSON.readTree(page.context().request().get(program.url() + path).text());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] picture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The screens of those in the story. */
  private static final class Screens {
    private final RealBrowser browser;
    private final PackagedProgram program;
    private Page desk;

    Screens(RealBrowser browser, PackagedProgram program) {
      this.browser = browser;
      this.program = program;
      this.desk = browser.emptyPage(program.url(), 1366, 768, "zh-CN", ColorScheme.DARK);
    }

    Page phone(String account) {
      Page page = browser.emptyPage(program.url(), 390, 844, "zh-CN", ColorScheme.LIGHT);
      signIn(page, account);
      return page;
    }

    Page desk() {
      signIn(desk, "operator");
      desk.navigate(program.url() + "/desk/");
      desk.locator(".queue-row").first().waitFor();
      return desk;
    }

    private void signIn(Page page, String account) {
      if (!account.isEmpty()) {
        RealBrowser.signIn(page, program.url(), account);
      }
    }

    /** What was done with an incident, in its order. */
    List<String> done(String number) {
      List<String> actions = new ArrayList<>();
      json(desk, program, "/api/incidents/incident-" + number + "/history")
          .path("deeds")
          .forEach(deed -> actions.add(deed.path("action").asText()));
      return actions;
    }

    /** How many incidents have these words in a report. */
    int incidentsWith(String words) {
      int found = 0;
      for (JsonNode one : json(desk, program, "/api/incidents?limit=5000").path("features")) {
        if (one.at("/properties/category").asText().equals("street-light")) {
          String id = one.at("/properties/id").asText();
          String reports = json(desk, program, "/api/incidents/" + id + "/reports").toString();
          found += reports.contains(words) ? 1 : 0;
        }
      }
      return found;
    }
  }
}
