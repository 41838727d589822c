package org.wangge.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.evaluation.Lot;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleHttpTest {
  private static final String SAMPLES = "/api/evaluations/samples";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** As many as one sample may hold. */
  private static final String LIGHTS = ",\"category\":\"street-light\"";

  private final SetClock clock = new SetClock();
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    clock.setToNow();
    server = RunningServer.withTown(folder, clock);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private LocalDate today() {
    return clock.instant().atZone(ZONE).toLocalDate();
  }

  private JsonNode get(String account, String path) {
    Answer answer = server.send(server.as(account, path));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  private Answer draw(String account, int daysAgo, int size, String more) {
    return server.post(
        server.as(account, SAMPLES),
        "{\"from\":\"%s\",\"to\":\"%s\",\"size\":%d%s}"
            .formatted(today().minusDays(20), today().minusDays(daysAgo), size, more));
  }

  private JsonNode drawn(int daysAgo, int size, String more) {
    Answer answer = draw("supervisor", daysAgo, size, more);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private JsonNode members(JsonNode sample) {
    return get("supervisor", SAMPLES + "/" + sample.path("id") + "/members").path("members");
  }

  private static List<String> ids(JsonNode members) {
    List<String> ids = new ArrayList<>();
    members.forEach(one -> ids.add(one.path("incidentId").asText()));
    return ids;
  }

  private Answer assess(
      String account, JsonNode sample, String incident, int version, String body) {
    String path = SAMPLES + "/" + sample.path("id") + "/members/" + incident + "/assessment";
    return server.put(server.as(account, path).header("If-Match", "\"" + version + "\""), body);
  }

  private static String found(boolean solved, String callback, String remark) {
    return "{\"real\":true,\"solved\":%s,\"inTime\":true,\"callback\":\"%s\",\"remark\":\"%s\"}"
        .formatted(solved, callback, remark);
  }

  @Test
  void a_draw_can_be_made_again_by_anybody_and_by_hand() {
    JsonNode all = drawn(2, 200, LIGHTS + ",\"seed\":\"all\"");
    int population = all.path("population").asInt();
    assertThat(population).isEqualTo(all.path("size").asInt()).isGreaterThan(8);
    JsonNode size =
        get(
            "supervisor",
            "/api/evaluations/population?from=%s&to=%s&category=street-light"
                .formatted(today().minusDays(20), today().minusDays(2)));
    assertThat(size).hasToString("{\"population\":" + population + "}");
    JsonNode sample = drawn(2, 8, LIGHTS);
    String seed = sample.path("seed").asText();
    assertThat(seed).hasSize(16);
    assertThat(ids(members(sample)))
        .isEqualTo(Lot.draw(seed, ids(members(all)), 8).stream().map(Lot::incidentId).toList());
    JsonNode again = drawn(2, 8, LIGHTS + ",\"seed\":\"" + seed + "\"");
    assertThat(again).isEqualTo(sample);
    assertThat(members(again)).isEqualTo(members(sample));
    JsonNode listed = get("operator", SAMPLES + "?limit=1");
    assertThat(listed.at("/samples/0/id")).isEqualTo(sample.path("id"));
    assertThat(listed.path("next").asText()).isEqualTo(sample.path("id").asText());
    assertThat(draw("operator", 2, 8, "").status()).isEqualTo(403);
    refused(draw("supervisor", 30, 8, ""), 422, "sample-period");
    refused(draw("supervisor", 2, 0, ""), 422, "sample-size");
    refused(draw("supervisor", 2, 5, ",\"category\":\"nothing\""), 422, "sample-empty");
    refused(draw("supervisor", 2, 5, ",\"incidents\":[\"x\"]"), 400, "member-unknown");
    refused(server.send(server.as("supervisor", SAMPLES + "/none")), 404, "sample-unknown");
  }

  @Test
  void what_is_found_counts_opens_its_list_and_stands_in_the_sheet() {
    JsonNode sample = drawn(1, 4, ",\"channel\":\"phone\"");
    List<String> ids = ids(members(sample));
    String bad = ids.get(0);
    refused(assess("operator", sample, bad, 0, found(true, "satisfied", "")), 403, "role-missing");
    refused(assess("supervisor", sample, bad, 0, "{\"real\":true}"), 400, "member-missing");
    assess("supervisor", sample, bad, 0, found(true, "satisfied", "rang 13900003333"));
    Answer corrected =
        assess("supervisor", sample, bad, 1, found(false, "unsatisfied", "call 13900003333"));
    assertThat(corrected.json().at("/assessment/remark").asText()).isEqualTo("call 139****3333");
    refused(
        assess("supervisor", sample, bad, 1, found(true, "satisfied", "")),
        409,
        "version-conflict");
    assess("supervisor", sample, ids.get(1), 0, found(true, "unreached", ""));
    JsonNode known = get("supervisor", SAMPLES + "/" + sample.path("id"));
    for (JsonNode result : known.path("results")) {
      for (String side : List.of("numerator list", "denominator of")) {
        String[] names = side.split(" ", -1);
        assertThat(get("supervisor", result.path(names[1]).asText()).path("members"))
            .as(result.toString())
            .hasSize(result.path(names[0]).asInt());
      }
    }
    assertThat(lines(known))
        .containsExactly(
            "progress 2/4",
            "pass-rate 1/2",
            "real-rate 2/2",
            "solved-rate 1/2",
            "in-time-rate 2/2",
            "callback-satisfaction 0/1");
    byte[] sheet =
        server.bytes(
            server.as("supervisor", SAMPLES + "/" + sample.path("id") + "/sheet.xlsx?lang=en"));
    assertThat(new String(sheet, 0, 2, StandardCharsets.UTF_8)).isEqualTo("PK");
    JsonNode incident = get("supervisor", "/api/incidents/" + bad).path("properties");
    Answer reopened =
        server.post(
            server
                .as("supervisor", "/api/incidents/" + bad + "/reopen")
                .header("If-Match", "\"" + incident.path("version") + "\""),
            "{\"reason\":\"not solved\"}");
    assertThat(reopened.json().at("/properties/standing").asText()).isEqualTo("filed");
    assertThat(ids(members(sample))).as("drawn is drawn").isEqualTo(ids);
  }

  private static List<String> lines(JsonNode sample) {
    List<String> lines = new ArrayList<>();
    sample
        .path("results")
        .forEach(
            one ->
                lines.add(
                    one.path("result").asText()
                        + " "
                        + one.path("numerator")
                        + "/"
                        + one.path("denominator")));
    return lines;
  }
}
