package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Walls on a server without visitors: who is not let in sees nothing. */
class DeviceHttpTest {
  private static final String PAIRINGS = "/api/devices/pairings";

  @TempDir Path folder;

  @Test
  void a_wall_is_let_in_by_its_code_reads_only_and_survives_a_restart_until_it_is_revoked() {
    String cookie;
    try (RunningServer server = RunningServer.empty(folder)) {
      Answer begun = server.post(server.to(PAIRINGS), "{}");
      assertThat(begun.status()).as(begun.body()).isEqualTo(201);
      assertThat(begun.header("Set-Cookie"))
          .contains("wangge-wall=wgd_", "HttpOnly", "SameSite=Strict", "Max-Age=");
      assertThat(begun.body()).doesNotContain("wgd_");
      cookie = begun.header("Set-Cookie").split(";", 2)[0];
      assertThat(state(server, cookie)).isEqualTo("waiting");
      assertThat(server.send(with(server, cookie, "/api/incidents")).status()).isEqualTo(401);
      Answer wall = approve(server, begun.json().path("code").asText(), "990101");
      assertThat(wall.status()).as(wall.body()).isEqualTo(201);
      assertThat(state(server, cookie)).isEqualTo("paired");
      JsonNode who = server.send(with(server, cookie, "/api/session")).json();
      assertThat(who.path("account").asText()).startsWith("wall-");
      assertThat(who.path("roles").toString()).isEqualTo("[\"wall\"]");
      assertThat(who.path("scope").path("areas").toString()).isEqualTo("[\"990101\"]");
    }
    try (RunningServer server = RunningServer.empty(folder)) {
      assertThat(server.send(with(server, cookie, "/api/incidents")).status()).isEqualTo(200);
      assertThat(server.post(with(server, cookie, "/api/grids"), "{}").status()).isEqualTo(403);
      assertThat(server.send(with(server, cookie, "/api/tokens")).status()).isEqualTo(403);
      String id =
          server.getAsOwner("/api/devices").json().path("devices").path(0).path("id").asText();
      assertThat(server.send(server.asOwner("/api/devices/" + id).DELETE()).status())
          .isEqualTo(204);
      assertThat(server.send(with(server, cookie, "/api/incidents")).status()).isEqualTo(401);
      assertThat(state(server, cookie)).isEqualTo("over");
    }
  }

  @Test
  void nobody_makes_a_wall_forget_who_it_is_or_fills_the_waiting_room() {
    try (RunningServer server = RunningServer.empty(folder)) {
      Answer form =
          server.send(
              server
                  .to(PAIRINGS)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("a=b")));
      assertThat(form.status()).isEqualTo(415);
      assertThat(form.header("Set-Cookie")).isEmpty();
      int last = 201;
      for (int i = 0; i < 11; i++) {
        last = server.post(server.to(PAIRINGS), "{}").status();
      }
      assertThat(last).isEqualTo(429);
      assertThat(approve(server, "ABCD-EFGH", "990101").json().path("code").asText())
          .isEqualTo("pairing-unknown");
      assertThat(
              server
                  .post(server.to(PAIRINGS + "/approvals"), "{\"code\":\"a\",\"name\":\"b\"}")
                  .status())
          .isEqualTo(401);
    }
  }

  private static Answer approve(RunningServer server, String code, String area) {
    return server.post(
        server.asOwner(PAIRINGS + "/approvals"),
        "{\"code\":\"%s\",\"name\":\"Hall\",\"areas\":[\"%s\"]}".formatted(code, area));
  }

  private static String state(RunningServer server, String cookie) {
    return server.send(with(server, cookie, PAIRINGS)).json().path("state").asText();
  }

  private static HttpRequest.Builder with(RunningServer server, String cookie, String path) {
    return server.to(path).header("Cookie", cookie);
  }
}
