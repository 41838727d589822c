package org.wangge.server.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallHttpTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode as(String user, String path) {
    Answer answer = server.send(server.as(user, path));
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> ids(JsonNode collection) {
    List<String> ids = new ArrayList<>();
    collection.path("features").forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  private Answer keep(String user, int version, String views) {
    return server.put(
        server.as(user, "/api/wall/views").header("If-Match", "\"" + version + "\""),
        "{\"views\":" + views + "}");
  }

  @Test
  void views_are_kept_with_the_account_by_their_version() {
    assertThat(as("operator", "/api/wall/views").path("version").asInt(-1)).isZero();
    String view = "东区~13.50/29.03210/112.67890~open~marks";
    Answer kept = keep("operator", 0, "[\"" + view + "\",\"~~none~heat\"]");
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    assertThat(kept.header("ETag")).isEqualTo("\"1\"");
    assertThat(as("operator", "/api/wall/views").at("/views/0").asText()).isEqualTo(view);
    assertThat(as("supervisor", "/api/wall/views").path("views")).isEmpty();
    assertThat(keep("operator", 0, "[]").json().path("code").asText())
        .isEqualTo("version-conflict");
    assertThat(keep("operator", 1, "[\"x\"]").json().path("code").asText()).isEqualTo("wall-view");
    assertThat(keep("operator", 1, "[]").json().path("views")).isEmpty();
    assertThat(as("operator", "/api/wall/views").path("version").asInt()).isEqualTo(2);
    assertThat(server.get("/api/wall/views").status()).isEqualTo(401);
  }

  @Test
  void the_wall_shows_the_same_figures_as_the_page_of_figures_without_a_list_behind_them() {
    JsonNode wall = as("operator", "/api/wall/figures?level=community");
    JsonNode table = as("operator", "/api/kpi?period=month&by=community");
    for (String figure : List.of("received", "closed", "closing-rate", "on-time-rate")) {
      JsonNode told = wall.at("/total/" + figure);
      JsonNode counted = table.at("/total/figures/" + figure);
      assertThat(told.path(0)).as(figure).isEqualTo(counted.path("numerator"));
      assertThat(told.path(1)).as(figure).isEqualTo(counted.path("denominator"));
    }
    assertThat(wall.path("areas")).hasSize(table.path("groups").size()).isNotEmpty();
    assertThat(wall.path("days")).hasSize(14);
    assertThat(wall.toString()).doesNotContain("/api/kpi");
  }

  @Test
  void what_is_open_now_was_open_a_moment_ago_and_what_was_reported_later_was_not_yet() {
    JsonNode now = as("operator", "/api/wall/past?at=" + Instant.now().minusMillis(50));
    Set<String> open = new HashSet<>(ids(as("operator", "/api/incidents?open=true&limit=2000")));
    assertThat(new HashSet<>(ids(now))).isEqualTo(open).isNotEmpty();

    Instant then = Instant.now().minus(Duration.ofDays(7));
    JsonNode past = as("operator", "/api/wall/past?at=" + then);
    assertThat(ids(past)).isNotEmpty();
    for (JsonNode one : past.path("features")) {
      JsonNode properties = one.path("properties");
      assertThat(Instant.parse(properties.path("reportedAt").asText())).isBefore(then);
      assertThat(properties.path("state").asText()).isNotEqualTo("evaluate");
      JsonNode incident = as("operator", "/api/incidents/" + one.path("id").asText());
      String closed = incident.at("/properties/closedAt").asText("null");
      assertThat(closed.equals("null") || Instant.parse(closed).isAfter(then)).isTrue();
    }
  }

  @Test
  void nobody_looks_back_further_than_thirty_days_or_ahead() {
    for (Duration ago : List.of(Duration.ofDays(32), Duration.ofDays(-1))) {
      Answer answer =
          server.send(server.as("operator", "/api/wall/past?at=" + Instant.now().minus(ago)));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().path("code").asText()).isEqualTo("past-out-of-reach");
    }
  }
}
