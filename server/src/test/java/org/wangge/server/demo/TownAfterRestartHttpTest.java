package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/** The town is the same town after a restart: who was where, and each walk once. */
class TownAfterRestartHttpTest {

  @Test
  void a_minute_has_the_same_people_and_each_track_is_there_once_after_a_restart(
      @TempDir Path folder) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    List<Instant> minutes = new ArrayList<>();
    for (int hours = -60; hours <= 36; hours += 12) {
      minutes.add(now.plus(Duration.ofHours(hours)));
    }
    Instant over = now.minus(Duration.ofHours(4));
    List<String> people;
    List<String> tracks;
    try (RunningServer server = RunningServer.withTown(folder)) {
      people = minutes.stream().map(minute -> people(server, minute)).toList();
      tracks = tracks(server, over);
    }
    try (RunningServer server = RunningServer.withNewTown(folder)) {
      for (int i = minutes.size() - 1; i >= 0; i--) {
        assertThat(people(server, minutes.get(i))).isEqualTo(people.get(i));
      }
      assertThat(tracks(server, over)).isEqualTo(tracks).doesNotHaveDuplicates();
    }
  }

  private static String people(RunningServer server, Instant at) {
    RunningServer.Answer answer = server.get("/api/demo/people?at=" + at);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("features")).hasSizeGreaterThanOrEqualTo(8);
    return answer.body();
  }

  /** Who set out when, of what was over long before the first start: later walks still grow. */
  private static List<String> tracks(RunningServer server, Instant before) {
    List<String> tracks = new ArrayList<>();
    String from = before.minus(Duration.ofHours(20)).toString();
    String path = "/api/tracks?limit=500&from=" + from + "&to=" + before;
    for (JsonNode one : server.get(path).json().path("features")) {
      if (Instant.parse(one.at("/properties/to").asText()).isBefore(before)) {
        tracks.add(
            one.at("/properties/staffCode").asText() + " " + one.at("/properties/from").asText());
      }
    }
    assertThat(tracks).hasSizeGreaterThan(20);
    return tracks;
  }
}
