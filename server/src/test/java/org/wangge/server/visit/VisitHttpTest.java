package org.wangge.server.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.Waiting;

/** Visits on a served town of 40 grids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitHttpTest {
  private static final String GRID = "990101001001001";
  private static final String RULE =
      """
      {"title":"%s","purpose":"安全检查","target":"%s","areas":["%s"],"every":1,"unit":"months",%s
       "facts":[{"text":"用气","kind":"choice","choices":["管道","瓶装"]},{"text":"备注","kind":"text"}]}
      """;

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String rule(String title, String target, String area, String more) {
    Answer answer =
        server.post(
            server.as("operator", "/api/visits/rules"), RULE.formatted(title, target, area, more));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    return answer.json().path("id").asText();
  }

  private JsonNode look(String account, String path) {
    Answer answer = server.send(server.as(account, "/api/visits/" + path));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private List<String> due(String account, String query) {
    List<String> doors = new ArrayList<>();
    look(account, "due?" + query)
        .path("features")
        .forEach(one -> doors.add(one.at("/properties/place").asText()));
    return doors;
  }

  private Answer visit(String account, String door, String body) {
    return server.post(server.as(account, "/api/visits/doors/" + door + "/visits"), body);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  @Test
  void a_door_that_is_due_is_visited_once_and_its_hazard_becomes_an_incident() {
    String rule = rule("每月走访", "household", GRID, "");
    JsonNode first = look("worker", "due?limit=3&rule=" + rule);
    int all = first.path("all").asInt();
    assertThat(all).isGreaterThan(300);
    assertThat(first.path("next").asText()).isEqualTo("3");
    JsonNode door = first.at("/features/0/properties");
    assertThat(door.path("state").asText()).isEqualTo("due");
    assertThat(first.at("/features/0/geometry/type").asText()).isEqualTo("Point");
    String place = door.path("place").asText();
    String body =
        """
        {"rule":%s,"key":"k1","version":0,"madeAt":"%s","outcome":"met","note":"叫她 13900001111",
         "answers":{"1":"瓶装"},"hazard":{"category":"fire-lane","description":"楼道堆物"}}
        """
            .formatted(rule, Instant.now().minus(1, ChronoUnit.HOURS));
    Answer kept = visit("worker", place, body);
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    String number = kept.json().at("/properties/number").asText();
    assertThat(number).isNotEmpty();
    assertThat(visit("worker", place, body).json()).as("sent again").isEqualTo(kept.json());
    JsonNode incident =
        server
            .send(
                server.as(
                    "operator",
                    "/api/incidents/" + kept.json().at("/properties/incident").asText()))
            .json();
    assertThat(incident.at("/properties/number").asText()).isEqualTo(number);
    assertThat(incident.at("/properties/channel").asText()).isEqualTo("grid-worker");
    assertThat(incident.at("/geometry")).isEqualTo(kept.json().path("geometry"));
    assertThat(look("worker", "due?rule=" + rule).path("all").asInt()).isEqualTo(all - 1);
    refused(
        visit(
            "operator",
            place,
            "{\"rule\":%s,\"key\":\"k2\",\"version\":0,\"outcome\":\"moved\"}".formatted(rule)),
        409,
        "version-conflict");
    JsonNode total = look("supervisor", "coverage?rule=" + rule).path("total");
    assertThat(total.path("due").asInt()).isEqualTo(all);
    assertThat(total.path("seen").asInt()).isEqualTo(1);
    assertThat(look("supervisor", "coverage?by=unit&rule=" + rule).path("rows"))
        .hasSizeGreaterThan(8);
    String csv =
        server
            .send(server.as("supervisor", "/api/visits/coverage.csv?lang=zh&rule=" + rule))
            .body();
    assertThat(csv).contains("走访率").contains("1," + all);
    JsonNode history = look("supervisor", "doors/" + place).path("properties");
    assertThat(history.at("/visits/0/note").asText()).isEqualTo("叫她 139****1111");
    assertThat(history.at("/visits/0/number").asText()).isEqualTo(number);
    assertThat(history.at("/visits/0/facts/0/text").asText()).isEqualTo("用气");
    assertThat(history.path("marks").isNull()).as("not told how it is marked").isTrue();
    assertThat(server.send(server.as("supervisor", "/api/audit?action=visit-door")).body())
        .as("who looked")
        .contains("visit-door");
  }

  @Test
  void marked_households_are_due_to_who_goes_there_and_numbers_to_others() {
    // The demonstration marks households of the first community itself.
    String grid = GRID.replace("001001001", "001002001");
    String everybody = rule("每户", "household", grid, "");
    String rule = rule("必访", "marked", grid, "\"kinds\":[\"kind-1\"],");
    String place = due("operator", "limit=1&rule=" + everybody).get(0);
    String marks = "/api/visits/doors/" + place + "/marks";
    Answer marked =
        server.put(
            server.as("worker", marks).header("If-Match", "\"0\""), "{\"kinds\":[\"kind-1\"]}");
    assertThat(marked.status()).as(marked.body()).isEqualTo(200);
    assertThat(marked.header("ETag")).isEqualTo("\"1\"");
    assertThat(marked.json().at("/properties/marks/0").asText()).isEqualTo("kind-1");
    assertThat(due("worker", "rule=" + rule)).containsExactly(place);
    assertThat(due("supervisor", "rule=" + rule)).isEmpty();
    assertThat(look("supervisor", "coverage?rule=" + rule).at("/total/due").asInt()).isEqualTo(1);
    refused(
        server.put(server.as("worker", marks).header("If-Match", "\"0\""), "{\"kinds\":[]}"),
        409,
        "version-conflict");
    refused(
        server.put(server.as("supervisor", marks).header("If-Match", "\"1\""), "{\"kinds\":[]}"),
        403,
        "role-missing");
    Answer erased = server.post(server.as("admin", "/api/visits/doors/" + place + "/erasure"), "");
    assertThat(erased.json().at("/properties/marks")).isEmpty();
    assertThat(due("worker", "rule=" + rule)).isEmpty();
  }

  @Test
  void three_visits_in_vain_are_told_to_who_is_in_charge_until_somebody_is_met() {
    String grid = GRID.replace("001001001", "001001002");
    String rule = rule("三次", "household", grid, "");
    String place = due("operator", "limit=1&rule=" + rule).get(0);
    for (int tries = 0; tries < 2; tries++) {
      assertThat(tried(rule, place, tries, "nobody-home").status()).isEqualTo(200);
    }
    assertThat(unreachable("waiting", grid)).as("after two").isEmpty();
    assertThat(tried(rule, place, 2, "nobody-home").status()).isEqualTo(200);
    Waiting.until(() -> !unreachable("waiting", grid).isEmpty());
    JsonNode told = unreachable("waiting", grid).get(0);
    assertThat(told.path("text").asText()).contains("三次走访未遇").doesNotContain(place);
    String head =
        server
            .get("/api/grids/" + grid)
            .json()
            .at("/properties/inCharge")
            .findParents("duty")
            .stream()
            .filter(one -> one.path("duty").asText().equals("grid-head"))
            .map(one -> one.path("staffCode").asText())
            .findFirst()
            .orElseThrow();
    assertThat(told.at("/addressees/0/to/code").asText()).isEqualTo(head);
    assertThat(tried(rule, place, 3, "nobody-home").status()).isEqualTo(200);
    assertThat(unreachable("waiting", grid)).as("not again with each").hasSize(1);
    assertThat(tried(rule, place, 4, "refused").status()).isEqualTo(200);
    Waiting.until(() -> unreachable("waiting", grid).isEmpty());
  }

  private Answer tried(String rule, String place, int version, String outcome) {
    return visit(
        "operator",
        place,
        "{\"rule\":%s,\"key\":\"try-%s\",\"version\":%s,\"outcome\":\"%s\"}"
            .formatted(rule, version, version, outcome));
  }

  private List<JsonNode> unreachable(String state, String grid) {
    List<JsonNode> found = new ArrayList<>();
    server
        .send(server.as("operator", "/api/notifications?open=true"))
        .json()
        .path("features")
        .forEach(
            one -> {
              JsonNode it = one.path("properties");
              if (it.path("occasion").asText().equals("visit-unreachable")
                  && it.path("grid").asText().equals(grid)
                  && it.path("state").asText().equals(state)) {
                found.add(it);
              }
            });
    return found;
  }

  @Test
  void businesses_are_due_the_nearest_first() {
    String rule = rule("商户", "business", "990101", "");
    JsonNode all = look("operator", "due?limit=1000&rule=" + rule).path("features");
    assertThat(all).hasSizeGreaterThan(2);
    JsonNode last = all.get(all.size() - 1);
    JsonNode at = last.at("/geometry/coordinates");
    String near = "&near=" + at.get(0).asText() + "," + at.get(1).asText();
    assertThat(due("operator", "limit=1&rule=" + rule + near))
        .containsExactly(last.at("/properties/place").asText());
    assertThat(last.at("/properties/kind").asText()).isEqualTo("business");
  }

  @Test
  void a_rule_is_changed_ended_and_refused_where_it_makes_no_sense() {
    String rule = rule("季度", "household", GRID, "");
    String path = "/api/visits/rules/" + rule;
    String other = RULE.formatted("每周", "household", GRID, "").replace("months", "days");
    Answer changed = server.put(server.as("supervisor", path).header("If-Match", "\"1\""), other);
    assertThat(changed.json().path("version").asInt()).as(changed.body()).isEqualTo(2);
    refused(
        server.put(server.as("operator", path).header("If-Match", "\"1\""), other),
        409,
        "version-conflict");
    refused(
        server.put(server.as("worker", path).header("If-Match", "\"2\""), other),
        403,
        "role-missing");
    String ends = "{\"retired\":true}";
    assertThat(
            server
                .put(server.as("operator", path).header("If-Match", "\"2\""), ends)
                .json()
                .path("retired")
                .asBoolean())
        .isTrue();
    assertThat(look("worker", "rules").findValuesAsText("id")).doesNotContain(rule);
    assertThat(look("worker", "rules?retired=true").findValuesAsText("id")).contains(rule);
    refused(
        server.post(
            server.as("operator", "/api/visits/rules"), RULE.formatted("x", "marked", GRID, "")),
        422,
        "visit-kinds");
    refused(
        server.send(server.as("worker", "/api/visits/coverage?month=2026-13")),
        400,
        "instant-malformed");
    refused(
        server.send(server.as("worker", "/api/visits/doors/nowhere")), 404, "visit-door-unknown");
    refused(server.send(server.as("handler", "/api/visits/due")), 403, "role-missing");
  }
}
