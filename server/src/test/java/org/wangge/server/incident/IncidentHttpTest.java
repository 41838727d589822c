package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.FeatureLists.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.FeatureLists;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** Incidents of the demonstration town over HTTP. */
class IncidentHttpTest {
  private static RunningServer server;
  private static FeatureLists lists;
  private static LogWatch log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.withTown(folder);
    lists = new FeatureLists(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  @Test
  void an_incident_tells_all_of_the_contract() {
    JsonNode one = lists.features("/api/incidents?limit=1").get(0);
    assertThat(one.at("/geometry/type").asText()).isEqualTo("Point");
    List<String> names = new ArrayList<>();
    one.path("properties").fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "id",
            "version",
            "number",
            "category",
            "condition",
            "state",
            "standing",
            "priority",
            "channel",
            "grid",
            "filedGrid",
            "reportedAt",
            "filedAt",
            "dueAt",
            "closedAt",
            "overdue",
            "stage",
            "stageDueAt",
            "stageWarnsAt",
            "stageOverdue",
            "clock",
            "extensions",
            "extension",
            "suspendedUntil",
            "appeal",
            "generated",
            "actions",
            "joint");
    assertThat(one.at("/properties/generated").asBoolean()).isTrue();
    RunningServer.Answer same = server.get("/api/incidents/" + one.path("id").asText());
    assertThat(same.json().path("properties")).isEqualTo(one.path("properties"));
  }

  @Test
  void a_due_time_is_told_with_the_spans_that_were_counted() {
    JsonNode handled = lists.features("/api/incidents?limit=5000&state=handle");
    JsonNode one = handled.get(0);
    JsonNode clocks =
        server.get("/api/incidents/" + one.path("id").asText() + "/clock").json().path("clocks");
    List<String> stages = new ArrayList<>();
    clocks.forEach(clock -> stages.add(clock.path("stage").asText()));
    assertThat(stages)
        .as("what has ended too")
        .containsExactly("accept", "dispatch", "total", "handle");
    assertThat(clocks.get(0).path("current").asBoolean()).isFalse();
    JsonNode handle = clocks.get(3);
    assertThat(handle.path("current").asBoolean()).isTrue();
    assertThat(handle.path("due")).isEqualTo(one.at("/properties/dueAt"));
    assertThat(handle.path("overdue")).isEqualTo(one.at("/properties/overdue"));
    long counted = 0;
    for (JsonNode span : handle.path("counted")) {
      counted += span.path("seconds").asLong();
    }
    assertThat(counted).isEqualTo(handle.path("allowedSeconds").asLong());
    lists.requireProblem("/api/incidents/incident-none/clock", 404, "incident-unknown", "");
  }

  @Test
  void what_is_near_a_place_comes_by_its_distance() {
    JsonNode at = lists.features("/api/incidents?limit=1").get(0).at("/geometry/coordinates");
    String near = "/api/incidents?near=" + at.get(0) + "," + at.get(1);
    JsonNode found = lists.features(near + "&limit=3");
    assertThat(found).hasSizeBetween(1, 3);
    assertThat(found.get(0).at("/properties/distanceMeters").asDouble()).isZero();
    double before = 0;
    JsonNode all = lists.features(near + "&within=900");
    assertThat(all).hasSizeGreaterThan(3);
    for (JsonNode one : all) {
      assertThat(one.at("/properties/distanceMeters").asDouble()).isBetween(before, 900.0);
      before = one.at("/properties/distanceMeters").asDouble();
    }
    assertThat(lists.features(near + "&within=900&open=true"))
        .hasSizeLessThan(all.size())
        .allMatch(one -> one.at("/properties/closedAt").isNull());
    RunningServer.Answer refused = server.get("/api/incidents?near=1");
    assertThat(refused.json().path("code").asText()).isEqualTo("pair-malformed");
  }

  @Test
  void a_list_is_filtered_by_area_of_any_level_state_box_and_time() {
    JsonNode all = lists.features("/api/incidents?limit=5000");
    String grid = all.get(0).at("/properties/grid").asText();
    for (int digits : new int[] {6, 9, 12, 15}) {
      String area = grid.substring(0, digits);
      List<String> wanted = new ArrayList<>();
      for (JsonNode one : all) {
        if (one.at("/properties/grid").asText().startsWith(area)) {
          wanted.add(one.path("id").asText());
        }
      }
      assertThat(ids(lists.features("/api/incidents?limit=5000&grid=" + area))).isEqualTo(wanted);
    }
    JsonNode handled = lists.features("/api/incidents?limit=5000&state=handle");
    assertThat(handled).isNotEmpty();
    handled.forEach(one -> assertThat(one.at("/properties/state").asText()).isEqualTo("handle"));
    JsonNode at = all.get(0).at("/geometry/coordinates");
    String box = at.get(0) + "," + at.get(1) + "," + at.get(0) + "," + at.get(1);
    assertThat(ids(lists.features("/api/incidents?bbox=" + box)))
        .contains(all.get(0).path("id").asText())
        .hasSizeLessThan(all.size());
    String reportedAt = all.get(0).at("/properties/reportedAt").asText();
    assertThat(ids(lists.features("/api/incidents?limit=5000&from=" + reportedAt)))
        .contains(all.get(0).path("id").asText());
    assertThat(ids(lists.features("/api/incidents?limit=5000&to=" + reportedAt)))
        .doesNotContain(all.get(0).path("id").asText());
  }

  @Test
  void a_list_comes_in_pages_that_lose_and_double_nothing() {
    List<String> all = ids(lists.features("/api/incidents?limit=5000"));
    assertThat(all).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    int pageSize = all.size() / 3 + 1;
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 4; page++) {
      JsonNode answer = server.get("/api/incidents?limit=" + pageSize + cursor).json();
      seen.addAll(ids(answer.path("features")));
      if (!answer.has("next")) {
        break;
      }
      cursor = "&cursor=" + answer.path("next").asText();
    }
    assertThat(seen).startsWith(all.toArray(String[]::new));
  }

  @Test
  void every_incident_is_of_a_category_with_words_in_both_languages() {
    JsonNode categories = server.get("/api/incidents/categories").json().path("categories");
    List<String> codes = new ArrayList<>();
    for (JsonNode category : categories) {
      codes.add(category.path("code").asText());
      assertThat(category.path("nameZh").asText()).containsPattern("\\p{IsHan}");
      assertThat(category.path("nameEn").asText()).isNotBlank();
    }
    lists
        .features("/api/incidents?limit=5000")
        .forEach(one -> assertThat(codes).contains(one.at("/properties/category").asText()));
  }

  @Test
  void the_card_counts_what_the_list_holds() {
    JsonNode all = lists.features("/api/incidents?limit=5000");
    int open = 0;
    for (JsonNode one : all) {
      open += one.at("/properties/closedAt").isNull() ? 1 : 0;
    }
    String district = all.get(0).at("/properties/grid").asText().substring(0, 6);
    JsonNode counts = server.get("/api/grids/" + district + "/card").json().path("counts");
    assertThat(counts.at("/incidents/total").asInt()).isEqualTo(all.size());
    assertThat(counts.at("/incidents/open").asInt()).isEqualTo(open).isPositive();
    JsonNode microGrid = server.get("/api/grids?level=micro-grid&limit=1").json();
    String code = microGrid.at("/features/0/id").asText();
    assertThat(server.get("/api/grids/" + code + "/card").json().at("/counts/incidents")).isEmpty();
  }

  @Test
  void what_is_wrong_with_a_question_is_said() {
    lists.requireProblem("/api/incidents?stat=open", 400, "parameter-unknown", "stat");
    lists.requireProblem("/api/incidents?state=finished", 400, "word-unknown", "state");
    lists.requireProblem("/api/incidents?bbox=1,2,3", 400, "box-malformed", "bbox");
    lists.requireProblem("/api/incidents?from=today", 400, "instant-malformed", "from");
    lists.requireProblem("/api/incidents?limit=0", 400, "number-out-of-range", "limit");
    lists.requireProblem("/api/incidents/incident-none", 404, "incident-unknown", "");
  }

  @Test
  void without_a_demonstration_nobody_reads_it_without_a_token(@TempDir Path folder) {
    FeatureLists.requireToken(folder, "/api/incidents");
  }
}
