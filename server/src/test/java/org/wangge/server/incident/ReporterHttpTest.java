package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** What is personal of reports: their words and who sent them. */
class ReporterHttpTest {
  private static final String REPORT =
      """
      {"key":"%s","category":"street-light","lon":112.6137,"lat":28.9182,
       "description":"路灯不亮，打00055556666找我","reporter":{"name":"欧阳来","phone":"00055556666"}}
      """;
  private static final String WHY =
      "{\"report\":%d,\"field\":\"%s\",\"why\":\"complaint\",\"case\":\"T-1\"}";

  private static RunningServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode taken(String key) {
    Answer taken = server.post(server.to("/api/reports"), REPORT.formatted(key));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    assertThat(taken.body()).doesNotContain("欧阳");
    return taken.json();
  }

  private static Answer reports(String account, String id) {
    return server.send(server.as(account, "/api/incidents/" + id + "/reports"));
  }

  @Test
  void who_leads_reads_it_whole_who_handles_masked_and_others_not_at_all() {
    String id = taken("r-1").path("id").asText();
    JsonNode toOperator = reports("operator", id).json().at("/reports/0");
    assertThat(toOperator.path("description").asText()).isEqualTo("路灯不亮，打00055556666找我");
    assertThat(toOperator.path("reporterName").asText()).isEqualTo("欧阳来");
    assertThat(toOperator.path("reporterPhone").asText()).isEqualTo("00055556666");
    JsonNode toHandler = reports("handler", id).json().at("/reports/0");
    assertThat(toHandler.path("description").asText()).isEqualTo("路灯不亮，打000****6666找我");
    assertThat(toHandler.path("reporterName").asText()).isEqualTo("欧阳*");
    assertThat(toHandler.path("reporterPhone").asText()).isEqualTo("000****6666");
    assertThat(toHandler.path("revealable")).isEmpty();
    for (String account : new String[] {"supervisor", "liaison"}) {
      JsonNode masked = reports(account, id).json().at("/reports/0");
      assertThat(masked.path("reporterPhone").asText()).isEqualTo("000****6666");
      assertThat(masked.path("description").asText()).isEqualTo("路灯不亮，打000****6666找我");
      assertThat(masked.path("revealable")).as("for a reason").hasSize(2);
    }
    for (String account : new String[] {"planner", "approver"}) {
      assertThat(reports(account, id).status()).as(account).isEqualTo(403);
    }
    assertThat(server.get("/api/incidents/" + id + "/reports").status()).isEqualTo(401);
  }

  @Test
  void a_reporter_is_revealed_for_a_reason() {
    String path = "/api/incidents/" + taken("r-2").path("id").asText() + "/reveals";
    Answer shown = server.post(server.as("liaison", path), WHY.formatted(1, "reporterPhone"));
    assertThat(shown.json().path("value").asText()).as(shown.body()).isEqualTo("00055556666");
    assertThat(server.post(server.as("liaison", path), WHY.formatted(1, "idNumber")).status())
        .isEqualTo(400);
    assertThat(server.post(server.as("liaison", path), WHY.formatted(2, "reporterName")).status())
        .isEqualTo(404);
    assertThat(server.post(server.as("handler", path), WHY.formatted(1, "reporterName")).status())
        .isEqualTo(403);
  }

  @Test
  void the_reason_of_a_deed_is_masked_and_not_told_to_the_wall() {
    String id = taken("r-3").path("id").asText();
    Answer rejected =
        server.post(
            server.as("operator", "/api/incidents/" + id + "/reject").header("If-Match", "\"1\""),
            "{\"reason\":\"见20261103-0001，回电13800138000\"}");
    assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
    String history = "/api/incidents/" + id + "/history";
    assertThat(reason(server.send(server.as("operator", history))))
        .isEqualTo("见20261103-0001，回电13800138000");
    assertThat(reason(server.send(server.as("planner", history))))
        .isEqualTo("见20261103-0001，回电138****8000");
    assertThat(reason(server.get(history))).isEmpty();
  }

  private static String reason(Answer history) {
    return history.json().at("/deeds/0/reason").asText();
  }

  @Test
  void who_did_something_is_named_to_those_who_may_know_names() {
    String id = taken("r-7").path("id").asText();
    String worker =
        server.send(server.as("worker", "/api/account")).json().path("staffCode").asText();
    String cookie = new Cast(server).join("r-7", Role.OPERATOR, "\"staffCode\":\"" + worker + "\"");
    server.post(
        server
            .to("/api/incidents/" + id + "/accept")
            .header("Cookie", cookie)
            .header("If-Match", "\"1\""),
        "{}");
    String history = "/api/incidents/" + id + "/history";
    JsonNode whole = server.send(server.as("supervisor", history)).json().at("/deeds/0");
    assertThat(whole.path("account").asText()).isEqualTo("r-7");
    String name = whole.path("name").asText();
    assertThat(name).isNotEmpty().doesNotContain("*");
    JsonNode masked = server.send(server.as("handler", history)).json().at("/deeds/0");
    assertThat(masked.path("name").asText()).endsWith("*").isNotEqualTo(name);
    assertThat(server.get(history).json().at("/deeds/0/name").isNull()).as("to the wall").isTrue();
  }

  @Test
  void a_sender_erases_their_own_words_and_still_follows_what_becomes_of_it() {
    JsonNode taken = taken("r-4");
    String token = taken.path("token").asText();
    assertThat(erasure(token)).isEqualTo(204);
    JsonNode left = reports("operator", taken.path("id").asText()).json().at("/reports/0");
    assertThat(left.path("description").asText()).isEmpty();
    assertThat(left.path("reporterName").asText() + left.path("reporterPhone").asText()).isEmpty();
    Answer followed =
        server.send(server.to("/api/reports/own").header("Wangge-Report-Token", token));
    assertThat(followed.status()).isEqualTo(200);
    assertThat(erasure("x")).isEqualTo(404);
  }

  private static int erasure(String token) {
    return server
        .post(server.to("/api/reports/own/erasure").header("Wangge-Report-Token", token), "")
        .status();
  }

  @Test
  void an_administrator_erases_the_words_of_an_incident() {
    String id = taken("r-5").path("id").asText();
    String path = "/api/incidents/" + id + "/erasure";
    assertThat(server.post(server.as("operator", path), "").status()).isEqualTo(403);
    assertThat(server.post(server.as("admin", path).header("If-Match", "\"1\""), "").status())
        .isEqualTo(204);
    assertThat(reports("operator", id).body()).doesNotContain("欧阳", "路灯", "5555");
  }

  @Test
  void who_is_erased_is_erased_from_reports_too() {
    JsonNode taken = taken("r-6");
    server.post(
        server.as("admin", "/api/people"),
        "{\"code\":\"R-6\",\"name\":\"欧阳来\",\"privatePhone\":\"00055556666\"}");
    server.post(server.as("admin", "/api/people/R-6/erasure").header("If-Match", "\"1\""), "");
    JsonNode left = reports("operator", taken.path("id").asText()).json().at("/reports/0");
    assertThat(left.path("description").asText()).isEqualTo("路灯不亮，打***找我");
    assertThat(left.path("reporterName").asText() + left.path("reporterPhone").asText()).isEmpty();
  }
}
