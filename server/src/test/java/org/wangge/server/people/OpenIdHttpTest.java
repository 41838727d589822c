package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.people.Totp;
import org.wangge.server.Cast;
import org.wangge.server.RealProvider;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.config.Settings;
import org.wangge.server.config.Settings.Demonstration;

/** Single sign-on with a provider that really serves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdHttpTest {
  private static final String OWN = "a sentence of my own 7";
  private static final String PASSWORD_BODY = "{\"password\":\"" + OWN + "\"}";
  private static final String ASK = "/api/session/openid";

  private RealProvider provider;
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    provider = RealProvider.start();
    RealProvider.settings(
        folder,
        provider.issuer(),
        ",\"secondFactor\":{\"amr\":[\"otp\"]},\"endSessionAtProvider\":true,"
            + "\"session\":{\"idleMinutes\":30,\"wholeMinutes\":60}");
    server =
        RunningServer.with(
            new Settings("127.0.0.1", 0, folder, null, Demonstration.NONE, Settings.CHINA));
  }

  @AfterAll
  void stop() {
    server.close();
    provider.close();
  }

  @Test
  void who_is_linked_gets_in_with_a_code_and_a_session_like_any_other() {
    add("chen", "operator", "sub-chen");
    OpenIdVisit visit = new OpenIdVisit(server);
    URI there = visit.begin();
    assertThat(there.toString()).startsWith(provider.issuer() + "/authorize");
    assertThat(there.getRawQuery())
        .contains("response_type=code", "code_challenge_method=S256", "state=", "nonce=")
        .contains("scope=openid")
        .doesNotContain("only");
    assertThat(visit.last().header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
    provider.nextIs("sub-chen");
    Answer back = visit.callback(visit.code(there));
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo("/sign-in/#openid");
    assertThat(back.response().headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith("wangge-session=")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Strict"));
    JsonNode who = visit.get("/api/session");
    assertThat(who.path("account").asText()).isEqualTo("chen");
    assertThat(who.path("roles").toString()).isEqualTo("[\"operator\"]");
    JsonNode own = visit.get("/api/account");
    assertThat(own.path("mustChangePassword").asBoolean()).as("no password counts").isFalse();
    JsonNode session = visit.get("/api/account/sessions").path("sessions").get(0);
    assertThat(session.path("federated").asBoolean()).isTrue();
    assertThat(Instant.parse(session.path("endsAt").asText()))
        .isBefore(Instant.now().plusSeconds(3601));
    JsonNode record = audit("/api/audit?action=sign-in&account=chen");
    assertThat(record.path("facts").path("way").asText()).isEqualTo("openid");
  }

  @Test
  void a_session_that_was_there_ends_with_the_next_sign_in() {
    add("rotated", "operator", "sub-rotated");
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-rotated");
    visit.whole();
    String first = visit.cookie("wangge-session");
    provider.nextIs("sub-rotated");
    visit.whole();
    assertThat(visit.cookie("wangge-session")).isNotEqualTo(first);
    assertThat(account("wangge-session=" + first)).isEqualTo("anonymous");
    assertThat(visit.account()).isEqualTo("rotated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "aud", "iss", "exp", "iat", "azp", "sub", "others"})
  void a_token_that_is_not_for_us_now_from_them_lets_nobody_in(String claim) {
    add("wrong." + claim, "operator", "sub-wrong-" + claim);
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims =
        switch (claim) {
          case "aud" -> Map.of("aud", List.of("another-client"));
          case "exp" -> Map.of("exp", now - 3600);
          case "iat" -> Map.of("iat", now + 3600);
          case "iss" -> Map.of("iss", provider.issuer() + "-other");
          case "others" -> Map.of("aud", List.of("wangge", "another-client"));
          default -> Map.of(claim, claim.equals("sub") ? "" : "another");
        };
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-wrong-" + claim, claims);
    assertRefused(visit, visit.whole(), "openid-answer-refused");
  }

  @Test
  void a_new_key_of_the_provider_is_fetched_and_a_forged_one_is_not_believed() {
    add("keys", "operator", "sub-keys");
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-keys");
    new OpenIdVisit(server).whole();
    provider.renewKey();
    visit.whole();
    assertThat(visit.account()).isEqualTo("keys");
    OpenIdVisit forged = new OpenIdVisit(server);
    provider.whileForged(() -> assertRefused(forged, forged.whole(), "openid-answer-refused"));
  }

  @Test
  void what_came_back_once_is_worth_nothing_the_second_time() {
    add("replay", "operator", "sub-replay");
    OpenIdVisit visit = new OpenIdVisit(server);
    URI there = visit.begin();
    String attempt = visit.cookie("wangge-openid");
    provider.nextIs("sub-replay");
    String answer = visit.code(there);
    visit.callback(answer);
    assertThat(visit.account()).isEqualTo("replay");
    OpenIdVisit again = new OpenIdVisit(server);
    again.put("wangge-openid", attempt);
    assertRefused(again, again.callback(answer), "openid-request-unknown");
    OpenIdVisit fresh = new OpenIdVisit(server);
    fresh.put("wangge-openid", attempt);
    provider.nextIs("sub-replay");
    assertRefused(fresh, fresh.callback(fresh.code(there)), "openid-request-unknown");
  }

  @Test
  void another_browsers_answer_is_refused_with_or_without_an_attempt_of_ones_own() {
    add("fixed", "operator", "sub-fixed");
    OpenIdVisit attacker = new OpenIdVisit(server);
    provider.nextIs("sub-fixed");
    String answer = attacker.code(attacker.begin());
    OpenIdVisit none = new OpenIdVisit(server);
    assertRefused(none, none.callback(answer), "openid-request-unknown");
    OpenIdVisit other = new OpenIdVisit(server);
    other.begin();
    assertRefused(other, other.callback(answer), "openid-request-unknown");
    OpenIdVisit torn = new OpenIdVisit(server);
    String whole = attacker.cookie("wangge-openid");
    torn.put("wangge-openid", (whole.charAt(0) == 'x' ? "y" : "x") + whole.substring(1));
    assertRefused(torn, torn.callback(answer), "openid-request-unknown");
    String record = audit("/api/audit?action=sign-in&outcome=refused").toString();
    assertThat(record).contains("openid-request-unknown");
  }

  @Test
  void a_code_that_is_none_and_an_answer_of_another_issuer_are_refused() {
    OpenIdVisit visit = new OpenIdVisit(server);
    String state = OpenIdVisit.parameter(visit.begin(), "state");
    assertRefused(visit, visit.callback("code=expired&state=" + state), "openid-answer-refused");
    state = OpenIdVisit.parameter(visit.begin(), "state");
    assertRefused(
        visit,
        visit.callback("code=x&iss=https%3A%2F%2Fevil.example&state=" + state),
        "openid-answer-refused");
    state = OpenIdVisit.parameter(visit.begin(), "state");
    assertRefused(visit, visit.callback("error=access_denied&state=" + state), "openid-cancelled");
    state = OpenIdVisit.parameter(visit.begin(), "state");
    assertRefused(visit, visit.callback("state=" + state), "openid-answer-refused");
  }

  @Test
  void who_is_linked_with_nobody_is_told_what_to_have_linked_and_gets_no_account() {
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-nobody");
    assertRefused(visit, visit.whole(), "openid-identity-unknown");
    JsonNode outcome = visit.get(ASK).path("outcome");
    assertThat(outcome.path("subject").asText()).isEqualTo("sub-nobody");
    assertThat(outcome.path("problem").path("detail").asText()).contains("sub-nobody");
    JsonNode record = audit("/api/audit?action=sign-in&outcome=refused");
    assertThat(record.path("facts").path("identity").asText()).hasSize(16);
    assertThat(record.toString()).doesNotContain("sub-nobody");
    assertThat(new OpenIdVisit(server).get(ASK).has("outcome"))
        .as("told to that browser alone")
        .isFalse();
  }

  @Test
  void a_disabled_account_and_an_unlinked_one_are_shut() {
    add("off", "operator", "sub-off");
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-off");
    visit.whole();
    assertThat(visit.account()).isEqualTo("off");
    int version = server.getAsOwner("/api/accounts/off").json().path("version").asInt();
    Answer disabled =
        server.patch(
            server.asOwner("/api/accounts/off").header("If-Match", "\"" + version + "\""),
            "{\"state\":\"disabled\"}");
    assertThat(disabled.status()).isEqualTo(200);
    assertThat(visit.account()).isEqualTo("anonymous");
    provider.nextIs("sub-off");
    assertRefused(visit, visit.whole(), "openid-account-off");
    long id = identities("off").get(0).path("id").asLong();
    assertThat(server.send(server.asOwner("/api/accounts/off/identities/" + id).DELETE()).status())
        .isEqualTo(204);
    provider.nextIs("sub-off");
    assertRefused(visit, visit.whole(), "openid-identity-unknown");
  }

  @Test
  void a_second_factor_is_asked_for_unless_the_provider_says_it_saw_one() {
    add("liaison", "liaison", "sub-liaison");
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-liaison");
    visit.whole();
    assertThat(visit.get("/api/session").path("roles").toString()).as("weak").isEqualTo("[]");
    provider.nextIs("sub-liaison", Map.of("amr", List.of("pwd", "otp")));
    visit.whole();
    assertThat(visit.get("/api/session").path("roles").toString()).isEqualTo("[\"liaison\"]");
    provider.nextIs("sub-liaison", Map.of("acr", "otp", "amr", List.of("pwd")));
    visit.whole();
    assertThat(visit.get("/api/session").path("roles").toString()).isEqualTo("[]");
  }

  @Test
  void who_has_a_second_factor_shows_a_code_of_it_before_anything_begins() {
    String cookie = ready("factor", "administrator", "sub-factor");
    byte[] secret =
        Cast.base32(
            server
                .post(with(cookie, "/api/account/second-factor"), PASSWORD_BODY)
                .json()
                .path("secret")
                .asText());
    long step = Totp.stepOf(Instant.now());
    server.post(
        with(cookie, "/api/account/second-factor/confirmation"), code(Totp.code(secret, step)));
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-factor");
    Answer back = visit.whole();
    assertThat(back.header("Location")).isEqualTo("/sign-in/#openid");
    assertThat(visit.account()).isEqualTo("anonymous");
    assertThat(visit.get(ASK).path("outcome").path("state").asText()).isEqualTo("code-needed");
    Answer wrong = visit.post(ASK + "/code", code("000000"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().path("code").asText()).isEqualTo("second-factor-wrong");
    String waiting = visit.cookie("wangge-openid-outcome");
    Answer right = visit.post(ASK + "/code", code(Totp.code(secret, step + 1)));
    assertThat(right.json().path("roles").toString()).isEqualTo("[\"administrator\"]");
    OpenIdVisit again = new OpenIdVisit(server);
    again.put("wangge-openid-outcome", waiting);
    assertThat(again.post(ASK + "/code", code(Totp.code(secret, step + 1))).status())
        .as("used up")
        .isEqualTo(401);
  }

  @Test
  void its_owner_links_an_account_with_the_password_in_the_session_that_asked() {
    String cookie = ready("owner", "operator", "");
    OpenIdVisit visit = new OpenIdVisit(server);
    visit.put("wangge-session", cookie.split("=", 2)[1]);
    assertThat(visit.post("/api/account/identities", "{\"password\":\"wrong\"}").status())
        .isEqualTo(401);
    URI there = visit.location(visit.post("/api/account/identities", PASSWORD_BODY));
    assertThat(there.getRawQuery()).contains("prompt=login");
    Answer back = visit.callback(visit.typed(there, "sub-owner"));
    assertThat(back.header("Location")).isEqualTo("/account/#openid");
    assertThat(visit.get("/api/account/identities").path("identities")).isEmpty();
    OpenIdVisit thief = new OpenIdVisit(server);
    thief.put("wangge-openid-outcome", visit.cookie("wangge-openid-outcome"));
    thief.put("wangge-session", ready("thief", "operator", "").split("=", 2)[1]);
    assertThat(thief.post("/api/account/identities/confirmation", "{}").status()).isEqualTo(403);
    Answer linked = visit.post("/api/account/identities/confirmation", "{}");
    assertThat(linked.status()).as(linked.body()).isEqualTo(201);
    assertThat(linked.json().path("linkedBy").asText()).isEqualTo("owner");
    OpenIdVisit signed = new OpenIdVisit(server);
    provider.nextIs("sub-owner");
    signed.whole();
    assertThat(signed.account()).isEqualTo("owner");
    visit.delete("/api/account/identities/" + linked.json().path("id").asLong());
    assertThat(signed.account()).as("its sessions end").isEqualTo("anonymous");
    assertThat(visit.account()).as("but the one that asked").isEqualTo("owner");
  }

  @Test
  void one_person_is_linked_with_one_account() {
    add("first", "operator", "sub-shared");
    add("second", "operator", "");
    Answer taken =
        server.post(
            server.asOwner("/api/accounts/second/identities"), "{\"subject\":\"sub-shared\"}");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.json().path("code").asText()).isEqualTo("identity-taken");
    assertThat(
            server
                .post(server.asOwner("/api/accounts/second/identities"), "{\"subject\":\" \"}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void signing_out_leads_to_the_provider_and_back() {
    add("leaver", "operator", "sub-leaver");
    OpenIdVisit visit = new OpenIdVisit(server);
    provider.nextIs("sub-leaver");
    visit.whole();
    Answer out = visit.delete("/api/session");
    assertThat(out.json().path("location").asText())
        .startsWith(provider.issuer() + "/endsession?")
        .contains("client_id=wangge", "post_logout_redirect_uri=http");
    assertThat(visit.account()).isEqualTo("anonymous");
  }

  @Test
  void another_sites_page_begins_nothing() {
    Answer answer = server.post(server.to(ASK).header("Origin", "http://elsewhere.example"), "{}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(server.send(server.to(ASK)).json().path("name").path("en").asText())
        .isEqualTo("City ID");
  }

  private void assertRefused(OpenIdVisit visit, Answer back, String code) {
    assertThat(back.status()).isEqualTo(303);
    assertThat(visit.account()).isEqualTo("anonymous");
    JsonNode outcome = visit.get(ASK).path("outcome");
    assertThat(outcome.path("state").asText()).isEqualTo("refused");
    assertThat(outcome.path("problem").path("code").asText()).isEqualTo(code);
    assertThat(outcome.path("problem").path("mend").asText()).isNotBlank();
  }

  private JsonNode audit(String path) {
    return server.getAsOwner(path + "&limit=1").json().path("records").path(0);
  }

  private JsonNode identities(String account) {
    return server.getAsOwner("/api/accounts/" + account + "/identities").json().path("identities");
  }

  /** Adds an account, linked where there is a subject, and answers its first password. */
  private String add(String account, String role, String subject) {
    Answer added =
        server.post(
            server.asOwner("/api/accounts"),
            "{\"account\":\"%s\",\"role\":\"%s\"}".formatted(account, role));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    if (!subject.isEmpty()) {
      Answer linked =
          server.post(
              server.asOwner("/api/accounts/" + account + "/identities"),
              "{\"subject\":\"%s\"}".formatted(subject));
      assertThat(linked.status()).as(linked.body()).isEqualTo(201);
    }
    return added.json().path("password").asText();
  }

  /** The cookie of an account that has chosen its password. */
  private String ready(String account, String role, String subject) {
    String first = add(account, role, subject);
    String cookie =
        server
            .post(
                server.to("/api/session"),
                "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(account, first))
            .header("Set-Cookie")
            .split(";", 2)[0];
    Answer chosen =
        server.post(
            with(cookie, "/api/account/password"),
            "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(first, OWN));
    assertThat(chosen.status()).as(chosen.body()).isEqualTo(204);
    return cookie;
  }

  private HttpRequest.Builder with(String cookie, String path) {
    return server.to(path).header("Cookie", cookie);
  }

  private String account(String cookie) {
    return server.send(with(cookie, "/api/session")).json().path("account").asText();
  }

  private static String code(String code) {
    return "{\"code\":\"" + code + "\"}";
  }
}
