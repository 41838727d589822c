package org.wangge.server.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhistleHttpTest {
  private static final String REPORT =
      "{\"key\":\"%s\",\"category\":\"fallen-tree\",\"lon\":112.6137,\"lat\":28.9182}";
  private static final String REASON = "{\"reason\":\"on the wires, call 13900001111\"}";
  private static final String COMING = "{\"reply\":\"coming\"}";

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

  private String incident(String key) {
    return server.post(server.to("/api/reports"), REPORT.formatted(key)).json().path("id").asText();
  }

  private JsonNode blow(String key) {
    String path = "/api/incidents/" + incident(key) + "/whistles";
    Answer blown = server.post(server.as("operator", path), REASON);
    assertThat(blown.status()).as(blown.body()).isEqualTo(201);
    assertThat(blown.header("Location")).isEqualTo("/api/whistles/" + id(blown.json()));
    return blown.json();
  }

  private static String id(JsonNode feature) {
    return feature.path("id").asText();
  }

  private JsonNode look(String account, String id) {
    String path = "/api/whistles/" + id;
    return server.send(account.isEmpty() ? server.to(path) : server.as(account, path)).json();
  }

  private Answer post(String account, String path, String body) {
    return server.post(server.as(account, "/api/whistles/" + path), body);
  }

  private Answer post(String account, String path, int version, String body) {
    return server.post(
        server.as(account, "/api/whistles/" + path).header("If-Match", "\"" + version + "\""),
        body);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  /** Lets the clock go on and waits until a whistle's last call is of a level. */
  private JsonNode climbed(String id, Duration later, String level) throws InterruptedException {
    clock.pass(later);
    JsonNode seen = look("operator", id);
    for (int turn = 0; turn < 80 && !isAt(seen, level); turn++) {
      Thread.sleep(100);
      seen = look("operator", id);
    }
    assertThat(seen.at("/properties/level").asText()).isEqualTo(level);
    return seen;
  }

  private static boolean isAt(JsonNode seen, String level) {
    return seen.at("/properties/level").asText().equals(level);
  }

  @Test
  void a_silent_whistle_climbs_to_the_street_and_ends_when_help_came() throws Exception {
    JsonNode blown = blow("story");
    String id = id(blown);
    assertThat(blown.at("/geometry/type").asText()).isEqualTo("Point");
    assertThat(blown.at("/properties/level").asText()).isEqualTo("estate");
    assertThat(blown.at("/properties/responders").size()).isGreaterThan(1);
    assertThat(blown.at("/properties/responders/0/names/zh").asText()).isNotEmpty();
    assertThat(look("handler", id).at("/properties/reason").asText())
        .as("masked")
        .isEqualTo("on the wires, call 139****1111");
    assertThat(look("", id).at("/properties/reason").asText()).as("a wall reads none").isEmpty();
    int first = blown.at("/properties/responders").size();
    JsonNode community = climbed(id, Duration.ofMinutes(5).plusSeconds(1), "community");
    assertThat(community.at("/properties/calls/1/cause").asText()).isEqualTo("silent");
    int second = community.at("/properties/responders").size();
    assertThat(second).as("nobody is let go").isGreaterThan(first);
    JsonNode street = climbed(id, Duration.ofMinutes(10).plusSeconds(1), "street");
    assertThat(street.at("/properties/responders").size()).isGreaterThan(second);
    assertThat(server.send(server.as("handler", "/api/whistles?own=true")).body())
        .as("a department is called")
        .contains("\"id\":\"" + id + "\"");
    JsonNode coming = post("handler", id + "/answer", COMING).json();
    assertThat(coming.at("/properties/answered").asBoolean()).isTrue();
    JsonNode there = post("handler", id + "/arrival", "{}").json();
    assertThat(there.at("/properties/reached").asBoolean()).isTrue();
    int version = there.at("/properties/version").asInt();
    JsonNode ended = post("operator", id + "/end", version, "{\"outcome\":\"helped\"}").json();
    assertThat(ended.at("/properties/outcome").asText()).isEqualTo("helped");
    assertThat(ended.at("/properties/actions")).isEmpty();
  }

  @Test
  void a_place_in_the_grid_proves_an_arrival_and_another_only_says_so() {
    String id = id(blow("proof"));
    JsonNode responders = look("operator", id).at("/properties/responders");
    String first = responders.at("/0/to").toString();
    String second = responders.at("/1/to").toString();
    String here = "{\"to\":%s,\"lon\":112.6137,\"lat\":28.9182}".formatted(first);
    String elsewhere = "{\"to\":%s,\"lon\":112.5,\"lat\":28.9}".formatted(second);
    JsonNode proved = post("operator", id + "/arrival", here).json();
    assertThat(proved.at("/properties/responders/0/proof").asText()).isEqualTo("position");
    JsonNode said = post("operator", id + "/arrival", elsewhere).json();
    assertThat(said.at("/properties/responders/1/proof").asText()).isEqualTo("confirmation");
  }

  @Test
  void who_is_seen_in_the_grid_is_noted_by_the_program_itself() throws InterruptedException {
    String id = id(blow("seen"));
    JsonNode responders = look("operator", id).at("/properties/responders");
    int last = responders.size() - 1;
    String staff = responders.get(last).at("/to/code").asText();
    // Whoever was seen elsewhere a moment ago has not leapt here.
    clock.pass(Duration.ofMinutes(4));
    String fix =
        "{\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":112.6137,\"lat\":28.9182}]}"
            .formatted(staff, clock.instant());
    Answer sent = server.post(server.asOwner("/api/positions"), fix);
    assertThat(sent.json().path("accepted").asInt()).as(sent.body()).isEqualTo(1);
    JsonNode seen = look("operator", id).at("/properties/responders/" + last);
    for (int turn = 0; turn < 80 && seen.path("proof").isNull(); turn++) {
      Thread.sleep(100);
      seen = look("operator", id).at("/properties/responders/" + last);
    }
    assertThat(seen.path("proof").asText()).isEqualTo("position");
  }

  @Test
  void it_ends_with_its_incident() {
    String incident = incident("closed");
    String id =
        id(
            server
                .post(server.as("operator", "/api/incidents/" + incident + "/whistles"), REASON)
                .json());
    Answer rejected =
        server.post(
            server
                .as("operator", "/api/incidents/" + incident + "/cancel")
                .header("If-Match", "\"1\""),
            "{\"reason\":\"none there\"}");
    if (rejected.status() != 200) {
      rejected =
          server.post(
              server
                  .as("operator", "/api/incidents/" + incident + "/reject")
                  .header("If-Match", "\"1\""),
              "{\"reason\":\"none there\"}");
    }
    assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
    assertThat(look("operator", id).at("/properties/outcome").asText()).isEqualTo("incident-ended");
  }

  @Test
  void what_is_not_right_is_refused() {
    String incident = incident("refusals");
    String path = "/api/incidents/" + incident + "/whistles";
    refused(server.post(server.as("operator", path), "{}"), 422, "whistle-reason-missing");
    refused(server.post(server.as("handler", path), REASON), 403, "role-missing");
    JsonNode blown = server.post(server.as("operator", path), REASON).json();
    String id = id(blown);
    refused(server.post(server.as("operator", path), REASON), 409, "whistle-blown");
    refused(post("handler", id + "/answer", COMING), 409, "whistle-not-called");
    refused(post("operator", id + "/answer", "{\"reply\":\"maybe\"}"), 400, "word-unknown");
    refused(post("operator", id + "/raise", 7, "{}"), 409, "version-conflict");
    refused(post("operator", id + "/end", 1, "{\"outcome\":\"late\"}"), 400, "word-unknown");
    refused(post("operator", "99999/answer", COMING), 404, "whistle-unknown");
    refused(post("operator", "x/answer", COMING), 404, "whistle-unknown");
  }

  @Test
  void how_levels_are_called_is_changed_by_who_keeps_the_limits() {
    JsonNode levels =
        server.send(server.as("operator", "/api/whistles/levels")).json().path("levels");
    assertThat(levels).hasSize(3);
    assertThat(levels.at("/0/answer/words").asText()).isEqualTo("5 urgent minutes");
    JsonNode community = levels.get(1);
    String changed =
        "{\"answer\":\"%s\",\"arrival\":\"20 urgent minutes\",\"duties\":%s,\"reason\":\"corrected\"}"
            .formatted(community.at("/answer/words").asText(), community.path("duties"));
    int version = community.path("version").asInt();
    refused(level("operator", "community", version, changed), 403, "role-missing");
    refused(level("admin", "village", version, changed), 404, "whistle-level-unknown");
    refused(level("admin", "community", 99, changed), 409, "version-conflict");
    String nobody = changed.replace(community.path("duties").toString(), "[]");
    refused(level("admin", "community", version, nobody), 422, "whistle-nobody");
    Answer done = level("admin", "community", version, changed);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.json().path("version").asInt()).isEqualTo(version + 1);
  }

  private Answer level(String account, String level, int version, String body) {
    return server.send(
        server
            .as(account, "/api/whistles/levels/" + level)
            .header("If-Match", "\"" + version + "\"")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }
}
