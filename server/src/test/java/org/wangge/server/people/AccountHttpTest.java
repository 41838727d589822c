package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountHttpTest {
  private static final String CODE = "990101001002";
  private static final String COMMUNITY = "\"area\":\"" + CODE + "\"";
  private static final String BESIDE = "990101001003";

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
  void a_new_account_can_do_nothing_before_its_owner_has_chosen_a_password() {
    String first = cast.add("first.one", Role.OPERATOR, COMMUNITY);
    String cookie = cast.signIn("first.one", first);
    assertThat(get(cookie, "/api/incidents").status()).isEqualTo(403);
    assertThat(get(cookie, "/api/account").json().path("mustChangePassword").asBoolean()).isTrue();
    assertThat(cast.choose(cookie, first, "password1234").json().path("code").asText())
        .isEqualTo("password-common");
    assertThat(cast.choose(cookie, first, Cast.PASSWORD).status()).isEqualTo(204);
    assertThat(get(cookie, "/api/incidents").status()).isEqualTo(200);
    assertThat(cast.tryIn("first.one", first, "").status()).isEqualTo(401);
    assertThat(cast.tryIn("first.one", Cast.PASSWORD, "").status()).isEqualTo(200);
  }

  @Test
  void a_grant_opens_its_area_and_what_lies_below_it_and_nothing_beside() {
    String cookie = cast.settle("in.community", Role.OPERATOR, COMMUNITY);
    JsonNode incidents = get(cookie, "/api/incidents?limit=1000").json().path("features");
    assertThat(incidents).isNotEmpty();
    incidents.forEach(
        one -> assertThat(one.path("properties").path("grid").asText()).startsWith(CODE));
    String beside =
        server
            .send(server.as("admin", "/api/incidents?limit=1&grid=" + BESIDE))
            .json()
            .path("features")
            .path(0)
            .path("id")
            .asText();
    assertThat(get(cookie, "/api/incidents/" + beside).status()).isEqualTo(404);
    assertThat(get(cookie, "/api/incidents?grid=" + BESIDE).json().path("features")).isEmpty();
    get(cookie, "/api/cameras?limit=1000")
        .json()
        .path("features")
        .forEach(one -> assertThat(one.path("properties").path("grid").asText()).startsWith(CODE));
  }

  @Test
  void a_summary_of_the_area_above_is_told_and_none_of_the_area_beside() {
    String cookie = cast.settle("summary", Role.SUPERVISOR, COMMUNITY);
    JsonNode all = counts(server.as("admin", "/api/grids/990101001/card"));
    assertThat(counts(cast.with(cookie, "/api/grids/990101001/card"))).isEqualTo(all);
    assertThat(all.path("incidents").path("total").asInt()).isPositive();
    assertThat(counts(cast.with(cookie, "/api/grids/" + BESIDE + "/card")).has("incidents"))
        .isFalse();
    assertThat(counts(cast.with(cookie, "/api/grids/" + CODE + "/card")).has("incidents")).isTrue();
  }

  @Test
  void a_grant_for_a_police_beat_opens_the_ground_of_that_beat() {
    String beat =
        server
            .get("/api/grids?partition=police-beat&limit=1")
            .json()
            .path("features")
            .path(0)
            .path("properties")
            .path("code")
            .asText();
    String first =
        cast.add(
            "on.beat",
            Role.OPERATOR,
            "\"partition\":\"police-beat\",\"area\":\"%s\"".formatted(beat));
    String cookie = cast.signIn("on.beat", first);
    assertThat(cast.choose(cookie, first, Cast.PASSWORD).status()).isEqualTo(204);
    JsonNode seen = get(cookie, "/api/incidents?limit=1000").json().path("features");
    JsonNode all =
        server.send(server.as("admin", "/api/incidents?limit=1000")).json().path("features");
    int onBeat = 0;
    for (JsonNode one : all) {
      JsonNode at = one.path("geometry").path("coordinates");
      JsonNode overlays =
          server
              .get("/api/grids/at?lon=%s&lat=%s".formatted(at.get(0), at.get(1)))
              .json()
              .path("overlays");
      for (JsonNode overlay : overlays) {
        onBeat += overlay.path("code").asText().equals(beat) ? 1 : 0;
      }
      if (onBeat > 5) {
        break;
      }
    }
    assertThat(onBeat).isPositive();
    assertThat(seen.size()).isGreaterThanOrEqualTo(onBeat).isLessThan(1000);
    for (JsonNode one : seen) {
      JsonNode at = one.path("geometry").path("coordinates");
      assertThat(
              server
                  .get("/api/grids/at?lon=%s&lat=%s".formatted(at.get(0), at.get(1)))
                  .json()
                  .path("overlays")
                  .findValuesAsText("code"))
          .contains(beat);
    }
  }

  @Test
  void a_grant_that_is_taken_back_ends_what_it_opened_within_seconds() throws Exception {
    String cookie = cast.settle("for.a.while", Role.OPERATOR, COMMUNITY);
    assertThat(get(cookie, "/api/incidents").status()).isEqualTo(200);
    long grant =
        server
            .send(server.as("admin", "/api/accounts/for.a.while"))
            .json()
            .path("grants")
            .path(0)
            .path("id")
            .asLong();
    assertThat(
            server
                .send(server.as("admin", "/api/accounts/for.a.while/grants/" + grant).DELETE())
                .status())
        .isEqualTo(200);
    assertThat(get(cookie, "/api/incidents").status()).isEqualTo(403);
  }

  @Test
  void a_disabled_account_is_signed_out_and_stays_out() {
    String cookie = cast.settle("leaver", Role.OPERATOR, COMMUNITY);
    Answer changed =
        server.patch(
            server.as("admin", "/api/accounts/leaver").header("If-Match", "\"2\""),
            "{\"state\":\"disabled\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(get(cookie, "/api/account").status()).isEqualTo(401);
    assertThat(cast.tryIn("leaver", Cast.PASSWORD, "").status()).isEqualTo(401);
  }

  @Test
  void an_administrator_without_a_second_factor_keeps_no_accounts() {
    String cookie = cast.settle("local.admin", Role.ADMINISTRATOR, COMMUNITY);
    assertThat(
            server
                .post(
                    cast.with(cookie, "/api/accounts"),
                    "{\"account\":\"theirs\",\"role\":\"worker\",\"area\":\"%s\"}"
                        .formatted(BESIDE))
                .json()
                .path("code")
                .asText())
        .isEqualTo("role-missing");
  }

  @Test
  void nobody_gives_themselves_a_role() {
    Answer answer =
        server.post(server.as("admin", "/api/accounts/admin/grants"), "{\"role\":\"liaison\"}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("code").asText()).isEqualTo("own-grants");
  }

  @Test
  void sessions_are_listed_and_end_one_by_one() {
    String here = cast.settle("two.places", Role.OPERATOR, COMMUNITY);
    String there = cast.signIn("two.places", Cast.PASSWORD);
    JsonNode sessions = get(here, "/api/account/sessions").json().path("sessions");
    assertThat(sessions).hasSize(2);
    String other = "";
    for (JsonNode one : sessions) {
      other = one.path("current").asBoolean() ? other : one.path("id").asText();
    }
    assertThat(
            server
                .post(
                    cast.with(here, "/api/account/sessions/removal"),
                    "{\"session\":\"%s\"}".formatted(other))
                .status())
        .isEqualTo(200);
    assertThat(get(there, "/api/account").status()).isEqualTo(401);
    assertThat(get(here, "/api/account").status()).isEqualTo(200);
  }

  private JsonNode counts(HttpRequest.Builder request) {
    return server.send(request).json().path("counts");
  }

  private Answer get(String cookie, String path) {
    return server.send(cast.with(cookie, path));
  }
}
