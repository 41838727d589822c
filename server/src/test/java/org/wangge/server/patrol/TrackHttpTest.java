package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** Tracks of the demonstration town over HTTP. */
class TrackHttpTest {
  private static RunningServer server;
  private static LogWatch log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  @Test
  void a_track_is_a_line_with_an_instant_at_each_vertex() {
    JsonNode all = features("/api/tracks?limit=500");
    assertThat(all).isNotEmpty();
    for (JsonNode one : all) {
      JsonNode times = one.at("/properties/times");
      if (one.at("/geometry/type").asText().equals("LineString")) {
        assertThat(times).hasSameSizeAs(one.at("/geometry/coordinates"));
      } else {
        assertThat(times).hasSize(1);
      }
      assertThat(times.get(0)).isEqualTo(one.at("/properties/from"));
      assertThat(times.get(times.size() - 1)).isEqualTo(one.at("/properties/to"));
      assertThat(one.at("/properties/staffCode").asText()).isNotBlank();
      assertThat(one.at("/properties/lengthMeters").asDouble()).isBetween(0.0, 20_000.0);
    }
  }

  @Test
  void a_list_is_filtered_by_area_box_and_time() {
    String lately = "&from=" + Instant.now().minus(Duration.ofHours(30));
    JsonNode all = features("/api/tracks?limit=500" + lately);
    assertThat(all).as("all of them on one page").hasSizeLessThan(500);
    JsonNode grids = server.get("/api/grids?level=grid&geometry=none").json().path("features");
    JsonNode ofGrid =
        features("/api/tracks?limit=500" + lately + "&grid=" + grids.get(0).path("id").asText());
    assertThat(ofGrid).isNotEmpty().hasSizeLessThan(all.size());
    String from = all.get(0).at("/properties/from").asText();
    assertThat(ids(features("/api/tracks?limit=500" + lately + "&to=" + from)))
        .doesNotContain(all.get(0).path("id").asText());
    String to = all.get(0).at("/properties/to").asText();
    assertThat(ids(features("/api/tracks?limit=500&from=" + to)))
        .doesNotContain(all.get(0).path("id").asText());
    assertThat(features("/api/tracks?bbox=10,10,11,11")).isEmpty();
  }

  @Test
  void a_list_comes_in_pages_that_lose_and_double_nothing() {
    List<String> all = ids(features("/api/tracks?limit=30"));
    JsonNode first = server.get("/api/tracks?limit=20").json();
    List<String> seen = ids(first.path("features"));
    seen.addAll(ids(features("/api/tracks?limit=10&cursor=" + first.path("next").asText())));
    assertThat(seen).isEqualTo(all).doesNotHaveDuplicates().hasSize(30);
  }

  @Test
  void what_is_wrong_with_a_question_is_said() {
    requireProblem("/api/tracks?staff=D1", 400, "parameter-unknown", "staff");
    requireProblem("/api/tracks?limit=501", 400, "number-out-of-range", "limit");
    requireProblem("/api/tracks?to=8:00", 400, "instant-malformed", "to");
  }

  @Test
  void without_a_demonstration_nobody_reads_it_without_a_token(@TempDir Path folder) {
    try (RunningServer empty = RunningServer.empty(folder)) {
      RunningServer.Answer resident = empty.get("/api/tracks");
      assertThat(resident.status()).isEqualTo(401);
      assertThat(resident.json().path("code").asText()).isEqualTo("sign-in-needed");
      RunningServer.Answer owner = empty.getAsOwner("/api/tracks");
      assertThat(owner.status()).isEqualTo(200);
      assertThat(owner.json().path("features")).isEmpty();
      assertThat(owner.json().path("features").isArray()).isTrue();
    }
  }

  private static JsonNode features(String path) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    return answer.json().path("features");
  }

  private static List<String> ids(JsonNode features) {
    List<String> ids = new ArrayList<>();
    features.forEach(feature -> ids.add(feature.path("id").asText()));
    return ids;
  }

  private static void requireProblem(String path, int status, String code, String field) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
    assertThat(answer.json().path("mend").asText()).isNotBlank();
  }
}
