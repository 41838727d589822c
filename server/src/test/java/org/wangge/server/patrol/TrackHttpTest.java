package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.FeatureLists.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.FeatureLists;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** Tracks of the demonstration town over HTTP. */
class TrackHttpTest {
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
  void a_track_is_a_line_with_an_instant_at_each_vertex() {
    JsonNode all = lists.features("/api/tracks?limit=500");
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
    JsonNode all = lists.features("/api/tracks?limit=500" + lately);
    assertThat(all).as("all of them on one page").hasSizeLessThan(500);
    JsonNode grids = server.get("/api/grids?level=grid&geometry=none").json().path("features");
    JsonNode ofGrid =
        lists.features(
            "/api/tracks?limit=500" + lately + "&grid=" + grids.get(0).path("id").asText());
    assertThat(ofGrid).isNotEmpty().hasSizeLessThan(all.size());
    String from = all.get(0).at("/properties/from").asText();
    assertThat(ids(lists.features("/api/tracks?limit=500" + lately + "&to=" + from)))
        .doesNotContain(all.get(0).path("id").asText());
    String to = all.get(0).at("/properties/to").asText();
    assertThat(ids(lists.features("/api/tracks?limit=500&from=" + to)))
        .doesNotContain(all.get(0).path("id").asText());
    assertThat(lists.features("/api/tracks?bbox=10,10,11,11")).isEmpty();
  }

  @Test
  void a_list_comes_in_pages_that_lose_and_double_nothing() {
    List<String> all = ids(lists.features("/api/tracks?limit=30"));
    JsonNode first = server.get("/api/tracks?limit=20").json();
    List<String> seen = ids(first.path("features"));
    seen.addAll(ids(lists.features("/api/tracks?limit=10&cursor=" + first.path("next").asText())));
    assertThat(seen).isEqualTo(all).doesNotHaveDuplicates().hasSize(30);
  }

  @Test
  void what_is_wrong_with_a_question_is_said() {
    lists.requireProblem("/api/tracks?person=D1", 400, "parameter-unknown", "person");
    lists.requireProblem("/api/tracks?limit=501", 400, "number-out-of-range", "limit");
    lists.requireProblem("/api/tracks?to=8:00", 400, "instant-malformed", "to");
  }

  @Test
  void without_a_demonstration_nobody_reads_it_without_a_token(@TempDir Path folder) {
    FeatureLists.requireToken(folder, "/api/tracks");
  }
}
