package org.wangge.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigureHttpTest {
  /** Of each way to group; all groups are held against their lists in the test of the rule. */
  private static final int GROUPS = Integer.getInteger("wangge.groups", 1);

  /** Long enough for cases to fall due between a number and its list. */
  private static final Duration LOOKED_AT = Duration.ofHours(2);

  private final Map<String, Integer> lengths = new HashMap<>();

  private final SetClock clock = new SetClock();

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    clock.setToNow();
    server = RunningServer.withTown(folder, clock);
    PastTown.golden(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode get(String path) {
    Answer answer = server.send(server.as("supervisor", path));
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String share(JsonNode table, String figure) {
    JsonNode value = table.at("/total/figures/" + figure);
    return value.path("numerator") + "/" + value.path("denominator") + "=" + value.path("percent");
  }

  @Test
  void the_golden_case_comes_out_with_its_denominators() {
    JsonNode table = get("/api/kpi?period=quarter&day=2015-02-03");
    Map<String, Integer> counts =
        Map.of("received", 1_054, "filed", 996, "due", 972, "closed", 911, "on-time", 737);
    counts.forEach(
        (figure, count) ->
            assertThat(table.at("/total/figures/" + figure + "/numerator").asInt())
                .as(figure)
                .isEqualTo(count));
    assertThat(share(table, "closing-rate")).isEqualTo("911/972=93.72");
    assertThat(share(table, "on-time-rate")).isEqualTo("737/972=75.82");
  }

  @Test
  void every_number_of_every_group_opens_a_list_that_is_as_long() {
    check(later("community").path("total"), "total");
    for (String by :
        List.of(
            "community",
            "partition:police-beat",
            "department",
            "person",
            "category",
            "channel",
            "priority")) {
      JsonNode groups = later(by).path("groups");
      assertThat(groups).as(by).isNotEmpty();
      for (int i = 0; i < Math.min(GROUPS, groups.size()); i++) {
        check(groups.get(i), by + " " + groups.get(i).path("key"));
      }
    }
    assertThat(lengths).as("lists of the real program").hasSizeGreaterThan(200);
  }

  /** A table at which somebody looks for a while, before opening its lists. */
  private JsonNode later(String by) {
    JsonNode table = get("/api/kpi?period=month&by=" + by);
    clock.pass(LOOKED_AT);
    return table;
  }

  @Test
  void what_is_asked_wrongly_is_refused() {
    for (String path :
        new String[] {
          "/api/kpi?period=century",
          "/api/kpi?day=yesterday",
          "/api/kpi?day=0001-01-01",
          "/api/kpi?by=colour",
          "/api/kpi?overlay=B-1",
          "/api/kpi/cases",
          "/api/kpi/cases?count=luck",
          "/api/kpi/series?count=61"
        }) {
      assertThat(server.send(server.as("supervisor", path)).status()).as(path).isEqualTo(400);
    }
    assertThat(server.send(server.as("worker", "/api/kpi")).status()).isEqualTo(403);
    assertThat(server.send(server.as("liaison", "/api/kpi/cases?count=due")).status())
        .isEqualTo(403);
  }

  @Test
  void files_hold_the_same_figures() throws IOException {
    String query = "?period=quarter&day=2015-02-03&by=community&lang=";
    String csv = server.send(server.as("supervisor", "/api/kpi/table.csv" + query + "zh")).body();
    assertThat(csv).startsWith("\uFEFF").contains("\"结案率\",911,972,93.72,\"无\"");
    byte[] book = server.bytes(server.as("supervisor", "/api/kpi/table.xlsx" + query + "en"));
    assertThat(new String(book, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    try (PDDocument sheet =
        Loader.loadPDF(
            server.bytes(server.as("supervisor", "/api/kpi/sheet.pdf" + query + "zh")))) {
      String text = new PDFTextStripper().getText(sheet);
      assertThat(text).contains("绩效考核表", "93.72%", "911/972", "75.82%", "737/972", "称职");
      assertThat(text).contains("巡查完成率", "走访覆盖");
    }
    try (PDDocument narrowed =
        Loader.loadPDF(
            server.bytes(
                server.as("supervisor", "/api/kpi/sheet.pdf" + query + "zh&priority=urgent")))) {
      assertThat(new PDFTextStripper().getText(narrowed))
          .as("patrols know no priority")
          .doesNotContain("巡查完成率");
    }
  }

  @Test
  void grades_are_changed_by_administrators_and_hold_from_then_on() {
    String body =
        "{\"thresholds\":[{\"figure\":\"closing-rate\",\"excellent\":%s,\"competent\":%s}]}";
    JsonNode before = get("/api/kpi/grades");
    assertThat(before.path("thresholds")).hasSize(3);
    Answer refused = put("supervisor", 1, body.formatted("99", "98"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(put("admin", 9, body.formatted("99", "98")).status()).isEqualTo(409);
    Answer order = put("admin", 1, body.formatted("80", "90"));
    assertThat(order.json().path("code").asText()).as(order.body()).isEqualTo("grade-order");
    assertThat(put("admin", 1, body.formatted("93.5", "90")).json().path("version").asInt())
        .isEqualTo(2);
    clock.pass(Duration.ofSeconds(1));
    JsonNode old = get("/api/kpi?period=quarter&day=2015-02-03");
    assertThat(old.path("grades").asInt()).as("as it was graded then").isEqualTo(1);
    assertThat(old.at("/total/grade").asText()).isEqualTo("competent");
    assertThat(get("/api/kpi?period=quarter").path("grades").asInt()).isEqualTo(2);
  }

  private Answer put(String account, int version, String body) {
    return server.put(
        server.as(account, "/api/kpi/grades").header("If-Match", "\"" + version + "\""), body);
  }

  /** Holds every so many of the numbers against their lists, the first of them this one. */
  private void check(JsonNode counted, String what) {
    counted.path("figures").properties().forEach(one -> checkOne(one.getValue(), what + one));
  }

  private void checkOne(JsonNode value, String what) {
    if (value.has("list")) {
      assertThat(length(value.path("list"))).as(what).isEqualTo(value.path("numerator").asInt());
    }
    if (value.has("denominator")) {
      assertThat(length(value.path("of"))).as(what).isEqualTo(value.path("denominator").asInt());
    }
  }

  private int length(JsonNode link) {
    return lengths.computeIfAbsent(link.asText(), path -> length(path));
  }

  private int length(String path) {
    JsonNode list = get(path);
    assertThat(list.path("total").asInt()).isEqualTo(list.path("cases").size());
    return list.path("cases").size();
  }
}
