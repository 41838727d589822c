package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportHttpTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9182,"
          + "\"description\":\"dark since Monday\"}";

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
  void anyone_reports_finds_the_grid_and_follows_the_answer_through_all_six_steps() {
    Answer taken = server.post(server.to("/api/reports"), REPORT.formatted("a"));
    assertThat(taken.status()).isEqualTo(201);
    String grid =
        server
            .get("/api/grids/at?lon=112.6137&lat=28.9182")
            .json()
            .path("chain")
            .path(3)
            .path("code")
            .asText();
    assertThat(taken.json().path("grid").asText()).isEqualTo(grid).hasSize(15);
    String id = taken.json().path("id").asText();
    String token = taken.json().path("token").asText();

    JsonNode incident = get("operator", "/api/incidents/" + id).json().path("properties");
    assertThat(incident.path("state").asText()).isEqualTo("collect");
    assertThat(incident.path("actions").toString())
        .isEqualTo("[\"accept\",\"ask-on-site\",\"reject\"]");
    int version = 1;
    for (String action : new String[] {"accept", "file", "dispatch", "report-back", "close"}) {
      Answer done = act("operator", id, action, version++, "");
      assertThat(done.status()).as(action + done.body()).isEqualTo(200);
      assertThat(done.header("ETag")).isEqualTo("\"" + version + "\"");
    }
    JsonNode followed = followed(token).json();
    assertThat(followed.path("state").asText()).isEqualTo("evaluate");
    assertThat(followed.path("closedAt").asText()).isNotEmpty();
    assertThat(followed.path("dueAt").asText()).isNotEmpty();
    assertThat(followed.has("location")).isFalse();
    JsonNode deeds = get("operator", "/api/incidents/" + id + "/history").json().path("deeds");
    assertThat(deeds).hasSize(5);
    assertThat(deeds.path(4).path("account").asText()).isEqualTo("operator");
    assertThat(followed("guess").status()).isEqualTo(404);
    assertThat(server.get("/api/reports/own").json().path("code").asText())
        .isEqualTo("header-missing");
    assertThat(server.get("/api/reports/" + token).status())
        .as("no token in an address")
        .isEqualTo(404);
  }

  @Test
  void the_same_report_again_changes_nothing_and_another_under_its_key_is_refused() {
    Answer first = server.post(server.to("/api/reports"), REPORT.formatted("b"));
    Answer again = server.post(server.to("/api/reports"), REPORT.formatted("b"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    Answer other =
        server.post(server.to("/api/reports"), REPORT.formatted("b").replace("Monday", "Tuesday"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().path("code").asText()).isEqualTo("report-key-taken");
  }

  @Test
  void a_place_outside_every_grid_is_taken_in_without_one() {
    Answer taken =
        server.post(server.to("/api/reports"), REPORT.formatted("c").replace("112.6137", "112.0"));
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.json().path("grid").isNull()).isTrue();
    JsonNode incident =
        get("operator", "/api/incidents/" + taken.json().path("id").asText()).json();
    assertThat(incident.path("properties").path("grid").isNull()).isTrue();
  }

  @Test
  void what_is_not_legal_is_refused_with_what_would_be() {
    String id =
        server.post(server.to("/api/reports"), REPORT.formatted("d")).json().path("id").asText();
    Answer illegal = act("operator", id, "close", 1, "");
    assertThat(illegal.status()).isEqualTo(409);
    assertThat(illegal.json().path("code").asText()).isEqualTo("action-illegal");
    assertThat(illegal.json().path("mend").asText()).contains("accept").contains("reject");
    assertThat(act("operator", id, "reject", 1, "").json().path("code").asText())
        .isEqualTo("reason-missing");
    assertThat(act("operator", id, "accept", 7, "").json().path("code").asText())
        .isEqualTo("version-conflict");
    assertThat(act("operator", id, "applaud", 1, "").status()).isEqualTo(404);
    assertThat(act("planner", id, "accept", 1, "").status()).isEqualTo(403);
    assertThat(
            get("operator", "/api/incidents/" + id)
                .json()
                .path("properties")
                .path("version")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void it_is_given_to_who_is_proposed_who_take_it_or_decline_until_nobody_is_left() {
    String id =
        server.post(server.to("/api/reports"), REPORT.formatted("h")).json().path("id").asText();
    act("operator", id, "accept", 1, "");
    act("operator", id, "file", 2, "");
    JsonNode proposed =
        get("operator", "/api/incidents/" + id + "/suggestions").json().path("suggestions");
    assertThat(proposed.at("/0/to/code").asText()).isEqualTo("municipal-works");
    assertThat(proposed.at("/0/reasons/0/code").asText()).isEqualTo("department-of-category");
    JsonNode inCharge = proposed.path(1).path("to");
    assertThat(proposed.at("/1/reasons/0/code").asText()).isEqualTo("in-charge-of-grid");
    assertThat(get("handler", "/api/incidents/" + id + "/suggestions").status()).isEqualTo(403);
    String both =
        "{\"to\":[{\"kind\":\"department\",\"code\":\"municipal-works\"},%s]}".formatted(inCharge);
    assertThat(give(id, 3, both.replace("municipal-works", "nobody")).json().path("code").asText())
        .isEqualTo("handler-unknown");
    assertThat(give(id, 3, both).status()).isEqualTo(200);
    JsonNode task = taskOf("handler", id);
    assertThat(task.path("state").asText()).isEqualTo("offered");
    assertThat(task.path("leads").asBoolean()).isTrue();
    assertThat(task.at("/incident/properties/stage").asText()).isEqualTo("handle");
    assertThat(act("handler", id, "take", 4, "").status()).isEqualTo(200);
    assertThat(taskOf("handler", id).path("answeredBy").asText()).isEqualTo("handler");
    assertThat(act("handler", id, "take", 5, "").json().path("code").asText())
        .isEqualTo("task-taken");
    assertThat(act("handler", id, "decline", 5, "").json().path("code").asText())
        .isEqualTo("reason-missing");
    assertThat(standing(act("handler", id, "decline", 5, "not our lamp"))).isEqualTo("dispatched");
    assertThat(taskOf("handler", id).isMissingNode()).isTrue();
    assertThat(act("handler", id, "take", 6, "").json().path("code").asText())
        .isEqualTo("task-none");
    JsonNode all = get("operator", "/api/incidents/" + id + "/tasks").json().path("tasks");
    assertThat(all.at("/0/state").asText()).isEqualTo("declined");
    assertThat(all.at("/1/leads").asBoolean()).as("the next leads").isTrue();
    HttpRequest.Builder decline =
        server.as("operator", "/api/incidents/" + id + "/decline").header("If-Match", "\"6\"");
    Answer last =
        server.post(decline, "{\"reason\":\"called, is ill\",\"to\":[%s]}".formatted(inCharge));
    assertThat(standing(last)).as("nobody is left").isEqualTo("filed");
    assertThat(last.json().at("/properties/clock").asText()).isEqualTo("paused");
  }

  private Answer give(String id, int version, String body) {
    return server.post(
        server
            .as("operator", "/api/incidents/" + id + "/dispatch")
            .header("If-Match", "\"" + version + "\""),
        body);
  }

  /** What an account has in hand of an incident. */
  private JsonNode taskOf(String account, String id) {
    for (JsonNode task : get(account, "/api/tasks").json().path("tasks")) {
      if (task.at("/incident/id").asText().equals(id)) {
        return task;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void a_worker_looks_a_handler_handles_and_two_others_grant_more_time() {
    String id =
        server.post(server.to("/api/reports"), REPORT.formatted("g")).json().path("id").asText();
    act("operator", id, "ask-on-site", 1, "");
    assertThat(act("handler", id, "confirm", 2, "").status()).as("not theirs").isEqualTo(403);
    assertThat(standing(act("worker", id, "confirm", 2, ""))).isEqualTo("accepted");
    act("operator", id, "file", 3, "");
    String due = act("operator", id, "dispatch", 4, "").json().at("/properties/dueAt").asText();
    assertThat(act("handler", id, "ask-extension", 5, "").json().path("code").asText())
        .isEqualTo("reason-missing");
    act("handler", id, "ask-extension", 5, "parts are missing");
    assertThat(act("handler", id, "endorse-extension", 6, "").status()).isEqualTo(403);
    act("operator", id, "endorse-extension", 6, "");
    assertThat(act("operator", id, "grant-extension", 7, "").status()).isEqualTo(403);
    JsonNode granted = act("supervisor", id, "grant-extension", 7, "").json().path("properties");
    assertThat(granted.path("extensions").asInt()).isEqualTo(1);
    assertThat(Instant.parse(granted.path("dueAt").asText())).isAfter(Instant.parse(due));
    assertThat(granted.path("clock").asText()).isEqualTo("running");
    Answer endless = act("operator", id, "suspend", 8, "waits for a part");
    assertThat(endless.json().path("code").asText()).isEqualTo("suspension-until");
    HttpRequest.Builder suspend =
        server.as("operator", "/api/incidents/" + id + "/suspend").header("If-Match", "\"8\"");
    String until = Instant.now().plus(Duration.ofDays(30)).toString();
    Answer suspended =
        server.post(suspend, "{\"reason\":\"waits for a part\",\"until\":\"%s\"}".formatted(until));
    assertThat(standing(suspended)).isEqualTo("suspended");
    assertThat(suspended.json().at("/properties/clock").asText()).isEqualTo("paused");
    assertThat(standing(act("operator", id, "resume", 9, ""))).isEqualTo("dispatched");
    assertThat(standing(act("handler", id, "send-back", 10, "not ours"))).isEqualTo("filed");
    assertThat(standing(act("operator", id, "cancel", 11, "gone"))).isEqualTo("cancelled");
    assertThat(standing(act("operator", id, "reopen", 12, "there again"))).isEqualTo("filed");
  }

  private static String standing(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().at("/properties/standing").asText();
  }

  @Test
  void a_resident_can_neither_call_a_report_generated_nor_choose_its_channel() {
    String claim =
        REPORT.formatted("f").replace("}", ",\"generated\":true,\"channel\":\"department\"}");
    String id = server.post(server.as("planner", "/api/reports"), claim).json().path("id").asText();
    JsonNode incident = get("operator", "/api/incidents/" + id).json().path("properties");
    assertThat(incident.path("generated").asBoolean()).isFalse();
    assertThat(incident.path("channel").asText()).isEqualTo("resident-page");
  }

  private Answer followed(String token) {
    return server.send(server.to("/api/reports/own").header("Wangge-Report-Token", token));
  }

  private Answer get(String account, String path) {
    return server.send(server.as(account, path));
  }

  private Answer act(String account, String id, String action, int version, String reason) {
    HttpRequest.Builder request =
        server
            .as(account, "/api/incidents/" + id + "/" + action)
            .header("If-Match", "\"" + version + "\"");
    return server.post(request, "{\"reason\":\"%s\"}".formatted(reason));
  }
}
