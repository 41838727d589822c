package org.wangge.server.plan.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** What a split in the generated town changes, as the planner and as those in charge see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactHttpTest {
  private static final String COMMUNITY = "990101001001";
  private static final String GRID = COMMUNITY + "002";
  private static final String BESIDE = COMMUNITY + "003";

  private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-f]+);");

  private Path folder;
  private RunningServer server;
  private String draft;
  private String published;
  private JsonNode grid;
  private String incident;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    server = RunningServer.withTown(folder.resolve("data"));
    grid = server.get("/api/grids/" + GRID).json();
    incident = report();
    plan("早巡", GRID);
    plan("远巡", BESIDE);
    draft = split("甲");
    published = split("乙");
    server.post(version(published, "/submit", 2), "");
    String approve = "/api/plans/" + published + "/approve";
    server.post(server.as("approver", approve).header("If-Match", "\"3\""), "");
    Answer answer = server.post(version(published, "/publish", 4), "{}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private void plan(String name, String code) {
    String staff = grid.at("/properties/inCharge/0/staffCode").asText();
    String patrol =
        """
        {"name":"%s","people":["%s"],"grids":["%s"],"days":[1],"from":"20:00","to":"22:00",
         "times":1,"per":"day","minutes":5,"streetPercent":0}
        """
            .formatted(name, staff, code);
    Answer made = server.post(server.as("operator", "/api/patrols"), patrol);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
  }

  @Test
  void patrol_plans_of_the_grid_are_named_with_where_its_ground_goes() {
    JsonNode impact = impact("planner", published).json();
    List<String> moves = new ArrayList<>();
    for (JsonNode one : impact.path("handed")) {
      if (one.path("label").asText().equals("早巡")) {
        assertThat(one.path("kind").asText()).isEqualTo("patrol");
        moves.add(one.path("from").asText() + " " + one.path("to").asText());
      }
    }
    assertThat(moves)
        .containsExactly(GRID + " " + COMMUNITY + "007", GRID + " " + COMMUNITY + "008");
    assertThat(impact.path("handed").findValuesAsText("label")).doesNotContain("远巡");
    assertThat(impact.at("/counts/patrols").asInt()).isPositive();
    assertThat(get("/api/plans/" + published + "/impact.csv?lang=en"))
        .contains("\"Patrol plan\"", "\"Patrol plans\"");
  }

  /** In the western half. */
  private String report() {
    JsonNode middle = grid.at("/properties/labelPoint");
    String report =
        "{\"key\":\"moved\",\"category\":\"noise\",\"lon\":%.7f,\"lat\":%.7f,\"channel\":\"phone\"}"
            .formatted(middle.get(0).asDouble() - 0.0001, middle.get(1).asDouble());
    Answer taken = server.post(server.as("operator", "/api/reports"), report);
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    String id = taken.json().path("id").asText();
    assertThat(incident(id).at("/properties/grid").asText()).isEqualTo(GRID);
    return id;
  }

  private JsonNode incident(String id) {
    return server.send(server.as("operator", "/api/incidents/" + id)).json();
  }

  private String split(String name) {
    String begin = "{\"name\":\"%s\",\"area\":\"%s\"}".formatted(name, COMMUNITY);
    String id = server.post(server.as("planner", "/api/plans"), begin).json().path("id").asText();
    JsonNode middle = grid.at("/properties/labelPoint");
    double lon = middle.get(0).asDouble();
    double lat = middle.get(1).asDouble();
    String edit =
        "{\"kind\":\"split\",\"face\":\"%s\",\"reason\":\"甲\",\"line\":[[%.7f,%.7f],[%.7f,%.7f]]}"
            .formatted(GRID, lon, lat - 0.02, lon, lat + 0.02);
    Answer made = server.post(version(id, "/edits", 1), edit);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    return id;
  }

  private HttpRequest.Builder version(String plan, String what, int version) {
    return server
        .as("planner", "/api/plans/" + plan + what)
        .header("If-Match", "\"" + version + "\"");
  }

  private Answer impact(String account, String plan) {
    return server.send(server.as(account, "/api/plans/" + plan + "/impact"));
  }

  @Test
  void everything_on_the_ground_of_the_old_grid_goes_to_one_of_the_two_new_ones() {
    JsonNode impact = impact("planner", published).json();
    assertThat(impact.path("whole").asBoolean()).isTrue();
    assertThat(impact.path("retired").findValuesAsText("code")).containsExactly(GRID);
    assertThat(impact.path("born").findValuesAsText("code"))
        .containsExactly(COMMUNITY + "007", COMMUNITY + "008");
    JsonNode counts = impact.path("counts");
    assertThat(counts.path("households").asInt())
        .isEqualTo(grid.at("/properties/households").asInt());
    int buildings = 0;
    int people = 0;
    Set<String> inCharge = new HashSet<>();
    for (JsonNode one : impact.path("handed")) {
      assertThat(one.path("from").asText()).isEqualTo(GRID);
      assertThat(one.path("to").asText()).isIn(COMMUNITY + "007", COMMUNITY + "008");
      buildings += one.path("kind").asText().equals("building") ? 1 : 0;
      if (one.path("kind").asText().equals("in-charge")) {
        people++;
        inCharge.add(one.path("id").asText());
      }
    }
    assertThat(buildings).isEqualTo(counts.path("buildings").asInt()).isPositive();
    assertThat(inCharge).hasSize(counts.path("inCharge").asInt());
    assertThat(people).as("each stands for both halves").isEqualTo(2 * inCharge.size());
    assertThat(counts.path("units").asInt()).isPositive();
    long meters = 0;
    for (JsonNode flow : impact.path("flows")) {
      meters += flow.path("squareMeters").asLong();
    }
    long ground = 0;
    JsonNode plan = server.send(server.as("planner", "/api/plans/" + published)).json();
    for (JsonNode face : plan.at("/grids/features")) {
      boolean born = face.at("/properties/born").asBoolean();
      ground += born ? face.at("/properties/squareMeters").asLong() : 0;
    }
    assertThat(meters).isPositive().isCloseTo(ground, within(3L));
  }

  @Test
  void an_open_incident_comes_to_the_new_grid_that_holds_it() {
    JsonNode moved = incident(incident).path("properties");
    String now = moved.path("grid").asText();
    assertThat(now).isIn(COMMUNITY + "007", COMMUNITY + "008");
    assertThat(moved.path("filedGrid").isNull()).as("not filed").isTrue();
    JsonNode deeds =
        server
            .send(server.as("operator", "/api/incidents/" + incident + "/history"))
            .json()
            .path("deeds");
    assertThat(deeds.findValuesAsText("action")).containsExactly("reassign");
    assertThat(deeds.get(0).path("reason").asText()).isEqualTo(GRID + " → " + now);
    JsonNode handed = impact("planner", draft).json().path("handed");
    assertThat(handed.findValuesAsText("id")).as("told beforehand").contains(incident);
  }

  @Test
  void the_draft_tells_beforehand_what_the_publication_did() {
    JsonNode before = impact("planner", draft).json();
    assertThat(before.at("/plan/state").asText()).isEqualTo("draft");
    assertThat(before.at("/counts/buildings").asInt())
        .isEqualTo(impact("planner", published).json().at("/counts/buildings").asInt());
    assertThat(before.path("born").findValuesAsText("code")).hasSize(2);
  }

  @Test
  void a_draft_is_for_who_draws_and_nobody_else() {
    for (String account : new String[] {"approver", "worker", "handler", "supervisor"}) {
      Answer refused = impact(account, draft);
      assertThat(refused.status()).as(account).isEqualTo(404);
      assertThat(refused.json().path("code").asText()).isEqualTo("plan-unknown");
    }
    assertThat(impact("approver", published).status()).isEqualTo(200);
    assertThat(server.get("/api/plans/" + published + "/impact").status()).isEqualTo(401);
  }

  @Test
  void who_is_in_charge_of_a_grid_sees_what_concerns_it_and_of_others_nothing() {
    Answer own = as(account("own.worker", "worker", GRID), "/api/plans/" + published + "/impact");
    assertThat(own.status()).as(own.body()).isEqualTo(200);
    assertThat(own.json().path("whole").asBoolean()).isFalse();
    assertThat(own.json().at("/counts/buildings").asInt()).isPositive();
    assertThat(own.json().path("retired").findValuesAsText("code")).containsExactly(GRID);

    JsonNode around = as(signIn("own.worker"), "/api/impacts").json().path("plans");
    assertThat(around.findValuesAsText("id")).contains(published).doesNotContain(draft);

    Answer beside = as(account("beside", "worker", BESIDE), "/api/plans/" + published + "/impact");
    assertThat(beside.status()).as(beside.body()).isEqualTo(404);
    Answer other =
        as(account("elsewhere", "planner", "990101001002"), "/api/plans/" + published + "/impact");
    assertThat(other.status()).isEqualTo(404);
  }

  @Test
  void names_of_people_are_only_told_to_who_may_know_them() {
    String toPlanner = impact("planner", published).body();
    for (JsonNode one : impact("planner", published).json().path("handed")) {
      if (one.path("kind").asText().equals("unit-staff")) {
        assertThat(one.path("name").isNull()).as(one.toString()).isTrue();
      }
    }
    JsonNode toAdmin = impact("admin", published).json().path("handed");
    assertThat(toAdmin.findValuesAsText("name")).isNotEmpty();
    assertThat(toPlanner).doesNotContain("1390");
  }

  @Test
  void the_sheet_holds_every_row_in_the_language_asked_for() throws IOException {
    String csv = get("/api/plans/" + published + "/impact.csv?lang=zh");
    assertThat(csv).startsWith("\uFEFF").contains("原网格", "新网格", "网格长", "\"" + GRID + "\"");
    JsonNode impact = impact("planner", published).json();
    long rows = csv.lines().filter(line -> line.startsWith("\"楼栋\"")).count();
    assertThat(rows).isEqualTo(impact.at("/counts/buildings").asLong());
    assertThat(get("/api/plans/" + published + "/impact.csv?lang=en")).contains("Old grid");

    Map<String, String> parts = workbook("/api/plans/" + published + "/impact.xlsx?lang=zh");
    assertThat(parts.get("xl/workbook.xml")).contains("网格变动", "流向汇总", "移交明细");
    assertThat(parts.get("xl/sharedStrings.xml")).contains(GRID, "专职网格员", "楼栋");
    assertThat(parts).containsKeys("xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml");
  }

  private String get(String path) {
    Answer answer = server.send(server.as("planner", path));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String character(MatchResult found) {
    return Character.toString(Integer.parseInt(found.group(1), 16));
  }

  private Map<String, String> workbook(String path) throws IOException {
    Path file = Files.write(folder.resolve("book.xlsx"), server.bytes(server.as("planner", path)));
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] part = zip.getInputStream(entry).readAllBytes();
        String text = new String(part, StandardCharsets.UTF_8);
        parts.put(entry.getName(), CHARACTER.matcher(text).replaceAll(ImpactHttpTest::character));
      }
    }
    return parts;
  }

  @Test
  void a_plan_and_a_day_and_two_days_are_compared() {
    String path = "/api/plans/at:2026-01-01/compare/" + published;
    JsonNode compared = server.send(server.as("approver", path)).json();
    assertThat(compared.path("area").asText()).isEqualTo(COMMUNITY);
    assertThat(compared.at("/a/grids/features")).hasSize(6);
    assertThat(compared.at("/b/grids/features")).hasSize(7);
    assertThat(compared.path("retired").findValuesAsText("code")).containsExactly(GRID);
    String later = "/api/plans/at:2030-01-01/compare/at:2026-01-01?area=" + COMMUNITY;
    JsonNode back = server.send(server.as("approver", later)).json();
    assertThat(back.path("born").findValuesAsText("code")).containsExactly(GRID);
    assertThat(back.at("/counts/buildings").asInt())
        .isEqualTo(compared.at("/counts/buildings").asInt());
    JsonNode same =
        server.send(server.as("approver", "/api/plans/" + draft + "/compare/" + draft)).json();
    assertThat(same.path("flows")).isEmpty();
  }

  @Test
  void a_comparison_without_a_place_or_between_places_apart_is_refused() {
    assertThat(code("approver", "/api/plans/at:2026-01-01/compare/at:2026-02-01"))
        .isEqualTo("compare-area-missing");
    assertThat(code("approver", "/api/plans/at:yesterday/compare/1"))
        .isEqualTo("instant-malformed");
    assertThat(code("approver", "/api/plans/x/compare/1")).isEqualTo("plan-unknown");
    String elsewhere =
        server
            .post(server.as("planner", "/api/plans"), "{\"name\":\"丙\",\"area\":\"990101001002\"}")
            .json()
            .path("id")
            .asText();
    assertThat(code("approver", "/api/plans/" + draft + "/compare/" + elsewhere))
        .isEqualTo("compare-areas-apart");
    assertThat(code("worker", "/api/plans/" + draft + "/compare/" + draft))
        .isEqualTo("role-missing");
  }

  private String code(String account, String path) {
    return server.send(server.as(account, path)).json().path("code").asText();
  }

  /** Cookie of somebody who holds a role in one area. */
  private String account(String name, String role, String area) {
    String body = "{\"account\":\"%s\",\"role\":\"%s\",\"area\":\"%s\"}";
    String first =
        server
            .post(server.as("admin", "/api/accounts"), body.formatted(name, role, area))
            .json()
            .path("password")
            .asText();
    Answer begun =
        server.post(
            server.to("/api/session"),
            "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(name, first));
    String cookie = begun.header("Set-Cookie").split(";", 2)[0];
    String own = "{\"current\":\"%s\",\"password\":\"a sentence of my own 7\"}".formatted(first);
    server.post(server.to("/api/account/password").header("Cookie", cookie), own);
    return cookie;
  }

  private String signIn(String name) {
    String body = "{\"user\":\"%s\",\"password\":\"a sentence of my own 7\"}".formatted(name);
    return server.post(server.to("/api/session"), body).header("Set-Cookie").split(";", 2)[0];
  }

  private Answer as(String cookie, String path) {
    return server.send(server.to(path).header("Cookie", cookie));
  }
}
