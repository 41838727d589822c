package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionHttpTest {
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
  void whoever_signs_in_is_known_until_they_sign_out() {
    assertThat(server.send(server.as("planner", "/api/session")).json().path("roles").toString())
        .isEqualTo("[\"planner\"]");
    RunningServer.Answer begun = signIn("operator", "demo");
    String cookie = begun.header("Set-Cookie");
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
    String secret = cookie.split(";", 2)[0];
    RunningServer.Answer ended =
        server.send(server.to("/api/session").header("Cookie", secret).DELETE());
    assertThat(ended.header("Clear-Site-Data")).isEqualTo("\"cache\"");
    assertThat(
            server.send(server.to("/api/session").header("Cookie", secret)).json().path("account"))
        .hasToString("\"anonymous\"");
  }

  @Test
  void a_wrong_password_and_an_unknown_account_are_answered_alike() {
    RunningServer.Answer wrong = signIn("operator", "guess");
    RunningServer.Answer unknown = signIn("nobody", "demo");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.json().path("code").asText()).isEqualTo("sign-in-refused");
    assertThat(wrong.header("Set-Cookie")).isEmpty();
  }

  @Test
  void what_a_page_of_another_site_sends_under_a_session_is_refused() {
    HttpRequest.Builder request =
        server.as("admin", "/api/session").header("Origin", "http://elsewhere.example");
    RunningServer.Answer answer = server.send(request.DELETE());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("code").asText()).isEqualTo("foreign-origin");
    HttpRequest.Builder own = server.as("admin", "/api/session").header("Origin", server.url());
    assertThat(server.send(own).json().path("account").asText()).isEqualTo("admin");
  }

  @Test
  void a_role_opens_what_is_its_own_and_nothing_else() {
    assertThat(server.post(server.as("operator", "/api/demo?grids=20"), "").status())
        .isEqualTo(403);
    assertThat(server.post(server.as("admin", "/api/demo?grids=20"), "").status()).isEqualTo(409);
    assertThat(server.post(server.to("/api/demo?grids=20"), "").status()).isEqualTo(401);
  }

  private RunningServer.Answer signIn(String user, String password) {
    return server.post(
        server.to("/api/session"),
        "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
  }
}
