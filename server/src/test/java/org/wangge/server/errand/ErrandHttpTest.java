package org.wangge.server.errand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Errands on a served town: ordered, dispatched, accepted, done, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErrandHttpTest {
  private static final String GRID = "990101001002001";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String order(String key, String members) {
    Instant now = Instant.now();
    return "{\"key\":\"%s\",\"kind\":\"medicine\",\"from\":\"%s\",\"until\":\"%s\",%s}"
        .formatted(key, now, now.plus(Duration.ofHours(2)), members);
  }

  private JsonNode ordered(String key) {
    Answer answer =
        server.post(
            server.to("/api/errands/orders"),
            order(
                key,
                "\"grid\":\""
                    + GRID
                    + "\",\"name\":\"张三\",\"phone\":\"13800001111\","
                    + "\"address\":\"3栋501\",\"wish\":\"降压药\""));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private Answer does(String account, JsonNode errand, String what, int version, String body) {
    return server.post(
        versioned(
            server.as(account, "/api/errands/" + errand.path("number").asText() + "/" + what),
            version),
        body);
  }

  private static HttpRequest.Builder versioned(HttpRequest.Builder request, int version) {
    return request.header("If-Match", "\"" + version + "\"");
  }

  private Answer own(JsonNode errand, String what, int version, String body) {
    HttpRequest.Builder request =
        server
            .to("/api/errands/own" + what)
            .header("Wangge-Errand-Token", errand.path("token").asText());
    return what.isEmpty() ? server.send(request) : server.post(versioned(request, version), body);
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  @Test
  void an_errand_goes_from_the_resident_over_the_desk_to_a_volunteer_and_back() {
    JsonNode errand = ordered("whole");
    assertThat(done(own(errand, "", 0, "")).path("state").asText()).isEqualTo("ordered");
    String path = "/api/errands/" + errand.path("number").asText();
    JsonNode seen = done(server.send(server.as("supervisor", path))).path("properties");
    assertThat(seen.path("phone").asText()).isEqualTo("138****1111");
    refused(server.send(server.as("volunteer", path)), 403, "role-missing");
    refused(server.send(server.to(path)), 401, "sign-in-needed");
    JsonNode all = done(server.send(server.as("operator", path + "/volunteers")));
    assertThat(all.path("volunteers").findValuesAsText("account")).contains("volunteer");
    refused(
        does("worker", errand, "dispatch", 1, "{\"to\":[\"volunteer\"]}"), 409, "errand-not-head");
    String two = "{\"to\":[\"volunteer\",\"worker\"]}";
    assertThat(done(does("operator", errand, "dispatch", 1, two)).at("/properties/state").asText())
        .isEqualTo("dispatched");
    JsonNode offered = offered("volunteer", errand);
    assertThat(offered.path("kind").asText()).isEqualTo("medicine");
    assertThat(offered.path("phone").asText() + offered.path("address").asText()).isEmpty();
    assertThat(offered.path("lon").isNull()).isTrue();
    JsonNode mine = done(does("volunteer", errand, "accept", 2, "{}"));
    assertThat(mine.path("phone").asText()).isEqualTo("13800001111");
    assertThat(mine.path("address").asText()).isEqualTo("3栋501");
    refused(does("worker", errand, "accept", 2, "{}"), 409, "errand-taken");
    done(does("volunteer", errand, "done", 3, "{\"words\":\"好了\"}"));
    assertThat(
            done(own(errand, "/confirmation", 4, "{\"done\":true,\"words\":\"谢谢\"}"))
                .path("state")
                .asText())
        .isEqualTo("confirmed");
    JsonNode told = done(own(errand, "", 0, ""));
    assertThat(told.path("told").asText()).isEqualTo("好了");
    assertThat(told.has("holder")).isFalse();
  }

  private JsonNode offered(String account, JsonNode errand) {
    for (JsonNode one :
        done(server.send(server.as(account, "/api/errands/offered"))).path("errands")) {
      if (one.path("id").asText().equals(errand.path("number").asText())) {
        return one;
      }
    }
    throw new AssertionError("not offered");
  }

  @Test
  void what_is_ordered_can_be_withdrawn_sent_back_or_become_an_incident() {
    JsonNode gone = ordered("gone");
    refused(own(gone, "/withdrawal", 7, ""), 409, "version-conflict");
    assertThat(done(own(gone, "/withdrawal", 1, "")).path("state").asText()).isEqualTo("withdrawn");
    assertThat(own(gone, "/erasure", 2, "").status()).isEqualTo(204);
    assertThat(done(own(gone, "", 0, "")).path("phone").asText()).isEmpty();
    JsonNode back = ordered("back");
    done(does("operator", back, "return", 1, "{\"reason\":\"要本人到场\"}"));
    assertThat(done(own(back, "", 0, "")).path("reason").asText()).isEqualTo("要本人到场");
    JsonNode filed = ordered("filed");
    refused(
        does("operator", filed, "incident", 1, "{\"category\":\"no-such\"}"),
        422,
        "category-unknown");
    JsonNode made =
        done(does("operator", filed, "incident", 1, "{\"category\":\"noise\"}")).path("properties");
    String incident = made.path("incident").asText();
    JsonNode reports =
        done(server.send(server.as("operator", "/api/incidents/" + incident + "/reports")));
    assertThat(reports.at("/reports/0/description").asText())
        .isEqualTo("〔点单 " + filed.path("number").asText() + "〕降压药");
    JsonNode from = done(server.send(server.as("operator", "/api/errands?incident=" + incident)));
    assertThat(from.at("/features/0/id").asText()).isEqualTo(filed.path("number").asText());
    JsonNode numbers =
        done(server.send(server.as("operator", "/api/errands/progress?grid=" + GRID)));
    for (String[] one : new String[][] {{"ordered", ""}, {"done", "&state=done,confirmed"}}) {
      JsonNode list =
          done(server.send(server.as("operator", "/api/errands?grid=" + GRID + one[1])));
      assertThat(list.path("features")).hasSize(numbers.path(one[0]).asInt());
    }
  }

  @Test
  void what_became_an_incident_is_erased_there_too_and_the_other_way_round() {
    JsonNode errand = ordered("filed-1");
    String squatted =
        "{\"key\":\"errand-%s\",\"category\":\"noise\",\"lon\":112.6137,\"lat\":28.9182}";
    assertThat(
            server
                .post(server.to("/api/reports"), squatted.formatted(errand.path("number").asText()))
                .status())
        .isEqualTo(201);
    String incident = filed(errand);
    assertThat(report(incident).path("reporterPhone").asText()).isEqualTo("13800001111");
    assertThat(own(errand, "/erasure", 2, "").status()).isEqualTo(204);
    assertThat(report(incident).path("description").asText()).isEmpty();
    assertThat(report(incident).toString()).doesNotContain("13800001111").doesNotContain("张三");
    JsonNode other = ordered("filed-2");
    String second = filed(other);
    Answer erased =
        server.post(
            versioned(server.as("admin", "/api/incidents/" + second + "/erasure"), 1), "{}");
    assertThat(erased.status()).as(erased.body()).isEqualTo(204);
    assertThat(done(own(other, "", 0, "")).path("phone").asText()).isEmpty();
  }

  private String filed(JsonNode errand) {
    return done(does("operator", errand, "incident", 1, "{\"category\":\"noise\"}"))
        .at("/properties/incident")
        .asText();
  }

  private JsonNode report(String incident) {
    return done(server.send(server.as("operator", "/api/incidents/" + incident + "/reports")))
        .at("/reports/0");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void the_open_page_takes_no_nonsense_and_not_too_much_of_it() {
    Answer outside =
        server.post(
            server.to("/api/errands/orders"),
            order("out", "\"lon\":1.0,\"lat\":1.0,\"name\":\"x\",\"phone\":\"1380000\""));
    refused(outside, 422, "errand-outside");
    refused(
        server.post(
            server.to("/api/errands/orders"),
            order("no", "\"grid\":\"" + GRID + "\",\"name\":\"x\",\"phone\":\"me\"")),
        422,
        "errand-phone");
    refused(own(outside.json(), "", 0, ""), 400, "header-missing");
    int status = 0;
    for (int i = 0; i < 40 && status != 429; i++) {
      status = server.post(server.to("/api/errands/orders"), "{}").status();
    }
    assertThat(status).isEqualTo(429);
    String kind = "{\"nameZh\":\"代取\",\"nameEn\":\"Fetch\",\"reason\":\"corrected\"}";
    String path = "/api/errands/kinds/parcel";
    assertThat(server.put(versioned(server.as("admin", path), 0), kind).status()).isEqualTo(200);
    assertThat(server.get("/api/errands/kinds").body()).contains("parcel");
    assertThat(done(server.send(server.as("operator", path))).path("versions")).hasSize(1);
  }
}
