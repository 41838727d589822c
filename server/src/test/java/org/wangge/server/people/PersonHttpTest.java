package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.FeatureLists.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** Who stands behind the staff codes of the demonstration town, over HTTP. */
class PersonHttpTest {
  private static final String WHY = "{\"field\":\"%s\",\"why\":\"%s\",\"case\":\"%s\"}";
  private static RunningServer server;
  private static LogWatch log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  private static JsonNode one(String account, String code) {
    RunningServer.Answer answer = server.send(server.as(account, "/api/people/" + code));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("properties");
  }

  private static RunningServer.Answer reveal(String account, String code, String body) {
    return server.post(server.as(account, "/api/people/" + code + "/reveals"), body);
  }

  @Test
  void each_role_sees_what_it_needs_and_the_rest_masked() {
    JsonNode toOperator = one("operator", "D0003");
    assertThat(toOperator.path("name").asText()).doesNotContain("*").isNotBlank();
    assertThat(toOperator.path("dutyPhone").asText()).matches("000[0-9]{8}");
    assertThat(toOperator.path("privatePhone").asText()).matches("000\\*{4}[0-9]{4}");
    assertThat(toOperator.path("idNumber").asText()).matches("00\\*{14}[0-9X]{2}");
    assertThat(toOperator.path("homeAddress").asText()).endsWith("栋***");
    assertThat(toOperator.path("masked").toString())
        .isEqualTo("[\"privatePhone\",\"idNumber\",\"homeAddress\"]");
    assertThat(toOperator.path("revealable").toString())
        .isEqualTo("[\"privatePhone\",\"homeAddress\"]");
    assertThat(toOperator.at("/posts/0/name").asText()).isNotBlank();
    JsonNode toWorker = one("worker", "D0003");
    assertThat(toWorker.path("name").asText())
        .startsWith(toOperator.path("name").asText().substring(0, 1))
        .endsWith("*");
    assertThat(toWorker.path("dutyPhone")).isEqualTo(toOperator.path("dutyPhone"));
    assertThat(toWorker.path("revealable")).isEmpty();
    assertThat(one("admin", "D0003").path("idNumber").asText()).contains("*");
    for (String account : List.of("planner", "approver")) {
      assertThat(server.send(server.as(account, "/api/people/D0003")).status()).isEqualTo(403);
    }
    assertThat(server.get("/api/people").status()).isEqualTo(401);
  }

  @Test
  void a_name_that_is_masked_is_not_found_by_it() {
    String name = one("operator", "D0004").path("name").asText();
    String asked = "/api/people?limit=1000&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    assertThat(ids(server.send(server.as("operator", asked)).json().path("features")))
        .contains("D0004");
    assertThat(server.send(server.as("worker", asked)).json().path("features")).isEmpty();
    String byCode = "/api/people?q=D0004";
    assertThat(ids(server.send(server.as("worker", byCode)).json().path("features")))
        .containsExactly("D0004");
  }

  @Test
  void a_list_is_narrowed_by_area_and_comes_in_pages() {
    JsonNode post = one("operator", "D0003").at("/posts/0");
    String area = post.path("code").asText().substring(0, 12);
    List<String> there =
        ids(
            server
                .send(server.as("operator", "/api/people?limit=1000&area=" + area))
                .json()
                .path("features"));
    assertThat(there).contains("D0003").isSorted();
    List<String> paged = new ArrayList<>();
    String cursor = "";
    while (paged.size() < there.size()) {
      JsonNode page =
          server.send(server.as("operator", "/api/people?limit=7&area=" + area + cursor)).json();
      paged.addAll(ids(page.path("features")));
      cursor = "&cursor=" + page.path("next").asText();
    }
    assertThat(paged).isEqualTo(there);
  }

  @Test
  void a_field_is_shown_whole_for_a_reason_to_whom_it_may() {
    RunningServer.Answer shown =
        reveal("operator", "D0005", WHY.formatted("privatePhone", "incident", "20261103-0001"));
    assertThat(shown.status()).as(shown.body()).isEqualTo(200);
    assertThat(shown.json().path("value").asText()).matches("000[0-9]{8}");
    assertThat(one("operator", "D0005").path("privatePhone").asText()).contains("*");
    JsonNode refused = reveal("operator", "D0005", WHY.formatted("idNumber", "case", "A-1")).json();
    assertThat(refused.path("code").asText()).isEqualTo("reveal-refused");
    assertThat(reveal("liaison", "D0005", WHY.formatted("idNumber", "case", "A-1")).status())
        .isEqualTo(200);
    assertThat(reveal("worker", "D0005", WHY.formatted("name", "check", "")).status())
        .isEqualTo(403);
    assertThat(reveal("liaison", "D0005", WHY.formatted("name", "curious", "")).status())
        .isEqualTo(400);
    assertThat(reveal("liaison", "D0005", WHY.formatted("name", "check", "张三 欠钱")).status())
        .isEqualTo(422);
    assertThat(reveal("liaison", "nobody", WHY.formatted("name", "check", "")).status())
        .isEqualTo(404);
  }

  @Test
  void who_reveals_too_much_too_fast_has_to_wait() {
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      if (reveal("liaison2", "D0006", WHY.formatted("name", "check", "")).status() == 429) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThanOrEqualTo(1);
    assertThat(reveal("supervisor", "D0006", WHY.formatted("name", "check", "")).status())
        .as("others need not wait")
        .isEqualTo(200);
  }

  @Test
  void an_administrator_adds_changes_and_erases_and_a_code_is_never_given_again() {
    String body = "{\"code\":\"N-1\",\"name\":\"欧阳测试\",\"privatePhone\":\"00011112222\"}";
    RunningServer.Answer added = server.post(server.as("admin", "/api/people"), body);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.header("ETag")).isEqualTo("\"1\"");
    assertThat(server.post(server.as("operator", "/api/people"), body).status()).isEqualTo(403);
    assertThat(server.post(server.as("admin", "/api/people"), body).status()).isEqualTo(409);
    String path = "/api/people/N-1";
    RunningServer.Answer changed =
        server.patch(
            server.as("admin", path).header("If-Match", "\"1\""),
            "{\"dutyPhone\":\"00033334444\",\"unit\":\"一队\",\"privatePhone\":null}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().at("/properties/name").asText()).isEqualTo("欧阳测试");
    assertThat(changed.json().at("/properties/dutyPhone").asText()).isEqualTo("00033334444");
    assertThat(changed.json().at("/properties/privatePhone").asText()).isEmpty();
    assertThat(
            server
                .patch(server.as("admin", path).header("If-Match", "\"1\""), "{\"unit\":\"二队\"}")
                .status())
        .isEqualTo(409);
    assertThat(server.patch(server.as("admin", path), "{}").status()).isEqualTo(400);
    RunningServer.Answer erased =
        server.post(server.as("admin", path + "/erasure").header("If-Match", "\"2\""), "");
    assertThat(erased.status()).as(erased.body()).isEqualTo(200);
    JsonNode left = erased.json().path("properties");
    assertThat(left.path("erased").asBoolean()).isTrue();
    assertThat(left.path("name").asText() + left.path("unit").asText()).isEmpty();
    assertThat(
            server
                .post(server.as("admin", path + "/erasure").header("If-Match", "\"3\""), "")
                .status())
        .isEqualTo(200);
    assertThat(server.post(server.as("admin", "/api/people"), body).json().path("code").asText())
        .isEqualTo("person-taken");
    assertThat(
            server
                .patch(server.as("admin", path).header("If-Match", "\"3\""), "{\"unit\":\"一\"}")
                .json()
                .path("code")
                .asText())
        .isEqualTo("person-erased");
  }
}
