package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

class SizeRuleHttpTest {
  private static final String COMMUNITY = "990101001001";

  @TempDir Path folder;

  @Test
  void what_is_said_of_an_area_judges_its_grids_at_once_until_it_is_taken_away() {
    try (RunningServer server = RunningServer.withTown(folder)) {
      assertThat(verdict(server, COMMUNITY + "001")).isEqualTo("within");
      String elsewhere = verdict(server, "990101001002001");

      Answer added = add(server, COMMUNITY, 1, 2);
      assertThat(added.status()).as(added.body()).isEqualTo(201);
      assertThat(verdict(server, COMMUNITY + "001")).isEqualTo("above");
      assertThat(verdict(server, "990101001002001")).isEqualTo(elsewhere);
      assertThat(add(server, COMMUNITY, 3, 4).json().path("code").asText()).isEqualTo("rule-taken");

      String path = added.header("Location");
      Answer off = server.patch(at(server, path, 1), "{\"inForce\":false}");
      assertThat(off.json().path("version").asInt()).as(off.body()).isEqualTo(2);
      assertThat(verdict(server, COMMUNITY + "001")).isEqualTo("none");

      assertThat(server.send(at(server, path, 1).DELETE()).status()).isEqualTo(409);
      assertThat(server.send(at(server, path, 2).DELETE()).status()).isEqualTo(204);
      assertThat(verdict(server, COMMUNITY + "001")).isEqualTo("within");
    }
  }

  @Test
  void what_is_no_rule_is_refused_and_says_why() {
    try (RunningServer server = RunningServer.withTown(folder)) {
      assertThat(code(add(server, COMMUNITY, 9, 2))).isEqualTo("rule-band");
      assertThat(code(add(server, "123456", 1, 2))).isEqualTo("rule-area-unknown");
      assertThat(
              code(
                  post(
                      server,
                      "{\"level\":\"street\",\"kind\":\"base\",\"measure\":\"households\",\"min\":1,\"max\":2}")))
          .isEqualTo("rule-word-unknown");
      long everything =
          server.get("/api/size-rules").json().path("rules").get(0).path("id").asLong();
      Answer kept = server.send(at(server, "/api/size-rules/" + everything, 1).DELETE());
      assertThat(code(kept)).isEqualTo("rule-of-everything");
      assertThat(
              code(server.patch(at(server, "/api/size-rules/" + everything, 1), "{\"inForce\":1}")))
          .isEqualTo("flag-wanted");
      assertThat(code(server.patch(at(server, "/api/size-rules/x", 1), "{}")))
          .isEqualTo("size-rule-unknown");
      assertThat(server.post(server.as("planner", "/api/size-rules"), "{}").status())
          .isEqualTo(403);
    }
  }

  private static String code(Answer answer) {
    return answer.json().path("code").asText();
  }

  private static Answer add(RunningServer server, String area, int min, int max) {
    return post(
        server,
        """
        {"area":"%s","level":"grid","kind":"base","measure":"households","min":%d,"max":%d}
        """
            .formatted(area, min, max));
  }

  private static Answer post(RunningServer server, String body) {
    return server.post(server.as("admin", "/api/size-rules"), body);
  }

  private static HttpRequest.Builder at(RunningServer server, String path, int version) {
    return server.as("admin", path).header("If-Match", "\"" + version + "\"");
  }

  private static String verdict(RunningServer server, String code) {
    return server.get("/api/grids/" + code).json().at("/properties/sizeRule/verdict").asText();
  }
}
