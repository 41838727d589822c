package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** What is likely the same, what has no place, and over which channel a machine reports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicateHttpTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void two_reports_of_the_same_are_proposed_merged_and_taken_apart_again() {
    JsonNode first = report("m1", 112.61370, "\"reporter\":{\"name\":\"甲\"}").json();
    JsonNode similar =
        server
            .get("/api/reports/similar?lon=112.61372&lat=28.9182&category=road-damage")
            .json()
            .path("similar");
    assertThat(similar.at("/0/number").asText()).isEqualTo(first.path("number").asText());
    assertThat(similar.at("/0/distanceMeters").asInt()).isEqualTo(20);
    assertThat(similar.toString()).doesNotContain("quill").doesNotContain("incident-");

    JsonNode second = report("m2", 112.61372, "\"reporter\":{\"name\":\"乙\"}").json();
    String one = first.path("id").asText();
    String other = second.path("id").asText();
    JsonNode likes = get("/api/incidents/" + other + "/similar").json();
    assertThat(likes.at("/similar/0/id").asText()).isEqualTo(one);
    assertThat(likes.at("/similar/0/score").asDouble()).isGreaterThan(0.9);
    assertThat(likes.path("into").isNull()).isTrue();

    assertThat(merge(other, 1, other).json().path("code").asText()).isEqualTo("merge-itself");
    assertThat(merge(other, 9, one).json().path("code").asText()).isEqualTo("version-conflict");
    Answer merged = merge(other, 1, one);
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(merged.json().at("/properties/standing").asText()).isEqualTo("rejected");
    assertThat(get("/api/incidents/" + one + "/similar").json().at("/merged/0").asText())
        .isEqualTo(other);
    JsonNode reports = get("/api/incidents/" + one + "/reports").json().path("reports");
    assertThat(reports).as("both reports and both reporters are here").hasSize(2);
    assertThat(reports.toString()).contains("甲").contains("乙");
    act(one, "accept", 1);
    JsonNode followed = followed(second).json();
    assertThat(followed.path("number")).isEqualTo(second.path("number"));
    assertThat(followed.path("goesOnAs")).isEqualTo(first.path("number"));
    assertThat(followed.path("state").asText()).as("that of the other").isEqualTo("file");
    JsonNode third = report("m3", 112.61374, "\"photos\":[]").json();
    assertThat(merge(one, 2, third.path("id").asText()).json().path("code").asText())
        .isEqualTo("merge-chain");
    assertThat(merge(third.path("id").asText(), 1, other).json().path("code").asText())
        .isEqualTo("merge-closed");

    Answer apart = post("/api/incidents/" + other + "/unmerge", 2, "");
    assertThat(apart.status()).as(apart.body()).isEqualTo(200);
    assertThat(apart.json().at("/properties/standing").asText()).isEqualTo("reported");
    assertThat(get("/api/incidents/" + one + "/reports").json().path("reports")).hasSize(1);
    assertThat(followed(second).json().path("goesOnAs").isNull()).isTrue();
    assertThat(followed(second).json().path("state").asText()).isEqualTo("collect");
  }

  @Test
  void what_has_no_place_waits_in_a_queue_until_somebody_says_where_it_is() {
    JsonNode lost = report("p1", 0, "\"generated\":false").json();
    assertThat(lost.path("grid").isNull()).isTrue();
    String id = lost.path("id").asText();
    assertThat(get("/api/incidents?placed=false").body()).contains(id);
    assertThat(place(id, 1, 0).json().path("code").asText()).isEqualTo("place-outside");
    Answer placed = place(id, 1, 112.6137);
    assertThat(placed.status()).as(placed.body()).isEqualTo(200);
    assertThat(placed.json().at("/properties/grid").asText()).hasSize(15);
    assertThat(placed.header("ETag")).isEqualTo("\"2\"");
    assertThat(placed.json().at("/properties/filedGrid").isNull()).as("not filed yet").isTrue();
    JsonNode deeds = get("/api/incidents/" + id + "/history").json().path("deeds");
    assertThat(deeds.findValuesAsText("action")).containsExactly("place");
    assertThat(get("/api/incidents?placed=false").body()).doesNotContain(id);
    assertThat(place(id, 1, 112.6137).json().path("code").asText()).isEqualTo("version-conflict");
    act(id, "accept", 2);
    act(id, "file", 3);
    assertThat(place(id, 4, 112.6137).json().path("code").asText()).isEqualTo("place-fixed");
    JsonNode filed = get("/api/incidents/" + id).json().path("properties");
    assertThat(filed.path("filedGrid")).isEqualTo(filed.path("grid"));
    assertThat(server.get("/api/incidents?placed=false").status()).isIn(200, 401);
    assertThat(get("/api/incidents?placed=true").status()).isEqualTo(400);
  }

  @Test
  void a_letter_is_typed_in_and_a_call_is_taken_by_its_address() {
    Answer letter =
        server.post(
            server.as("operator", "/api/reports"),
            "{\"category\":\"noise\",\"lon\":112.6137,\"lat\":28.9182,\"channel\":\"letter\"}");
    String id = letter.json().path("id").asText();
    assertThat(get("/api/incidents/" + id).json().at("/properties/channel").asText())
        .isEqualTo("letter");
    Answer nowhere =
        server.post(
            server.as("operator", "/api/reports"),
            "{\"category\":\"noise\",\"address\":\"nowhere 9999\",\"channel\":\"phone\"}");
    assertThat(nowhere.json().path("code").asText()).isEqualTo("address-unknown");
    assertThat(
            server
                .post(server.to("/api/reports"), "{\"category\":\"noise\",\"address\":\"x\"}")
                .status())
        .as("residents say where")
        .isEqualTo(400);
  }

  @Test
  void what_was_closed_elsewhere_is_history_and_what_cannot_have_been_is_refused_by_name() {
    String one =
        """
        {"key":"%s","category":"%s","lon":112.6137,"lat":%s,"reportedAt":"2015-03-05T09:04:29Z",
         "closedAt":"%s"}\
        """;
    String body =
        "{\"reports\":["
            + String.join(
                ",",
                one.formatted("h1", "noise", 28.9182, "2015-06-09T08:10:50Z"),
                one.formatted("h2", "noise", 28.9182, "2015-03-05T09:04:28Z"),
                one.formatted("h3", "none", 28.9182, "2015-06-09T08:10:50Z"),
                one.formatted("h1", "noise", 28.9182, "2015-06-09T08:10:50Z"),
                one.formatted("h4", "noise", 0, "2015-06-09T08:10:50Z"))
            + "]}";
    Answer taken = server.post(server.asOwner("/api/reports/history"), body);
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(taken.json().path("taken").asInt()).isEqualTo(2);
    assertThat(taken.json().path("placeless").asInt()).isEqualTo(1);
    assertThat(taken.json().path("refused").findValuesAsText("code"))
        .containsExactly("closed-before-reported", "category-unknown", "key-twice");
    JsonNode again = server.post(server.asOwner("/api/reports/history"), body).json();
    assertThat(again.path("taken").asInt()).isZero();
    JsonNode kept = get("/api/incidents?key=h1").json().at("/features/0/properties");
    assertThat(kept.path("standing").asText()).isEqualTo("closed");
    assertThat(kept.path("reportedAt").asText()).isEqualTo("2015-03-05T09:04:29Z");
    assertThat(kept.path("closedAt").asText()).isEqualTo("2015-06-09T08:10:50Z");
    assertThat(server.post(server.as("operator", "/api/reports/history"), body).status())
        .isEqualTo(403);
  }

  private Answer report(String key, double lon, String more) {
    return server.post(
        server.as("operator", "/api/reports"),
        """
        {"key":"%s","category":"road-damage","lon":%s,"lat":28.9182,"channel":"resident-page",
         "description":"quillwords",%s}
        """
            .formatted(key, lon, more));
  }

  private Answer merge(String id, int version, String into) {
    return post("/api/incidents/" + id + "/merge", version, "{\"into\":\"" + into + "\"}");
  }

  private Answer place(String id, int version, double lon) {
    return post(
        "/api/incidents/" + id + "/place", version, "{\"lon\":" + lon + ",\"lat\":28.9182}");
  }

  private void act(String id, String action, int version) {
    Answer done = post("/api/incidents/" + id + "/" + action, version, "");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
  }

  private Answer post(String path, int version, String body) {
    return server.post(server.as("operator", path).header("If-Match", "\"" + version + "\""), body);
  }

  private Answer followed(JsonNode report) {
    return server.send(
        server.to("/api/reports/own").header("Wangge-Report-Token", report.path("token").asText()));
  }

  private Answer get(String path) {
    return server.send(server.as("operator", path));
  }
}
