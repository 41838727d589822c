package org.wangge.server.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

/** The board of alarms over HTTP, rung by what really happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmHttpTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"%s\",\"lon\":112.6137,\"lat\":28.9182}";

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

  private String report(String key, String category) {
    Answer taken = server.post(server.asOwner("/api/reports"), REPORT.formatted(key, category));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    return taken.json().path("id").asText();
  }

  private Answer get(String account, String path) {
    return server.send(server.as(account, "/api/alarms" + path));
  }

  private Answer post(String account, String path, String body) {
    return server.post(server.as(account, "/api/alarms" + path), body);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  private static <T> T until(Supplier<T> read, Predicate<T> fits) throws InterruptedException {
    T seen = read.get();
    for (int turn = 0; turn < 100 && !fits.test(seen); turn++) {
      Thread.sleep(50);
      seen = read.get();
    }
    assertThat(seen).matches(fits);
    return seen;
  }

  /** The newest alarm of an incident, once it has rung. */
  private JsonNode alarmOf(String incident) throws InterruptedException {
    return until(
            () -> get("operator", "/log?incident=" + incident).json().path("features"),
            all -> !all.isEmpty())
        .path(0)
        .path("properties");
  }

  private Optional<JsonNode> emergency(String incident) {
    JsonNode all = get("operator", "").json().path("emergencies");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.path("incident").asText().equals(incident))
        .findFirst();
  }

  @Test
  void an_urgent_report_is_an_emergency_until_somebody_takes_it_up() throws Exception {
    String incident = report("urgent", "manhole-cover");
    JsonNode alarm = alarmOf(incident);
    assertThat(alarm.path("priority").asText()).isEqualTo("emergency");
    assertThat(alarm.path("pushed").asBoolean()).isTrue();
    assertThat(alarm.path("gridName").asText()).isNotEmpty();
    String id = alarm.path("id").asText();
    Answer seen = post("operator", "/" + id + "/acknowledgement", "{}");
    assertThat(seen.json().at("/properties/acknowledgedBy").asText()).isEqualTo("operator");
    assertThat(emergency(incident)).map(one -> one.path("state").asText()).contains("acknowledged");
    HttpRequest.Builder accept =
        server.as("operator", "/api/incidents/" + incident + "/accept").header("If-Match", "\"1\"");
    assertThat(server.post(accept, "{}").status()).isEqualTo(200);
    Optional<JsonNode> gone = until(() -> emergency(incident), Optional::isEmpty);
    assertThat(gone).isEmpty();
    assertThat(alarmOf(incident).path("state").asText()).isEqualTo("cleared");
    refused(post("operator", "/" + id + "/acknowledgement", "{}"), 409, "alarm-over");
    refused(post("operator", "/999999/acknowledgement", "{}"), 404, "alarm-unknown");
    refused(post("operator", "/x/acknowledgement", "{}"), 404, "alarm-unknown");
  }

  @Test
  void a_source_that_chatters_is_acknowledged_as_far_as_it_was_seen() throws Exception {
    for (int i = 0; i < 4; i++) {
      JsonNode unused = alarmOf(report("chatter" + i, "noise"));
    }
    JsonNode row =
        StreamSupport.stream(get("operator", "").json().path("rows").spliterator(), false)
            .filter(one -> one.path("showing").asText().equals("source"))
            .findFirst()
            .orElseThrow();
    assertThat(row.path("count").asInt()).isEqualTo(4);
    String path = "/groups/" + row.path("key").asText() + "/acknowledgement";
    Answer done = post("operator", path, "{\"upTo\":\"%s\"}".formatted(row.path("upTo").asText()));
    assertThat(done.json().path("acknowledged").asInt()).as(done.body()).isEqualTo(4);
    refused(post("operator", path, "{\"upTo\":\"1\"}"), 404, "alarm-row-unknown");
    refused(post("operator", path, "{}"), 400, "member-missing");
    assertThat(get("operator", "/log?kind=reported&limit=4").json().path("features")).hasSize(4);
  }

  @Test
  void a_share_opens_a_list_that_is_as_long_though_more_has_rung_since() throws Exception {
    JsonNode first = alarmOf(report("counted", "fallen-tree"));
    JsonNode board = get("operator", "").json();
    JsonNode later = alarmOf(report("not counted", "fallen-tree"));
    assertThat(later.path("id").asInt()).isGreaterThan(first.path("id").asInt());
    JsonNode counted =
        get(
                "operator",
                "/log?limit=999&since=%s&before=%s"
                    .formatted(
                        board.path("sharesSince").asText(), board.path("sharesBefore").asText()))
            .json();
    assertThat(counted.path("features")).hasSize(board.at("/shares/0/of").asInt());
  }

  @Test
  void what_is_shelved_is_told_counted_and_ended() throws Exception {
    String wish = "{\"kind\":\"reported\",\"minutes\":%d,\"reason\":\"drill\",\"area\":\"990101\"}";
    Answer shelved = post("operator", "/shelves", wish.formatted(60));
    assertThat(shelved.status()).as(shelved.body()).isEqualTo(201);
    String id = shelved.json().path("id").asText();
    assertThat(alarmOf(report("shelved", "fallen-tree")).path("shelved").asBoolean()).isTrue();
    assertThat(get("operator", "").json().path("shelved").asInt()).isPositive();
    assertThat(get("supervisor", "").json().path("shelves").path(0).path("id").asText())
        .isEqualTo(id);
    HttpRequest.Builder end = server.as("operator", "/api/alarms/shelves/" + id).DELETE();
    assertThat(server.send(end).status()).isEqualTo(204);
    refused(server.send(end), 404, "alarm-shelf-unknown");
    assertThat(get("operator", "").json().path("shelved").asInt()).isZero();
    refused(post("operator", "/shelves", wish.formatted(999)), 422, "alarm-shelf-too-long");
    String all = "{\"minutes\":5,\"reason\":\"drill\"}";
    refused(post("operator", "/shelves", all), 422, "alarm-shelf-all");
    String urgent = "{\"kind\":\"urgent-reported\",\"minutes\":5,\"reason\":\"drill\"}";
    refused(post("operator", "/shelves", urgent), 422, "alarm-shelf-emergency");
    String nowhere = "{\"area\":\"a b\",\"minutes\":5,\"reason\":\"drill\"}";
    refused(post("operator", "/shelves", nowhere), 400, "alarm-area-malformed");
    clock.pass(Duration.ofSeconds(1));
  }

  @Test
  void who_supervises_reads_who_walks_does_not_and_who_keeps_limits_changes_rules() {
    assertThat(get("supervisor", "").json().path("actions")).isEmpty();
    refused(post("supervisor", "/1/acknowledgement", "{}"), 403, "role-missing");
    refused(get("worker", ""), 403, "role-missing");
    JsonNode rules = get("worker", "/rules").json().path("rules");
    assertThat(rules).hasSize(7);
    String path = "/api/alarms/rules/clock-warning";
    String rule = "{\"priority\":\"low\",\"longestShelfMinutes\":%d,\"reason\":\"corrected\"}";
    Answer changed =
        server.put(server.asOwner(path).header("If-Match", "\"1\""), rule.formatted(120));
    assertThat(changed.header("ETag")).as(changed.body()).isEqualTo("\"2\"");
    refused(
        server.put(server.asOwner(path).header("If-Match", "\"1\""), rule.formatted(120)),
        409,
        "version-conflict");
    refused(
        server.put(server.asOwner(path).header("If-Match", "\"2\""), rule.formatted(0)),
        422,
        "alarm-shelf-length");
    assertThat(server.getAsOwner(path).json().path("rules")).hasSize(2);
    refused(server.getAsOwner("/api/alarms/rules/x"), 404, "alarm-kind-unknown");
  }
}
