package org.wangge.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationHttpTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9182}";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final SetClock clock = new SetClock();
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    clock.setToNow();
    server = RunningServer.withTown(folder, clock);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private record Reported(String id, String token) {}

  private Reported report(String key) {
    JsonNode report = server.post(server.to("/api/reports"), REPORT.formatted(key)).json();
    return new Reported(report.path("id").asText(), report.path("token").asText());
  }

  private Answer act(String account, String id, String action, int version, String body) {
    return server.post(
        server
            .as(account, "/api/incidents/" + id + "/" + action)
            .header("If-Match", "\"" + version + "\""),
        body);
  }

  private void close(String id) {
    act("operator", id, "accept", 1, "{}");
    act("operator", id, "file", 2, "{}");
    act("operator", id, "dispatch", 3, "{}");
    act("operator", id, "report-back", 4, "{}");
    Answer closed = act("operator", id, "close", 5, "{}");
    assertThat(closed.json().at("/properties/standing").asText()).isEqualTo("closed");
  }

  private HttpRequest.Builder own(String token) {
    return server.to("/api/reports/own/evaluation").header("Wangge-Report-Token", token);
  }

  private Answer rate(String token, String score, String words) {
    return server.put(own(token), "{\"score\":\"%s\",\"words\":\"%s\"}".formatted(score, words));
  }

  private JsonNode get(String account, String path) {
    Answer answer = server.send(server.as(account, path));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode satisfaction() {
    LocalDate day = clock.instant().atZone(ZONE).toLocalDate();
    return get("supervisor", "/api/kpi?period=day&day=" + day).at("/total/figures/satisfaction");
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  @Test
  void a_reporter_is_asked_after_closing_and_the_figure_opens_as_many_as_it_counts() {
    Reported good = report("good");
    Reported bad = report("bad");
    assertThat(server.send(own(good.token())).json().path("question").isNull()).isTrue();
    refused(rate(good.token(), "satisfied", ""), 409, "evaluation-not-asked");
    close(good.id());
    close(bad.id());
    JsonNode asked = server.send(own(good.token())).json().path("question");
    assertThat(asked.path("state").asText()).isEqualTo("asked");
    clock.pass(Duration.ofSeconds(1));
    int before = satisfaction().path("numerator").asInt();
    int rated = satisfaction().path("denominator").asInt();
    assertThat(rate(good.token(), "fairly-satisfied", "").status()).isEqualTo(200);
    assertThat(rate(bad.token(), "unsatisfied", "call 13900001111").status()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    JsonNode after = satisfaction();
    assertThat(after.path("numerator").asInt()).isEqualTo(before + 1);
    assertThat(after.path("denominator").asInt()).isEqualTo(rated + 2);
    JsonNode list = get("supervisor", after.path("list").asText());
    assertThat(list.path("total").asInt()).isEqualTo(before + 1);
    assertThat(list.toString()).contains(good.id()).doesNotContain(bad.id());
    LocalDate past = clock.instant().atZone(ZONE).toLocalDate().minusDays(40);
    String old = get("supervisor", "/api/kpi?period=day&day=" + past).toString();
    rate(good.token(), "satisfied", "thank you");
    assertThat(get("supervisor", "/api/kpi?period=day&day=" + past)).hasToString(old);
  }

  @Test
  void who_is_not_satisfied_is_on_the_supervisors_list_who_may_open_it_again() {
    Reported one = report("sad");
    close(one.id());
    rate(one.token(), "unsatisfied", "call 13900002222");
    JsonNode card = get("operator", "/api/incidents/" + one.id() + "/evaluation");
    assertThat(card.at("/questions/0/state").asText()).isEqualTo("answered");
    assertThat(card.at("/ratings/0/words").asText()).isEqualTo("call 13900002222");
    JsonNode pending = get("supervisor", "/api/evaluations/ratings?pending=true");
    assertThat(pending.at("/ratings/0/incident/id").asText()).isEqualTo(one.id());
    assertThat(pending.at("/ratings/0/words").asText()).as("masked").isEqualTo("call 139****2222");
    String review = "/api/evaluations/ratings/" + pending.at("/ratings/0/id").asText() + "/review";
    assertThat(server.post(server.as("operator", review), "{}").status()).isEqualTo(403);
    assertThat(
            server.post(server.as("supervisor", review), "{}").json().path("reviewedBy").asText())
        .isEqualTo("supervisor");
    assertThat(get("supervisor", "/api/evaluations/ratings?pending=true").toString())
        .doesNotContain(one.id());
    Answer again = act("supervisor", one.id(), "reopen", 6, "{\"reason\":\"still dark\"}");
    assertThat(again.json().at("/properties/standing").asText()).isEqualTo("filed");
    refused(rate(one.token(), "satisfied", ""), 409, "evaluation-lapsed");
    server.post(
        server.to("/api/reports/own/erasure").header("Wangge-Report-Token", one.token()), "");
    assertThat(get("operator", "/api/incidents/" + one.id() + "/evaluation").toString())
        .doesNotContain("2222");
  }

  private Answer publish(String account, String id, int version, String promise) {
    return server.put(
        server
            .as(account, "/api/incidents/" + id + "/publication")
            .header("If-Match", "\"" + version + "\""),
        "{\"promise\":\"%s\"}".formatted(promise));
  }

  @Test
  void what_an_operator_chooses_stands_in_the_public_ledger_until_it_is_withdrawn() {
    Reported one = report("public");
    close(one.id());
    rate(one.token(), "satisfied", "quillthanks");
    String grid = get("operator", "/api/incidents/" + one.id()).at("/properties/grid").asText();
    String ledger = "/api/grids/" + grid + "/ledger";
    // The town has its own.
    int before = server.get(ledger).json().path("entries").size();
    refused(publish("operator", one.id(), 0, "call 13900001111"), 422, "ledger-personal");
    refused(publish("operator", one.id(), 0, " "), 422, "ledger-promise");
    assertThat(publish("supervisor", one.id(), 0, "x").status()).isEqualTo(403);
    JsonNode published = publish("operator", one.id(), 0, "２日内修好").json();
    assertThat(published.path("public").asBoolean()).isTrue();
    refused(publish("operator", one.id(), 0, "x"), 409, "version-conflict");
    Answer anyone = server.get(ledger);
    assertThat(anyone.json().at("/entries/0")).isEqualTo(published.path("entry"));
    assertThat(anyone.json().at("/entries/0/satisfied").asBoolean()).isTrue();
    assertThat(anyone.json().at("/entries/0/steps")).hasSize(5);
    assertThat(anyone.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(anyone.body()).doesNotContain(one.id(), "quillthanks", "112.61", "operator");
    assertThat(server.get("/api/grids/" + grid + "/qr.svg").body()).startsWith("<svg");
    String path = "/api/incidents/" + one.id() + "/publication";
    server.send(server.as("operator", path).header("If-Match", "\"1\"").DELETE());
    assertThat(server.get(ledger).json().path("entries")).hasSize(before);
    assertThat(get("operator", path).path("version").asInt()).isEqualTo(2);
    assertThat(publish("operator", one.id(), 2, "again").json().path("public").asBoolean())
        .isTrue();
  }

  @Test
  void the_time_to_answer_is_data() {
    String path = "/api/evaluations/terms";
    int version = get("admin", path).path("version").asInt();
    HttpRequest.Builder put = server.as("admin", path).header("If-Match", "\"" + version + "\"");
    assertThat(server.put(put, "{\"days\":15}").json().path("days").asInt()).isEqualTo(15);
    refused(server.put(put, "{\"days\":15}"), 409, "version-conflict");
    Reported one = report("late");
    close(one.id());
    clock.pass(Duration.ofDays(15));
    refused(rate(one.token(), "satisfied", ""), 409, "evaluation-lapsed");
  }
}
