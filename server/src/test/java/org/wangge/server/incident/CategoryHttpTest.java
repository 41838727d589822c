package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CategoryHttpTest {
  private static final String PATH = "/api/incidents/categories";
  private static final String WHY = "\"reason\":\"rules-changed\",\"case\":\"2026-7\"";
  private static final String PLACE = "\"lon\":112.6137,\"lat\":28.9182";

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
  void a_category_is_added_changed_retired_and_revived_and_who_reports_follows_at_once() {
    Answer added = add("snow-on-roads", "\"keywords\":[\"冰\"],\"published\":true,");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.header("Location")).isEqualTo(PATH + "/snow-on-roads");
    assertThat(added.header("ETag")).isEqualTo("\"1\"");
    assertThat(added.json().path("pinyin").toString()).contains("dao lu ji xue");
    assertThat(services()).contains("snow-on-roads");
    assertThat(server.get("/open311/v2/services.json").body()).contains("道路积雪,Snow,冰");
    Answer taken = report("snow-1", "snow-on-roads", "");
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);

    Answer changed =
        change(
            "snow-on-roads",
            1,
            "\"departments\":[\"sanitation\"],\"conditions\":["
                + "{\"code\":\"black-ice\",\"nameZh\":\"暗冰\",\"nameEn\":\"Black ice\"}],");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(services()).as("not said to be published").doesNotContain("snow-on-roads");
    assertThat(departmentsOf("snow-on-roads")).containsExactly("sanitation");
    Answer icy = report("snow-2", "snow-on-roads", "black-ice");
    assertThat(conditionOf(icy)).as("what was reported is kept").isEqualTo("black-ice");
    assertThat(code(report("snow-3", "snow-on-roads", "melting"))).isEqualTo("condition-unknown");

    Answer retired = step("snow-on-roads", "retire", 2);
    assertThat(retired.json().path("retired").asBoolean()).as(retired.body()).isTrue();
    Answer refused = report("snow-4", "snow-on-roads", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(code(refused)).isEqualTo("category-retired");
    assertThat(refused.json().path("mend").asText()).isNotEmpty();
    assertThat(report("snow-1", "snow-on-roads", "").status()).as("sent again").isLessThan(300);
    assertThat(code(step("snow-on-roads", "retire", 3))).isEqualTo("category-out-already");
    assertThat(step("snow-on-roads", "revive", 3).status()).isEqualTo(200);
    assertThat(report("snow-5", "snow-on-roads", "").status()).isEqualTo(201);

    JsonNode versions = server.send(server.as("handler", PATH + "/snow-on-roads/versions")).json();
    List<Integer> numbers = new ArrayList<>();
    versions.path("categories").forEach(one -> numbers.add(one.path("version").asInt()));
    assertThat(numbers).containsExactly(4, 3, 2, 1);
    assertThat(versions.at("/categories/3/keywords/0").asText()).isEqualTo("冰");
    assertThat(server.get(PATH + "?at=1999-01-01T00:00:00Z").body())
        .doesNotContain("snow-on-roads");
    JsonNode audit =
        server.getAsOwner("/api/audit?action=incident-category-retired&limit=5").json();
    assertThat(audit.toString()).contains("snow-on-roads").contains("admin");
  }

  @Test
  void what_cannot_be_is_refused_by_name() {
    assertThat(code(add("noise", ""))).isEqualTo("category-taken");
    assertThat(code(add("No Code", ""))).isEqualTo("category-code");
    assertThat(code(add("x", "\"parent\":\"nowhere\","))).isEqualTo("category-parent");
    assertThat(code(add("x", "\"departments\":[\"moon\"],"))).isEqualTo("category-department");
    assertThat(code(add("x", "\"keywords\":[\"a\",\"a\"],"))).isEqualTo("category-list");
    assertThat(code(add("x", "\"keywords\":[1],"))).isEqualTo("text-wanted");
    assertThat(code(add("x", "\"published\":\"yes\","))).isEqualTo("flag-wanted");
    assertThat(code(add("x", "\"limitMinutes\":5,"))).isEqualTo("member-unknown");
    Answer empty = server.post(server.as("admin", PATH), "{}");
    assertThat(code(empty)).isEqualTo("member-missing");
    assertThat(code(change("noise", 99, ""))).isEqualTo("version-conflict");
    assertThat(code(change("none", 1, ""))).isEqualTo("category-unknown");
    assertThat(server.get(PATH + "/none").status()).isEqualTo(404);
    Answer unseen = server.put(server.as("admin", PATH + "/noise"), "{" + SAID + WHY + "}");
    assertThat(unseen.status()).as("without If-Match").isGreaterThanOrEqualTo(400);
    assertThat(
            server
                .post(server.as("operator", PATH), "{\"code\":\"x\"," + SAID + WHY + "}")
                .status())
        .isEqualTo(403);
    assertThat(server.get(PATH).body()).doesNotContain("\"x\"");
  }

  @Test
  void of_what_is_private_strangers_learn_nothing_but_may_report_it() {
    Answer taken = report("help-1", "help-elderly", "");
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    String number = taken.json().path("number").asText();
    assertThat(services()).contains("noise").doesNotContain("help-elderly", "dispute");
    assertThat(server.get("/open311/v2/services/help-elderly.json").status()).isEqualTo(404);
    assertThat(server.get("/open311/v2/requests/" + number + ".json").status()).isEqualTo(404);
    assertThat(server.get("/open311/v2/requests.json").body()).doesNotContain("help-elderly");
    String similar = "/api/reports/similar?lon=112.6137&lat=28.9182&category=help-elderly";
    JsonNode seen = server.send(server.as("operator", similar)).json();
    assertThat(seen.path("similar").toString()).contains(number);
    assertThat(report("lamp-1", "street-light", "").status()).isEqualTo(201);
    assertThat(server.get(similar.replace("help-elderly", "street-light")).json().path("similar"))
        .isNotEmpty();
  }

  private static final String SAID =
      "\"nameZh\":\"道路积雪\",\"nameEn\":\"Snow\",\"priority\":\"important\",";

  private Answer add(String code, String more) {
    String body = "{\"code\":\"" + code + "\"," + SAID + more + WHY + "}";
    return server.post(server.as("admin", PATH), body);
  }

  private Answer change(String code, int version, String more) {
    return server.put(
        server.as("admin", PATH + "/" + code).header("If-Match", "\"" + version + "\""),
        "{" + SAID + more + WHY + "}");
  }

  private Answer step(String code, String step, int version) {
    return server.post(
        server
            .as("admin", PATH + "/" + code + "/" + step)
            .header("If-Match", "\"" + version + "\""),
        "{" + WHY + "}");
  }

  private Answer report(String key, String category, String condition) {
    String body =
        "{\"key\":\"%s\",\"category\":\"%s\",\"condition\":\"%s\",%s}"
            .formatted(key, category, condition, PLACE);
    return server.post(server.to("/api/reports"), body);
  }

  private String conditionOf(Answer reported) {
    String path = "/api/incidents/" + reported.json().path("id").asText();
    return server.send(server.as("operator", path)).json().at("/properties/condition").asText();
  }

  private List<String> services() {
    List<String> codes = new ArrayList<>();
    server
        .get("/open311/v2/services.json")
        .json()
        .forEach(one -> codes.add(one.path("service_code").asText()));
    return codes;
  }

  private List<String> departmentsOf(String category) {
    List<String> codes = new ArrayList<>();
    server
        .send(server.as("operator", "/api/incidents/departments"))
        .json()
        .path("departments")
        .forEach(
            one -> {
              if (one.path("categories").toString().contains("\"" + category + "\"")) {
                codes.add(one.path("code").asText());
              }
            });
    return codes;
  }

  private static String code(Answer answer) {
    String code = answer.json().path("code").asText();
    assertThat(code).as(answer.status() + answer.body()).isNotEmpty();
    return code;
  }
}
