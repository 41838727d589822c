package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.FeatureLists.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  void who_was_on_duty_at_an_instant_is_shown_where_they_were_and_told_who_looked() {
    JsonNode track = lists.features("/api/tracks?limit=1").get(0);
    String at = track.at("/properties/times/0").asText();
    JsonNode then =
        server.send(server.as("supervisor", "/api/tracks/at?at=" + at)).json().path("features");
    String staff = track.at("/properties/staffCode").asText();
    JsonNode one =
        then.findParents("staffCode").stream()
            .filter(it -> it.path("staffCode").asText().equals(staff))
            .findFirst()
            .orElseThrow();
    assertThat(one.path("at").asText()).isEqualTo(at);
    assertThat(one.path("name").asText()).isNotEmpty();
    assertThat(
            server
                .send(server.as("admin", "/api/audit?action=tracks-read&account=supervisor"))
                .body())
        .contains("tracks-read");
    assertThat(lists.features("/api/tracks/at?at=2001-01-01T00:00:00Z")).isEmpty();
    assertThat(server.send(server.as("planner", "/api/tracks/at?at=" + at)).status())
        .isEqualTo(403);
    lists.requireProblem("/api/tracks/at", 400, "parameter-missing", "at");
  }

  @Test
  void what_is_wrong_with_a_question_is_said() {
    lists.requireProblem("/api/tracks?person=D1", 400, "parameter-unknown", "person");
    lists.requireProblem("/api/tracks?limit=501", 400, "number-out-of-range", "limit");
    lists.requireProblem("/api/tracks?to=8:00", 400, "instant-malformed", "to");
  }

  @Test
  void who_walked_is_told_and_their_tracks_are_a_file() {
    String span = "from=" + Instant.now().minus(Duration.ofHours(30)) + "&to=" + Instant.now();
    JsonNode people =
        server.send(server.as("operator", "/api/tracks/people?" + span)).json().path("people");
    assertThat(people).isNotEmpty();
    String code = people.get(0).path("staffCode").asText();
    assertThat(people.get(0).toString()).doesNotContain("lon", "coordinates");
    JsonNode own = lists.features("/api/tracks?limit=500&staff=" + code + "&" + span);
    assertThat(own).hasSize(people.get(0).path("tracks").asInt());
    assertThat(own)
        .allSatisfy(
            one -> {
              assertThat(one.at("/properties/staffCode").asText()).isEqualTo(code);
              assertThat(one.at("/properties/stops").isArray()).isTrue();
            });
    byte[] file =
        server.bytes(server.as("operator", "/api/tracks/tracks.gpx?staff=" + code + "&" + span));
    int fixes = 0;
    for (JsonNode one : own) {
      fixes += one.at("/properties/times").size();
    }
    assertThat(GpxFile.read(file)).hasSizeGreaterThanOrEqualTo(fixes);
    lists.requireProblem(
        "/api/tracks/people?from=2026-01-01T00:00:00Z", 400, "parameter-missing", "to");
    String year = "/api/tracks/people?from=2026-01-01T00:00:00Z&to=2026-12-01T00:00:00Z";
    assertThat(server.send(server.as("operator", year)).json().path("code").asText())
        .isEqualTo("track-span");
  }

  @Test
  void a_walk_is_told_by_the_streets_it_went_along() {
    String span = "from=" + Instant.now().minus(Duration.ofHours(30)) + "&to=" + Instant.now();
    JsonNode one = lists.features("/api/tracks?limit=1&" + span).get(0);
    String code = one.at("/properties/staffCode").asText();
    JsonNode told =
        server.send(server.as("operator", "/api/tracks/streets?staff=" + code + "&" + span)).json();
    assertThat(told.path("tracks"))
        .extracting(track -> track.path("staffCode").asText())
        .isNotEmpty()
        .containsOnly(code);
    double walked = 0;
    for (JsonNode track : lists.features("/api/tracks?limit=500&staff=" + code + "&" + span)) {
      walked += track.at("/properties/walkedMeters").asDouble();
    }
    double along = 0;
    for (JsonNode track : told.path("tracks")) {
      along += track.path("streetMeters").asDouble();
    }
    assertThat(along).as("people of the town walk its streets").isGreaterThan(walked * 0.7);
    assertThat(told.path("features").findValuesAsText("nameZh")).isNotEmpty();
    String many = "/api/tracks/streets?from=%s&to=%s";
    lists.requireProblem(
        many.formatted(Instant.now().minus(Duration.ofDays(30)), Instant.now()),
        400,
        "tracks-streets-many",
        "to");
  }

  @Test
  void a_recording_is_kept_as_its_senders_own_and_once() {
    Instant at = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MICROS);
    String file =
        "<gpx><trk><trkseg><trkpt lat='28.9182' lon='112.6137'><time>%s</time></trkpt>"
            + "<trkpt lat='28.9183' lon='112.6137'><time>%s</time></trkpt></trkseg></trk></gpx>";
    String body = file.formatted(at, at.plusSeconds(20));
    JsonNode first = server.post(server.as("worker", "/api/positions/gpx"), body).json();
    assertThat(first.path("accepted").asInt()).as(first.toString()).isEqualTo(2);
    JsonNode again = server.post(server.as("worker", "/api/positions/gpx"), body).json();
    assertThat(again.path("duplicates").asInt()).isEqualTo(2);
    assertThat(
            server
                .post(server.as("admin", "/api/positions/gpx"), body)
                .json()
                .path("code")
                .asText())
        .isEqualTo("gpx-of-nobody");
  }

  @Test
  void without_a_demonstration_nobody_reads_it_without_a_token(@TempDir Path folder) {
    FeatureLists.requireToken(folder, "/api/tracks");
  }
}
