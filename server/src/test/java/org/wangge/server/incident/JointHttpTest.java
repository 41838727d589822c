package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointHttpTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"fallen-tree\",\"lon\":112.6137,\"lat\":28.9182}";
  private static final String WORKS = "{\"kind\":\"department\",\"code\":\"municipal-works\"}";
  private static final String CLEANERS = "{\"kind\":\"department\",\"code\":\"sanitation\"}";
  private static final String REASON = "{\"reason\":\"blocks the road, call 13900001111\"}";

  private final SetClock clock = new SetClock();
  private RunningServer server;
  private String worker = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    clock.setToNow();
    server = RunningServer.withTown(folder, clock);
    String code = server.getAsOwner("/api/accounts/worker").json().path("staffCode").asText();
    worker = "{\"kind\":\"person\",\"code\":\"%s\"}".formatted(code);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void several_convene_decide_are_rung_once_when_late_and_report_back_when_all_is_done()
      throws InterruptedException {
    String id = dispatched("story", WORKS, worker);
    assertThat(joint("operator", id).path("actions").toString()).isEqualTo("[\"convene\"]");
    assertThat(joint("handler", id).path("actions")).isEmpty();
    Answer convened = post("operator", id, "joint", 4, REASON);
    assertThat(convened.status()).as(convened.body()).isEqualTo(201);
    assertThat(convened.header("ETag")).isEqualTo("\"1\"");
    JsonNode first = convened.json().path("joint");
    assertThat(first.at("/participants/0/names/zh").asText()).isEqualTo("市政所");
    assertThat(first.at("/participants/0/leads").asBoolean()).isTrue();
    assertThat(first.at("/participants/1/names/zh").asText()).isNotEmpty();
    assertThat(get("", "/api/incidents/" + id + "/joint").body())
        .as("a wall reads no words")
        .doesNotContain("road");
    assertThat(joint("handler", id).at("/joint/convened/text").asText())
        .isEqualTo("blocks the road, call 139****1111");

    assertThat(isJoint(id)).as("lists tell it").isTrue();
    refused(post("handler", id, "report-back", 4, "{}"), 409, "joint-undecided");
    done(post("worker", id, "joint/minutes", 1, "{\"text\":\"the trunk is on the wires\"}"));
    String decision = decision(WORKS, duty(worker, "closes the lane", Duration.ofMinutes(40)));
    refused(post("worker", id, "joint/decision", 2, decision), 403, "joint-not-yours");
    JsonNode decided = done(post("handler", id, "joint/decision", 2, decision)).path("joint");
    assertThat(decided.path("minutes")).hasSize(3);
    assertThat(decided.at("/decision/text").asText()).isEqualTo("saw and clear");
    assertThat(decided.at("/duties/0/actions/0").asText()).isEqualTo("done");
    assertThat(decided.at("/duties/1/actions")).as("the worker's").isEmpty();

    clock.pass(Duration.ofMinutes(41));
    assertThat(joint("worker", id).at("/joint/duties/1/overdue").asBoolean()).isTrue();
    assertThat(rings(id)).containsExactlyInAnyOrder("1 warn-75", "2 warn-75", "2 due");

    refused(post("worker", id, "joint/duties/1/done", 3, "{}"), 403, "joint-not-yours");
    Answer open = post("handler", id, "report-back", 4, "{}");
    refused(open, 409, "joint-open");
    assertThat(open.json().path("detail").asText()).contains("municipal-works").contains("D0");
    done(post("worker", id, "joint/duties/2/done", 3, "{\"note\":\"cones are out\"}"));
    refused(post("worker", id, "joint/duties/2/done", 4, "{}"), 409, "joint-done");
    JsonNode all = done(post("operator", id, "joint/duties/1/done", 4, "{}")).path("joint");
    assertThat(all.at("/duties/1/doneAt").asText()).isNotEmpty();
    assertThat(done(post("handler", id, "report-back", 4, "{}")).at("/properties/state").asText())
        .isEqualTo("verify");
    assertThat(isJoint(id)).isFalse();
    JsonNode over = joint("operator", id);
    assertThat(over.path("joint").isNull()).isTrue();
    assertThat(over.at("/past/0/endedBy").asText()).isEqualTo("report-back");
    assertThat(over.at("/past/0/minutes")).hasSize(5);
  }

  @Test
  void what_is_not_right_is_refused_in_both_languages() {
    String alone = dispatched("alone", WORKS);
    refused(post("operator", alone, "joint", 4, REASON), 409, "joint-alone");
    refused(post("operator", alone, "joint/minutes", 1, "{\"text\":\"x\"}"), 409, "joint-none");
    String id = dispatched("refusals", WORKS, CLEANERS);
    refused(post("handler", id, "joint", 4, REASON), 403, "role-missing");
    refused(post("operator", id, "joint", 3, REASON), 409, "version-conflict");
    refused(post("operator", id, "joint", 4, "{\"reason\":\" \"}"), 422, "joint-text-missing");
    assertThat(post("operator", id, "joint", 4, REASON).status()).isEqualTo(201);
    refused(post("operator", id, "joint", 4, REASON), 409, "joint-convened");
    refused(post("operator", id, "joint/minutes", 9, "{\"text\":\"x\"}"), 409, "version-conflict");
    refused(post("worker", id, "joint/minutes", 1, "{\"text\":\"x\"}"), 403, "joint-not-yours");
    refused(post("operator", id, "joint/minutes", 1, "{}"), 422, "joint-text-missing");
    refused(post("operator", id, "joint/duties/1/done", 1, "{}"), 404, "joint-duty-unknown");
    Answer missing = decide(id, 1, decision(WORKS));
    refused(missing, 422, "joint-duties");
    assertThat(missing.json().path("detail").asText()).contains("sanitation");
    refused(
        decide(id, 1, decision(WORKS, duty(WORKS, "x", Duration.ofHours(1)))), 422, "joint-duties");
    String late = decision(WORKS, duty(CLEANERS, "x", Duration.ofMinutes(-1)));
    refused(decide(id, 1, late), 422, "joint-due");
    String wordless = decision(WORKS, duty(CLEANERS, " ", Duration.ofHours(1)));
    refused(decide(id, 1, wordless), 422, "joint-text-missing");
    done(decide(id, 1, decision(WORKS, duty(CLEANERS, "sweeps", Duration.ofHours(1)))));
    refused(
        decide(id, 2, decision(WORKS, duty(CLEANERS, "x", Duration.ofHours(1)))),
        409,
        "joint-decided");
    HttpRequest.Builder inChinese =
        server
            .as("handler", "/api/incidents/" + id + "/report-back")
            .header("If-Match", "\"4\"")
            .header("Accept-Language", "zh");
    assertThat(server.post(inChinese, "{}").json().path("title").asText()).isEqualTo("还有任务未完成");
  }

  @Test
  void whoever_declines_is_out_and_what_they_had_to_do_is_the_leaders() {
    String id = dispatched("declined", WORKS, CLEANERS, worker);
    done(post("operator", id, "joint", 4, REASON));
    String decision =
        decision(
            WORKS,
            duty(CLEANERS, "sweeps", Duration.ofHours(1)),
            duty(worker, "watches", Duration.ofHours(2)));
    done(decide(id, 1, decision));
    String declined = "{\"reason\":\"no car\",\"to\":[%s]}";
    done(post("operator", id, "decline", 4, declined.formatted(CLEANERS)));
    JsonNode joint = joint("operator", id).path("joint");
    assertThat(joint.at("/participants/1/outAt").isNull()).isFalse();
    assertThat(joint.at("/duties/1/to/code").asText()).isEqualTo("municipal-works");
    assertThat(joint.at("/duties/1/from/code").asText()).isEqualTo("sanitation");
    assertThat(joint.path("version").asInt()).isEqualTo(3);
    done(post("operator", id, "decline", 5, declined.formatted(WORKS)));
    joint = joint("operator", id).path("joint");
    assertThat(joint.at("/participants/2/leads").asBoolean()).as("the next leads").isTrue();
    assertThat(joint.at("/duties/1/to/code").asText())
        .isEqualTo(joint.at("/duties/2/to/code").asText());
    done(post("worker", id, "decline", 6, "{\"reason\":\"alone\"}"));
    assertThat(joint("operator", id).at("/past/0/endedBy").asText()).isEqualTo("send-back");
    done(post("operator", id, "dispatch", 7, "{\"to\":[%s,%s]}".formatted(WORKS, CLEANERS)));
    Answer again = post("operator", id, "joint", 8, REASON);
    assertThat(again.header("ETag")).as("goes on counting").isEqualTo("\"6\"");
    done(post("operator", id, "decline", 8, declined.formatted(CLEANERS)));
    assertThat(joint("operator", id).at("/past/0/endedBy").asText())
        .as("one alone has nothing to decide with others")
        .isEqualTo("decline");
  }

  @Test
  void taking_and_declining_are_named_to_whoever_has_a_task_and_for_each_task_to_who_leads() {
    String id = dispatched("tasks", worker, CLEANERS);
    assertThat(actions("worker", id)).contains("take", "decline");
    assertThat(actions("operator", id)).doesNotContain("take", "decline").contains("cancel");
    String other = dispatched("tasks of others", worker);
    assertThat(actions("handler", other)).doesNotContain("take", "decline");
    JsonNode tasks = get("operator", "/api/incidents/" + id + "/tasks").json().path("tasks");
    assertThat(tasks.at("/1/names/en").asText()).isEqualTo("Sanitation");
    assertThat(tasks.at("/1/actions").toString()).isEqualTo("[\"take\",\"decline\"]");
    assertThat(tasks.at("/1/own").asBoolean()).isFalse();
    done(post("worker", id, "take", 4, "{}"));
    assertThat(actions("worker", id)).contains("decline").doesNotContain("take");
    JsonNode own = get("worker", "/api/incidents/" + id + "/tasks").json().path("tasks");
    assertThat(own.at("/0/own").asBoolean()).isTrue();
    assertThat(own.at("/1/actions")).isEmpty();
  }

  /** An incident of its own that these have in hand; its version is 4. */
  private String dispatched(String key, String... to) {
    String id =
        server.post(server.to("/api/reports"), REPORT.formatted(key)).json().path("id").asText();
    done(post("operator", id, "accept", 1, "{}"));
    done(post("operator", id, "file", 2, "{}"));
    done(post("operator", id, "dispatch", 3, "{\"to\":[%s]}".formatted(String.join(",", to))));
    return id;
  }

  private String decision(String leader, String... others) {
    List<String> duties = new ArrayList<>(List.of(duty(leader, "saws", Duration.ofMinutes(50))));
    duties.addAll(List.of(others));
    return "{\"text\":\"saw and clear\",\"duties\":[%s]}".formatted(String.join(",", duties));
  }

  private String duty(String to, String what, Duration within) {
    Instant due = clock.instant().plus(within);
    return "{\"to\":%s,\"what\":\"%s\",\"due\":\"%s\"}".formatted(to, what, due);
  }

  private Answer decide(String id, int version, String decision) {
    return post("operator", id, "joint/decision", version, decision);
  }

  private JsonNode joint(String account, String id) {
    return get(account, "/api/incidents/" + id + "/joint").json();
  }

  private boolean isJoint(String id) {
    for (JsonNode one :
        get("operator", "/api/incidents?open=true&limit=5000").json().path("features")) {
      if (one.path("id").asText().equals(id)) {
        return one.at("/properties/joint").asBoolean();
      }
    }
    throw new AssertionError(id + " is not listed");
  }

  private List<String> actions(String account, String id) {
    List<String> actions = new ArrayList<>();
    get(account, "/api/incidents/" + id)
        .json()
        .at("/properties/actions")
        .forEach(one -> actions.add(one.asText()));
    return actions;
  }

  /** What rang for the duties of an incident, as soon as three have. */
  private List<String> rings(String id) throws InterruptedException {
    List<String> rang = List.of();
    for (int turn = 0; turn < 60 && rang.size() < 3; turn++) {
      Thread.sleep(100);
      rang = new ArrayList<>();
      JsonNode told = get("supervisor", "/api/audit?limit=500&action=incident-joint-rang").json();
      for (JsonNode one : told.path("records")) {
        if (one.path("subject").asText().equals(id)) {
          rang.add(one.at("/facts/duty").asText() + " " + one.at("/facts/mark").asText());
        }
      }
    }
    return rang;
  }

  private Answer get(String account, String path) {
    return server.send(account.isEmpty() ? server.to(path) : server.as(account, path));
  }

  private Answer post(String account, String id, String what, int version, String body) {
    return server.post(
        server
            .as(account, "/api/incidents/" + id + "/" + what)
            .header("If-Match", "\"" + version + "\""),
        body);
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.json().path("code").asText()).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }
}
