package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The planner's page of the demonstration as page tests open it, and what else happens on the
 * server meanwhile.
 */
record PlanPages(PackagedProgram program, RealBrowser browser) {
  /** Where on the screen a grid's border lies above and below its label, and the label itself. */
  static final String PLACES =
      """
      async (face) => {
        const id = new URLSearchParams(location.search).get('plan');
        const plan = await (await fetch('/api/plans/' + id)).json();
        const grid = plan.grids.features.find((one) => one.id === face);
        const [lng, lat, zoom] = document.getElementById('map').dataset.view.split(' ').map(Number);
        const box = document.getElementById('map').getBoundingClientRect();
        const world = 512 * 2 ** zoom;
        const plane = ([x, y]) => [((x + 180) / 360) * world,
          ((180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360))) / 360) * world];
        const center = plane([lng, lat]);
        const pixel = (place) => plane(place).map((v, i) =>
          v - center[i] + (i ? box.top + box.height / 2 : box.left + box.width / 2));
        const ring = grid.geometry.coordinates[0].map(pixel);
        const [x, y] = pixel(grid.properties.labelPoint);
        const meets = ring.slice(1).flatMap(([x2, y2], i) => {
          const [x1, y1] = ring[i];
          return x1 > x !== x2 > x ? [y1 + ((x - x1) / (x2 - x1)) * (y2 - y1)] : [];
        });
        return [x, Math.max(...meets.filter((v) => v < y)), y, Math.min(...meets.filter((v) => v > y))];
      }
      """;

  /** Merges the first two base grids of the open plan, as another page of the planner would. */
  static final String MERGE =
      """
      async () => {
        const at = '/api/plans/' + new URLSearchParams(location.search).get('plan');
        const plan = await (await fetch(at)).json();
        for (const one of plan.grids.features) {
          for (const other of plan.grids.features) {
            const body = JSON.stringify({ kind: 'merge', faces: [one.id, other.id] });
            const headers = { 'Content-Type': 'application/json', 'If-Match': `"${plan.version}"` };
            if (one === other || one.properties.kind !== other.properties.kind) continue;
            const answer = await fetch(at + '/edits', { method: 'POST', headers, body });
            if (answer.ok) return answer.status;
          }
        }
        return 0;
      }
      """;

  /**
   * From the answer to an edit, or to taking it back, until its figures stand in the panel, the
   * drawer and the next frame: {@code measured} in the page, milliseconds each.
   */
  static final String MEASURE_EDITS =
      """
      () => {
        const real = window.fetch;
        window.measured = [];
        const told = () => document.querySelectorAll('.plan-grids tbody tr').length + ' '
          + document.querySelectorAll('.balance-table tbody tr').length;
        window.fetch = async (...asked) => {
          const before = told();
          const answer = await real(...asked);
          if (!/\\/(edits|undo|redo)$/.test(String(asked[0]))) return answer;
          const from = performance.now();
          const look = () => {
            const now = told();
            const [panel, drawer] = now.split(' ');
            if (now === before || panel !== drawer) return;
            watch.disconnect();
            requestAnimationFrame(() => window.measured.push(performance.now() - from));
          };
          const watch = new MutationObserver(look);
          watch.observe(document.body, { childList: true, subtree: true, characterData: true });
          return answer;
        };
      }
      """;

  private static final Logger log = LoggerFactory.getLogger(PlanPages.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  void signIn(Page page, String account) {
    RealBrowser.signIn(page, program.url(), account);
  }

  /** The page as the planner of the demonstration sees it. */
  Page planner(String locale, ColorScheme scheme) {
    return planner(locale, scheme, "");
  }

  /** The same with the map drawn without WebGL, which a processor alone does much faster. */
  Page plannerInOutline(String locale, ColorScheme scheme) {
    return planner(locale, scheme, "?outline");
  }

  private Page planner(String locale, ColorScheme scheme, String query) {
    Page page = browser.emptyPage(program.url(), 1366, 768, locale, scheme);
    signIn(page, "planner");
    page.navigate(program.url() + "/plan/" + query);
    page.locator("[data-key=begin]").waitFor();
    assertThat(page.locator("[data-key=account]")).containsText("planner");
    return page;
  }

  /** A page of nobody yet, from which the server is asked as this account. */
  Page asking(String account) {
    Page page = browser.emptyPage(program.url(), 100, 100, "zh-CN", ColorScheme.DARK);
    signIn(page, account);
    return page;
  }

  static void begin(Page page, int community) {
    List<String> codes = page.locator("[data-key=area] option").allInnerTexts();
    page.locator("[data-key=area]").selectOption(new SelectOption().setIndex(community));
    page.locator("[data-key=begin]").click();
    page.locator(".plan-grids").waitFor();
    assertThat(page.locator(".plan-head")).containsText(codes.get(community));
  }

  /** Leaves the open plan and begins another one. */
  static void beginAnew(Page page, int community) {
    page.locator("[data-key=close]").click();
    page.locator("[data-key=begin]").waitFor();
    begin(page, community);
  }

  /** The address of the open plan's answers. */
  static String at(Page page) {
    assertThat(page).hasURL(Pattern.compile("[?&]plan=[0-9]+"));
    return "/api/plans/" + page.url().replaceAll(".*[?&]plan=([0-9]+).*", "$1");
  }

  JsonNode get(Page page, String path) {
    return read(path, page.context().request().get(program.url() + path));
  }

  /**
   * Changes something as whoever is signed in.
   *
   * @param version of the plan; 0 where none is asked for
   */
  JsonNode post(Page page, String path, int version, Map<String, Object> body) {
    RequestOptions options = RequestOptions.create().setData(body);
    if (version > 0) {
      options.setHeader("If-Match", "\"" + version + "\"");
    }
    return read(path, page.context().request().post(program.url() + path, options));
  }

  /** Does a step of a plan's life. */
  JsonNode take(Page page, String plan, String step) {
    return post(page, plan + "/" + step, get(page, plan).path("version").asInt(), Map.of());
  }

  /** Halves a grid from south to north through its label. */
  JsonNode halve(Page page, String plan, int grid) {
    JsonNode face = get(page, plan).at("/grids/features/" + grid);
    double lon = face.at("/properties/labelPoint/0").asDouble();
    double lat = face.at("/properties/labelPoint/1").asDouble();
    return post(
        page,
        plan + "/edits",
        get(page, plan).path("version").asInt(),
        Map.of(
            "kind",
            "split",
            "face",
            face.path("id").asText(),
            "line",
            List.of(List.of(lon, lat - 0.02), List.of(lon, lat + 0.02)),
            "reason",
            "x"));
  }

  /**
   * Of 300 ms on a quiet machine: the figures of an edit, of its undoing and of its redoing in the
   * panel and the drawer. What else a machine does meanwhile slows down one of them, not all.
   */
  static void requireRefreshedAtOnce(Page page) {
    page.waitForFunction("() => window.measured.length === 3");
    List<?> measured = (List<?>) page.evaluate("window.measured.map(Math.round)");
    double fastest =
        measured.stream().mapToDouble(one -> ((Number) one).doubleValue()).min().orElseThrow();
    log.info("milliseconds until an edit's figures stood in the panel: {}", measured);
    assertThat(fastest).isLessThan(3 * 300 * crowding());
  }

  /** How many threads want each processor, at least one: as many times longer everything takes. */
  private static double crowding() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    double crowding = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    log.info("threads for each processor in the last minute: {}", crowding);
    return Math.max(1, crowding);
  }

  /** Publishes; of one second on a quiet machine: another open map has new tiles. */
  void requireOpenMapsFollow(Page page) {
    Page other = browser.page(program.url(), 1024, 700, "zh-CN", ColorScheme.DARK);
    other.waitForSelector("html[data-map=ready]");
    assertThat(other.locator(".live-place"))
        .hasAttribute("data-standing", "live", new HasAttributeOptions().setTimeout(30_000));
    String version = String.valueOf(other.evaluate(LivePageTest.VERSION_OF_TILES));
    List<Response> published = new ArrayList<>();
    Response tile =
        other.waitForResponse(
            answer ->
                answer.url().contains("/tiles/areas/") && !answer.url().endsWith("v=" + version),
            () ->
                published.add(
                    page.waitForResponse(
                        answer -> answer.url().endsWith("/publish"),
                        () -> page.locator("[data-key=publish]").click())));
    double millis = ended(tile) - ended(published.get(0));
    log.info("another open map had tiles of a publication after {} ms", Math.round(millis));
    assertThat(millis).isLessThan(3 * 1000 * crowding());
    other.close();
  }

  private static double ended(Response answer) {
    answer.finished();
    Timing timing = answer.request().timing();
    return timing.startTime + timing.responseEnd;
  }

  private static JsonNode read(String path, APIResponse answer) {
    assertThat(answer.ok()).as(path + " " + answer.text()).isTrue();
    try {
      return JSON.readTree(answer.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
