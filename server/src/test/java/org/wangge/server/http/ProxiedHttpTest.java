package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/** A server that believes a proxy on this machine; the test is that proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxiedHttpTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.behindProxy(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void behind_a_proxy_there_are_no_demonstration_accounts_and_no_open_wall() {
    assertThat(
            server
                .send(server.from("203.0.113.1", "/api/site"))
                .json()
                .path("demoAccounts")
                .asBoolean())
        .isFalse();
    assertThat(server.send(server.from("203.0.113.1", "/api/incidents")).status()).isEqualTo(401);
    RunningServer.Answer refused =
        server.post(
            server.from("203.0.113.1", "/api/session"),
            "{\"user\":\"admin\",\"password\":\"demo\"}");
    assertThat(refused.status()).isEqualTo(401);
  }

  @Test
  void what_does_not_come_over_https_is_turned_away_but_for_health() {
    assertThat(server.get("/api/site").json().path("code").asText()).isEqualTo("https-needed");
    RunningServer.Answer plain =
        server.send(
            server
                .to("/")
                .header("X-Forwarded-For", "203.0.113.1")
                .header("X-Forwarded-Proto", "http"));
    assertThat(plain.status()).isEqualTo(403);
    assertThat(server.get("/healthz").status()).isEqualTo(200);
    assertThat(server.send(server.from("203.0.113.1", "/")).header("Strict-Transport-Security"))
        .startsWith("max-age=31536000");
  }

  @Test
  void the_owners_token_opens_nothing_from_outside() {
    for (String claimed : new String[] {"203.0.113.1", "127.0.0.1"}) {
      RunningServer.Answer answer =
          server.send(
              server
                  .from(claimed, "/api/session")
                  .header("Authorization", "Bearer " + server.ownerToken()));
      assertThat(answer.body()).doesNotContain("owner", "administrator");
    }
  }

  @Test
  void who_asks_too_much_waits_and_nobody_else_does() {
    int asked = 0;
    RunningServer.Answer last;
    do {
      // What a client says of itself comes before what the proxy saw, and is not believed.
      last = server.send(server.from("10.9.8." + (asked % 250) + ", 198.51.100.7", "/api/session"));
      asked++;
    } while (last.status() == 200 && asked < 2 * RequestLimits.ANONYMOUS_A_MINUTE);
    assertThat(asked).isGreaterThan(RequestLimits.ANONYMOUS_A_MINUTE);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.json().path("code").asText()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 61);
    assertThat(server.send(server.from("198.51.100.8", "/api/session")).status()).isEqualTo(200);
    assertThat(server.send(server.from("198.51.100.7", "/tiles/areas.json")).status())
        .isEqualTo(200);
    assertThat(server.send(server.from("198.51.100.7", "/healthz")).status()).isEqualTo(200);
  }

  @Test
  void a_network_of_version_six_counts_as_one() {
    assertThat(RequestLimits.network("2001:db8:1:2::9"))
        .isEqualTo(RequestLimits.network("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(RequestLimits.network("2001:db8:1:3::9"));
    assertThat(RequestLimits.network("192.0.2.7")).isEqualTo("192.0.2.7");
  }
}
