package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/** Names beside staff codes, in whatever answer they stand. */
class PersonNamesHttpTest {
  private static RunningServer server;
  private static String grid;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    grid =
        server
            .get("/api/grids?level=grid&limit=1")
            .json()
            .at("/features/0/properties/code")
            .asText();
    RunningServer.Answer sent =
        server.post(
            server.asOwner("/api/positions"),
            "{\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":112.6137,\"lat\":28.9182}]}"
                .formatted(
                    inCharge(card("operator"), "grid-worker").path("staffCode").asText(),
                    Instant.now()));
    assertThat(sent.json().path("accepted").asInt()).as(sent.body()).isEqualTo(1);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode inCharge(RunningServer.Answer card, String duty) {
    for (JsonNode one : card.json().at("/area/properties/inCharge")) {
      if (one.path("duty").asText().equals(duty)) {
        return one;
      }
    }
    throw new AssertionError("nobody is " + duty + ": " + card.body());
  }

  private static RunningServer.Answer card(String account) {
    return server.send(server.as(account, "/api/grids/" + grid + "/card"));
  }

  @Test
  void the_head_of_a_grid_is_published_and_the_others_are_not() {
    RunningServer.Answer toAnyone = server.get("/api/grids/" + grid + "/card");
    JsonNode head = inCharge(toAnyone, "grid-head");
    assertThat(head.path("name").asText()).isNotBlank().doesNotContain("*");
    assertThat(head.path("dutyPhone").asText()).matches("000[0-9]{8}");
    JsonNode worker = inCharge(toAnyone, "grid-worker");
    assertThat(worker.path("name").isNull()).isTrue();
    assertThat(worker.path("dutyPhone").isNull()).isTrue();
    assertThat(worker.path("staffCode").asText()).isNotBlank();
    assertThat(inCharge(card("planner"), "grid-worker").path("name").isNull()).isTrue();
    assertThat(inCharge(card("operator"), "grid-worker").path("name").asText())
        .isNotBlank()
        .doesNotContain("*");
    JsonNode masked = inCharge(card("handler"), "grid-worker");
    assertThat(masked.path("name").asText()).endsWith("*");
    assertThat(masked.path("masked").toString()).isEqualTo("[\"name\"]");
    assertThat(inCharge(card("handler"), "grid-head").path("name")).isEqualTo(head.path("name"));
  }

  @Test
  void who_walks_is_named_to_whom_may_know() {
    String latest = "/api/positions?limit=5";
    assertThat(firstName(server.get(latest)).isNull()).isTrue();
    assertThat(firstName(server.send(server.as("planner", latest))).isNull()).isTrue();
    assertThat(firstName(server.send(server.as("worker", latest))).asText()).endsWith("*");
    assertThat(firstName(server.send(server.as("operator", latest))).asText())
        .isNotBlank()
        .doesNotContain("*");
    String tracks = "/api/tracks?limit=3";
    assertThat(firstName(server.get(tracks)).isNull()).isTrue();
    assertThat(firstName(server.send(server.as("supervisor", tracks))).asText())
        .isNotBlank()
        .doesNotContain("*");
  }

  private static JsonNode firstName(RunningServer.Answer list) {
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    JsonNode properties = list.json().at("/features/0/properties");
    assertThat(properties.has("name")).as(list.body()).isTrue();
    return properties.path("name");
  }

  @Test
  void a_change_and_an_erasure_are_seen_at_once() {
    String code =
        inCharge(server.get("/api/grids/" + grid + "/card"), "grid-head")
            .path("staffCode")
            .asText();
    RunningServer.Answer changed =
        server.patch(
            server.as("admin", "/api/people/" + code).header("If-Match", "\"1\""),
            "{\"name\":\"司马改\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(
            inCharge(server.get("/api/grids/" + grid + "/card"), "grid-head").path("name").asText())
        .isEqualTo("司马改");
    server.post(
        server.as("admin", "/api/people/" + code + "/erasure").header("If-Match", "\"2\""), "");
    JsonNode erased = inCharge(card("operator"), "grid-head");
    assertThat(erased.path("name").isNull()).isTrue();
    assertThat(erased.path("staffCode").asText()).isEqualTo(code);
  }
}
