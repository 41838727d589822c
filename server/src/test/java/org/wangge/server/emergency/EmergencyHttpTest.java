package org.wangge.server.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Emergencies on a served town of 40 grids, each test in a community of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyHttpTest {
  private static final String PLAN =
      """
      {"title":"暴雨红色预警","areas":["%s"],"householdsPerPerson":50,
       "contact":{"name":"防汛指挥部","phone":"0731-12345"},"task":%s}
      """;
  private static final String TASK =
      "{\"text\":\"家中是否进水？\",\"yesIsHazard\":true,\"until\":\"2999-01-01T00:00:00Z\"}";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer declare(String account, String area, String task) {
    return server.post(server.as(account, "/api/emergencies"), PLAN.formatted(area, task));
  }

  private JsonNode declared(String area, String task) {
    Answer answer = declare("approver", area, task);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("properties");
  }

  private JsonNode look(String account, long id) {
    return server.send(server.as(account, "/api/emergencies/" + id)).json().path("properties");
  }

  private Answer end(String account, long id, int version) {
    return server.post(
        server
            .as(account, "/api/emergencies/" + id + "/end")
            .header("If-Match", "\"" + version + "\""),
        "{}");
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Test
  void one_action_asks_people_begins_the_task_and_the_next_files_the_report() {
    String community = "990101001001";
    JsonNode foreseen =
        server
            .post(
                server.as("approver", "/api/emergencies/preview"), PLAN.formatted(community, TASK))
            .json();
    assertThat(foreseen.path("people").asInt()).isPositive();
    JsonNode one = declared(community, TASK);
    long id = one.path("id").asLong();
    assertThat(one.at("/totals/asked")).isEqualTo(foreseen.path("people"));
    assertThat(one.at("/totals/households")).isEqualTo(foreseen.path("households"));
    assertThat(one.at("/totals/left").asInt()).isGreaterThan(300);
    refused(declare("supervisor", community + "001", "null"), 409, "emergency-grid-taken");
    refused(declare("operator", community + "001", "null"), 403, "role-missing");
    answerDoor(one.path("campaign").asLong());
    String staff = call(id, 0).path("staff").asText();
    assertThat(reply(id, staff, true).at("/calls/0/byDesk").asBoolean()).isTrue();
    JsonNode now = look("handler", id);
    assertThat(now.at("/totals/confirmed").asInt()).isEqualTo(1);
    assertThat(now.at("/totals/done").asInt()).isEqualTo(1);
    refused(end("operator", id, 1), 403, "role-missing");
    assertThat(end("approver", id, 1).status()).isEqualTo(200);
    refused(end("approver", id, 2), 409, "emergency-over");
    JsonNode report = look("worker", id);
    assertThat(report.path("endedAt").isNull()).isFalse();
    assertThat(report.at("/totals/confirmed").asInt()).isEqualTo(1);
    assertThat(report.at("/totals/left")).isEqualTo(now.at("/totals/left"));
    byte[] sheet =
        server.bytes(server.as("worker", "/api/emergencies/" + id + "/sheet.xlsx?lang=en"));
    assertThat(sheet).startsWith('P', 'K').hasSizeGreaterThan(3_000);
  }

  private void answerDoor(long campaign) {
    Answer answered =
        server.post(
            server.as("worker", "/api/campaigns/" + campaign + "/units/1/answer"),
            "{\"key\":\"k\",\"version\":0,\"answers\":{\"1\":\"no\"}}");
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
  }

  private JsonNode call(long id, int index) {
    return server
        .send(server.as("operator", "/api/emergencies/" + id + "/calls"))
        .json()
        .at("/calls/" + index);
  }

  private JsonNode reply(long id, String staff, boolean comes) {
    return server
        .post(
            server.as("operator", "/api/emergencies/%d/calls/%s/reply".formatted(id, staff)),
            "{\"comes\":%s}".formatted(comes))
        .json();
  }

  @Test
  void reports_of_chosen_categories_are_urgent_while_it_lasts_and_others_stay() {
    String community = "990101001003";
    String before = report(community, "exposed-rubbish");
    String plan =
        PLAN.formatted(community, "null")
            .replace("\"task\"", "\"urgentCategories\":[\"exposed-rubbish\"],\"task\"");
    refused(
        server.post(
            server.as("approver", "/api/emergencies"),
            plan.replace("\"exposed-rubbish\"", "\"nothing\"")),
        422,
        "emergency-category-unknown");
    Answer declared = server.post(server.as("approver", "/api/emergencies"), plan);
    assertThat(declared.status()).as(declared.body()).isEqualTo(201);
    assertThat(declared.json().at("/properties/urgentCategories/0/code").asText())
        .isEqualTo("exposed-rubbish");
    long id = declared.json().at("/properties/id").asLong();
    String raised = report(community, "exposed-rubbish");
    assertThat(priority(raised)).isEqualTo("urgent");
    assertThat(priority(report(community, "stray-dog"))).isEqualTo("ordinary");
    assertThat(priority(before)).isEqualTo("ordinary");
    JsonNode deed =
        server
            .send(server.as("operator", "/api/incidents/" + raised + "/history"))
            .json()
            .at("/deeds/0");
    assertThat(deed.path("action").asText()).isEqualTo("raise");
    assertThat(deed.path("reason").asText()).isEqualTo("暴雨红色预警");
    assertThat(end("approver", id, 1).status()).isEqualTo(200);
    assertThat(priority(report(community, "exposed-rubbish")))
        .as("it is over")
        .isEqualTo("ordinary");
    assertThat(handlingLimit(raised)).as("stays as it came in").isEqualTo("urgent-hours");
    assertThat(handlingLimit(before)).startsWith("working");
  }

  private int reports;

  private String report(String community, String category) {
    JsonNode at = server.get("/api/grids/" + community + "001").json().at("/properties/labelPoint");
    Answer taken =
        server.post(
            server.as("operator", "/api/reports"),
            "{\"key\":\"raised-%d\",\"category\":\"%s\",\"lon\":%.7f,\"lat\":%.7f,\"channel\":\"phone\"}"
                .formatted(reports++, category, at.get(0).asDouble(), at.get(1).asDouble()));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    return taken.json().path("id").asText();
  }

  private String priority(String incident) {
    return server
        .send(server.as("operator", "/api/incidents/" + incident))
        .json()
        .at("/properties/priority")
        .asText();
  }

  /** Of what its handling is counted in, once it was dispatched. */
  private String handlingLimit(String incident) {
    int version = 1;
    for (String action : List.of("accept", "file", "dispatch")) {
      Answer done =
          server.post(
              server
                  .as("operator", "/api/incidents/" + incident + "/" + action)
                  .header("If-Match", "\"" + version++ + "\""),
              "{}");
      assertThat(done.status()).as(done.body()).isEqualTo(200);
    }
    return list(
            server
                .send(server.as("operator", "/api/incidents/" + incident + "/clock"))
                .json()
                .path("clocks"))
        .stream()
        .filter(one -> one.path("stage").asText().equals("handle"))
        .map(one -> one.at("/limit/kind").asText())
        .findFirst()
        .orElse("");
  }

  @Test
  void who_lives_there_is_told_and_says_it_with_one_press() {
    JsonNode person = server.getAsOwner("/api/people/" + staffOfWorker()).json().path("properties");
    String home = person.path("homeGrid").asText();
    assertThat(home).hasSize(15);
    long id = declared(home, "null").path("id").asLong();
    JsonNode own = server.send(server.as("worker", "/api/emergencies/own")).json().at("/calls/0");
    assertThat(own.path("id").asLong()).isEqualTo(id);
    assertThat(own.path("comes").isNull()).isTrue();
    JsonNode told = server.send(server.as("worker", "/api/notifications/own")).json();
    assertThat(list(told.path("features")))
        .anyMatch(it -> it.at("/properties/occasion").asText().equals("emergency-asked"));
    Answer said =
        server.post(server.as("worker", "/api/emergencies/" + id + "/reply"), "{\"comes\":true}");
    assertThat(said.json().at("/call/comes").asBoolean()).isTrue();
    JsonNode after = server.send(server.as("worker", "/api/notifications/own")).json();
    assertThat(list(after.path("features")))
        .as("who has answered is asked no more")
        .noneMatch(it -> it.at("/properties/occasion").asText().equals("emergency-asked"));
    JsonNode card = server.get("/api/grids/" + home + "/card").json();
    assertThat(card.at("/counts/emergency/contact/phone").asText()).isEqualTo("0731-12345");
    assertThat(server.get("/api/grids/990101/card").json().at("/counts/emergency/grids").asInt())
        .isPositive();
    assertThat(end("supervisor", id, 1).status()).isEqualTo(200);
    JsonNode over = server.get("/api/grids/" + home + "/card").json();
    assertThat(over.at("/counts/emergency").isMissingNode()).isTrue();
  }

  private String staffOfWorker() {
    return server.getAsOwner("/api/accounts/worker").json().findValue("staffCode").asText();
  }

  @Test
  void a_grid_has_a_contact_of_its_own_and_who_is_asked_is_for_few() {
    String community = "990101001002";
    long id = declared(community, "null").path("id").asLong();
    String contact = "/api/emergencies/" + id + "/grids/" + community + "001/contact";
    Answer changed =
        server.put(
            server.as("operator", contact).header("If-Match", "\"1\""),
            "{\"name\":\"社区值班室\",\"phone\":\"0731-777\"}");
    assertThat(changed.json().at("/properties/grids/0/contact/phone").asText())
        .isEqualTo("0731-777");
    refused(
        server.put(
            server.as("operator", contact).header("If-Match", "\"1\""),
            "{\"name\":\"x\",\"phone\":\"0731-778\"}"),
        409,
        "version-conflict");
    for (String nobody : List.of("worker", "approver", "handler")) {
      refused(
          server.send(server.as(nobody, "/api/emergencies/" + id + "/calls")), 403, "role-missing");
    }
    refused(
        server.post(
            server.as("worker", "/api/emergencies/" + id + "/reply"), "{\"comes\":\"yes\"}"),
        400,
        "flag-wanted");
    refused(server.post(server.to("/api/emergencies"), "{}"), 401, "sign-in-needed");
  }
}
