package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.people.Totp;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialHttpTest {
  private static final String PASSWORD_BODY = "{\"password\":\"" + Cast.PASSWORD + "\"}";
  private static final String COMMUNITY = "990101001002";
  private static final String NEAR = "\"area\":\"" + COMMUNITY + "\"";
  private static final String FACTOR = "/api/account/second-factor";

  private RunningServer server;
  private Cast cast;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    cast = new Cast(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_local_administrator_keeps_accounts_only_after_signing_in_with_a_code() {
    String cookie = cast.settle("factor.admin", Role.ADMINISTRATOR, NEAR);
    assertThat(status(cast.with(cookie, "/api/accounts"))).isEqualTo(403);
    Answer begun = server.post(cast.with(cookie, FACTOR), PASSWORD_BODY);
    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    String picture =
        begun.json().path("qr").asText().substring("data:image/svg+xml;base64,".length());
    assertThat(new String(Base64.getDecoder().decode(picture), StandardCharsets.UTF_8))
        .startsWith("<svg ");
    byte[] secret = Cast.base32(begun.json().path("secret").asText());
    assertThat(cast.tryIn("factor.admin", Cast.PASSWORD, "").status())
        .as("not in force yet")
        .isEqualTo(200);
    assertThat(code(server.post(cast.with(cookie, FACTOR + "/confirmation"), codeBody("000000"))))
        .isEqualTo("code-wrong");
    long step = Totp.stepOf(Instant.now());
    JsonNode codes =
        server
            .post(cast.with(cookie, FACTOR + "/confirmation"), codeBody(Totp.code(secret, step)))
            .json()
            .path("recoveryCodes");
    assertThat(codes).hasSize(10);
    assertThat(code(cast.tryIn("factor.admin", Cast.PASSWORD, "")))
        .isEqualTo("second-factor-needed");
    assertThat(code(cast.tryIn("factor.admin", Cast.PASSWORD, Totp.code(secret, step))))
        .as("used for confirming")
        .isEqualTo("second-factor-wrong");
    Answer strong = cast.tryIn("factor.admin", Cast.PASSWORD, Totp.code(secret, step + 1));
    assertThat(strong.status()).as(strong.body()).isEqualTo(200);
    String strongCookie = Cast.cookie(strong);
    assertThat(status(cast.with(strongCookie, "/api/accounts"))).isEqualTo(200);
    assertThat(cast.tryIn("factor.admin", Cast.PASSWORD, codes.get(0).asText()).status())
        .isEqualTo(200);
    assertThat(
            server.send(cast.with(strongCookie, FACTOR)).json().path("recoveryCodesLeft").asInt())
        .isEqualTo(9);
    assertThat(
            server
                .send(server.as("admin", "/api/accounts/factor.admin/second-factor").DELETE())
                .status())
        .isEqualTo(204);
    assertThat(status(cast.with(strongCookie, "/api/account"))).as("signed out").isEqualTo(401);
    assertThat(cast.tryIn("factor.admin", Cast.PASSWORD, "").status()).isEqualTo(200);
  }

  @Test
  void its_owner_takes_a_second_factor_away_with_a_recovery_code() {
    String cookie = cast.settle("factor.owner", Role.OPERATOR, NEAR);
    byte[] secret =
        Cast.base32(
            server.post(cast.with(cookie, FACTOR), PASSWORD_BODY).json().path("secret").asText());
    String now = Totp.code(secret, Totp.stepOf(Instant.now()));
    Answer confirmed = server.post(cast.with(cookie, FACTOR + "/confirmation"), codeBody(now));
    JsonNode codes = confirmed.json().path("recoveryCodes");
    assertThat(status(cast.with(cookie, "/api/account"))).as("another secret").isEqualTo(401);
    cookie = Cast.cookie(confirmed);
    assertThat(code(server.post(cast.with(cookie, FACTOR), PASSWORD_BODY)))
        .isEqualTo("second-factor-taken");
    JsonNode fresh =
        server
            .post(cast.with(cookie, FACTOR + "/recovery-codes"), codeBody(codes.get(0).asText()))
            .json()
            .path("recoveryCodes");
    assertThat(fresh).hasSize(10);
    assertThat(
            server
                .post(cast.with(cookie, FACTOR + "/removal"), codeBody(codes.get(1).asText()))
                .status())
        .as("an old one")
        .isEqualTo(422);
    assertThat(
            server
                .post(cast.with(cookie, FACTOR + "/removal"), codeBody(fresh.get(1).asText()))
                .status())
        .isEqualTo(204);
    assertThat(status(cast.with(cookie, "/api/account"))).isEqualTo(401);
  }

  @Test
  void a_token_does_what_it_was_given_and_nothing_for_its_accounts_sake() {
    Answer issued =
        server.post(server.as("operator", "/api/tokens"), tokenBody("operator", COMMUNITY));
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    String text = issued.json().path("token").asText();
    assertThat(text).startsWith("wgt_");
    JsonNode who = server.send(bearing(text, "/api/session")).json();
    assertThat(who.path("account").asText()).isEqualTo("operator");
    assertThat(who.path("roles").toString()).isEqualTo("[\"operator\"]");
    assertThat(who.path("scope").path("areas").toString()).isEqualTo("[\"" + COMMUNITY + "\"]");
    server
        .send(bearing(text, "/api/incidents?limit=200"))
        .json()
        .path("features")
        .forEach(
            one -> assertThat(one.path("properties").path("grid").asText()).startsWith(COMMUNITY));
    assertThat(server.post(bearing(text, "/api/tokens"), tokenBody("operator", COMMUNITY)).status())
        .isEqualTo(403);
    assertThat(status(bearing(text, "/api/account"))).isEqualTo(403);
    String listed = server.send(server.as("operator", "/api/tokens")).body();
    assertThat(listed).contains(issued.json().path("id").asText()).doesNotContain(text);
    String id = issued.json().path("id").asText();
    assertThat(server.send(server.as("planner", "/api/tokens/" + id).DELETE()).status())
        .isEqualTo(404);
    assertThat(server.send(server.as("operator", "/api/tokens/" + id).DELETE()).status())
        .isEqualTo(204);
    assertThat(server.send(bearing(text, "/api/session")).json().path("account").asText())
        .isEqualTo("anonymous");
  }

  @Test
  void a_new_password_ends_the_tokens_that_were_issued_under_the_old_one() {
    String cookie = cast.settle("token.owner", Role.OPERATOR, NEAR);
    String text =
        server
            .post(cast.with(cookie, "/api/tokens"), tokenBody("operator", COMMUNITY))
            .json()
            .path("token")
            .asText();
    assertThat(status(bearing(text, "/api/incidents"))).isEqualTo(200);
    Answer changed = cast.choose(cookie, Cast.PASSWORD, "another sentence 8");
    assertThat(changed.status()).isEqualTo(204);
    assertThat(server.send(bearing(text, "/api/session")).json().path("roles"))
        .isEqualTo(server.get("/api/session").json().path("roles"));
    assertThat(status(cast.with(cookie, "/api/account"))).as("the one that asked").isEqualTo(200);
  }

  @Test
  void nobody_passes_on_a_role_they_do_not_have_and_an_administrator_ends_anybodys_token() {
    assertThat(
            code(
                server.post(server.as("operator", "/api/tokens"), tokenBody("planner", COMMUNITY))))
        .isEqualTo("token-roles");
    String id =
        server
            .post(server.as("planner", "/api/tokens"), tokenBody("planner", COMMUNITY))
            .json()
            .path("id")
            .asText();
    String path = "/api/accounts/planner/tokens";
    assertThat(status(server.as("operator", path))).isEqualTo(403);
    assertThat(server.send(server.as("admin", path)).body()).contains(id);
    assertThat(server.send(server.as("admin", path + "/" + id).DELETE()).status()).isEqualTo(204);
    assertThat(
            server
                .send(server.as("planner", "/api/tokens"))
                .json()
                .path("tokens")
                .path(0)
                .path("good")
                .asBoolean(true))
        .isFalse();
  }

  @Test
  void a_phone_sends_one_persons_positions_and_reads_nothing() {
    JsonNode people = server.get("/api/demo/people").json().path("features");
    JsonNode mine = people.get(0);
    String staffCode = mine.path("properties").path("staffCode").asText();
    String other = people.get(1).path("properties").path("staffCode").asText();
    Answer added =
        server.post(
            server.as("admin", "/api/devices"),
            "{\"kind\":\"phone\",\"name\":\"phone 17\",\"staffCode\":\"%s\"}".formatted(staffCode));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String secret = added.json().path("secret").asText();
    assertThat(send(secret, staffCode, mine).path("accepted").asInt()).isEqualTo(1);
    JsonNode others = send(secret, other, mine);
    assertThat(others.path("accepted").asInt()).isZero();
    assertThat(others.path("refused")).hasSize(1);
    for (String path : new String[] {"/api/positions", "/api/incidents", "/api/cameras"}) {
      assertThat(status(bearing(secret, path))).as(path).isEqualTo(403);
    }
    String id = added.json().path("id").asText();
    assertThat(server.send(server.as("admin", "/api/devices")).body())
        .contains(id)
        .doesNotContain(secret);
    assertThat(server.send(server.as("admin", "/api/devices/" + id).DELETE()).status())
        .isEqualTo(204);
    assertThat(server.post(bearing(secret, "/api/positions"), fix(staffCode, mine)).status())
        .isEqualTo(401);
  }

  private JsonNode send(String secret, String staffCode, JsonNode person) {
    Answer answer = server.post(bearing(secret, "/api/positions"), fix(staffCode, person));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String fix(String staffCode, JsonNode person) {
    JsonNode at = person.path("geometry").path("coordinates");
    return "{\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":%s,\"lat\":%s}]}"
        .formatted(staffCode, Instant.now(), at.get(0), at.get(1));
  }

  private static String tokenBody(String role, String area) {
    return "{\"name\":\"figures\",\"roles\":[\"%s\"],\"areas\":[\"%s\"],\"expiresAt\":\"%s\"}"
        .formatted(role, area, Instant.now().plus(Duration.ofDays(30)));
  }

  @Test
  void who_keeps_accounts_in_one_area_takes_over_nobody_who_works_elsewhere_or_will() {
    String keeper = cast.join("near.admin", Role.ADMINISTRATOR, NEAR);
    String later = cast.settle("later.elsewhere", Role.OPERATOR, NEAR);
    assertThat(status(cast.with(keeper, "/api/accounts/later.elsewhere"))).isEqualTo(200);
    Answer granted =
        server.post(
            server.as("admin", "/api/accounts/later.elsewhere/grants"),
            "{\"role\":\"supervisor\",\"from\":\"2100-01-01T00:00:00Z\"}");
    assertThat(granted.status()).as(granted.body()).isEqualTo(201);
    assertThat(code(reset(keeper, "later.elsewhere"))).isEqualTo("area-scope");
    assertThat(status(cast.with(keeper, "/api/accounts/later.elsewhere/sessions").DELETE()))
        .isEqualTo(403);
    assertThat(status(cast.with(later, "/api/account"))).as("still signed in").isEqualTo(200);
    String near = cast.settle("near.only", Role.OPERATOR, NEAR);
    assertThat(status(cast.with(keeper, "/api/accounts/near.only/sessions").DELETE()))
        .isEqualTo(200);
    assertThat(status(cast.with(near, "/api/account"))).as("signed out").isEqualTo(401);
    assertThat(reset(keeper, "near.only").status()).isEqualTo(200);
  }

  private Answer reset(String keeper, String account) {
    String path = "/api/accounts/" + account;
    String version = server.send(cast.with(keeper, path)).header("ETag");
    return server.post(cast.with(keeper, path + "/password").header("If-Match", version), "");
  }

  private static String codeBody(String code) {
    return "{\"code\":\"%s\"}".formatted(code);
  }

  private static String code(Answer answer) {
    return answer.json().path("code").asText();
  }

  private int status(HttpRequest.Builder request) {
    return server.send(request).status();
  }

  private HttpRequest.Builder bearing(String token, String path) {
    return server.to(path).header("Authorization", "Bearer " + token);
  }
}
