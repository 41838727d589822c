package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** What outlasts a screen that was left alone is done only by who has lately shown who they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshProofHttpTest {
  private static final String REMOVAL = "/api/account/sessions/removal";
  private static final String PROOF = "\"password\":\"" + Cast.PASSWORD + "\"";

  private final SetClock machine = new SetClock();
  private RunningServer server;
  private Cast cast;
  private int people;
  private String account = "";
  private String cookie = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    machine.setToNow();
    server = RunningServer.withTown(folder, machine);
    cast = new Cast(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void signIn() {
    people++;
    account = "somebody." + people;
    cookie = cast.settle(account, Role.OPERATOR, "\"area\":\"990101001002\"");
  }

  @Test
  void whoever_has_just_signed_in_is_not_asked_again() {
    machine.pass(Duration.ofMinutes(9));
    assertThat(issue("").status()).isEqualTo(201);
    String other = cast.signIn(account, Cast.PASSWORD);
    assertThat(end("").json().path("ended").asInt()).isEqualTo(1);
    assertThat(isIn(other)).isFalse();
  }

  @Test
  void a_token_is_given_after_a_while_only_to_who_knows_the_password() {
    machine.pass(Duration.ofMinutes(10));
    assertThat(code(issue(""))).isEqualTo("proof-needed");
    assertThat(code(issue(",\"password\":\"somebody else's\""))).isEqualTo("sign-in-refused");
    assertThat(server.send(cast.with(cookie, "/api/tokens")).json().path("tokens")).isEmpty();
    assertThat(issue("," + PROOF).status()).isEqualTo(201);
  }

  @Test
  void other_sessions_are_ended_after_a_while_only_by_who_knows_the_password() {
    String other = cast.signIn(account, Cast.PASSWORD);
    machine.pass(Duration.ofMinutes(10));
    assertThat(code(end(""))).isEqualTo("proof-needed");
    assertThat(code(end("\"session\":\"%s\"".formatted(id(other))))).isEqualTo("proof-needed");
    assertThat(isIn(other)).isTrue();
    assertThat(end("\"session\":\"%s\",%s".formatted(id(other), PROOF)).status()).isEqualTo(200);
    assertThat(isIn(other)).isFalse();
    String third = cast.signIn(account, Cast.PASSWORD);
    assertThat(end(PROOF).json().path("ended").asInt()).isEqualTo(1);
    assertThat(isIn(third)).isFalse();
  }

  @Test
  void ones_own_screen_is_left_without_a_word() {
    machine.pass(Duration.ofMinutes(10));
    assertThat(end("\"session\":\"%s\"".formatted(id(cookie))).status()).isEqualTo(200);
    assertThat(isIn(cookie)).isFalse();
  }

  @Test
  void whoever_guesses_at_a_session_that_was_left_open_is_slowed_down() {
    machine.pass(Duration.ofMinutes(10));
    for (int i = 0; i < 5; i++) {
      assertThat(code(issue(",\"password\":\"guess " + i + "\""))).isEqualTo("sign-in-refused");
    }
    assertThat(issue("," + PROOF).status()).isEqualTo(429);
  }

  private Answer issue(String more) {
    return server.post(
        cast.with(cookie, "/api/tokens"),
        "{\"name\":\"figures\",\"roles\":[\"operator\"],\"expiresAt\":\"%s\"%s}"
            .formatted(machine.now.plus(Duration.ofDays(30)), more));
  }

  private Answer end(String members) {
    return server.post(cast.with(cookie, REMOVAL), "{" + members + "}");
  }

  private boolean isIn(String session) {
    return server.send(cast.with(session, "/api/account")).status() == 200;
  }

  /** What a session is called in the list of it. */
  private String id(String session) {
    for (JsonNode one :
        server.send(cast.with(session, "/api/account/sessions")).json().path("sessions")) {
      if (one.path("current").asBoolean()) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("no session is the one that asks");
  }

  private static String code(Answer answer) {
    return answer.json().path("code").asText();
  }
}
