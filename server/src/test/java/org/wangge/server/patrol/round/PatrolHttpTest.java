package org.wangge.server.patrol.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;
import org.wangge.server.Waiting;

/** Patrols of the demonstration town over HTTP. */
class PatrolHttpTest {
  private static final String GRID = "990101001002001";

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

  private static String staff() {
    return server.get("/api/grids/" + GRID).json().at("/properties/inCharge/0/staffCode").asText();
  }

  private static String plan(String grid, String staff) {
    return """
        {"name":"晚班","people":["%s"],"grids":["%s"],"days":[1,3],"from":"20:00","to":"02:00",
         "times":2,"per":"week","minutes":5,"streetPercent":30}
        """
        .formatted(staff, grid);
  }

  private static RunningServer.Answer put(String path, int version, String body) {
    return server.put(server.as("operator", path).header("If-Match", "\"" + version + "\""), body);
  }

  @Test
  void a_plan_is_made_changed_and_ended_by_its_version() {
    RunningServer.Answer made =
        server.post(server.as("operator", "/api/patrols"), plan(GRID, staff()));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(made.json().path("nearMeters").asInt()).isEqualTo(15);
    String path = made.header("Location");
    RunningServer.Answer changed =
        put(path, 1, plan(GRID, staff()).replace("\"minutes\":5", "\"minutes\":7"));
    assertThat(changed.json().path("version").asInt()).isEqualTo(2);
    assertThat(put(path, 1, plan(GRID, staff())).json().path("code").asText())
        .isEqualTo("version-conflict");
    RunningServer.Answer ended =
        server.post(server.as("operator", path + "/end").header("If-Match", "\"2\""), "");
    assertThat(ended.json().path("ended").asBoolean()).isTrue();
    assertThat(put(path, 2, plan(GRID, staff())).json().path("code").asText())
        .isEqualTo("patrol-ended");
  }

  @Test
  void what_a_plan_may_not_ask_for_is_refused_with_its_field() {
    assertThat(refused(plan("990101001002999", staff()))).isEqualTo("grids patrol-grid-unknown");
    assertThat(refused(plan(GRID, "nobody"))).isEqualTo("people patrol-person-unknown");
    assertThat(refused(plan(GRID, staff()).replace("20:00", "25:00")))
        .isEqualTo("from patrol-time");
    assertThat(refused(plan(GRID, staff()).replace("\"times\":2", "\"times\":3")))
        .isEqualTo("times patrol-times");
    assertThat(refused(plan(GRID, staff()).replace("[1,3]", "[]"))).isEqualTo("days patrol-days");
  }

  private static String refused(String plan) {
    RunningServer.Answer answer = server.post(server.as("operator", "/api/patrols"), plan);
    return answer.json().path("field").asText() + " " + answer.json().path("code").asText();
  }

  @Test
  void patrols_of_the_past_days_are_compared_with_what_was_walked() {
    JsonNode runs = judgedRuns();
    assertThat(runs).hasSizeGreaterThan(40);
    int done = 0;
    for (JsonNode run : runs) {
      assertThat(run.path("result").asText()).isIn("done", "partly", "missed", "unknown");
      for (JsonNode grid : run.path("grids")) {
        assertThat(grid.path("walkedStreetMeters").asLong())
            .isBetween(0L, grid.path("streetMeters").asLong() + 1);
        assertThat(grid.path("met").asBoolean())
            .isEqualTo(grid.path("lackingSeconds").asLong() == 0);
      }
      done += run.path("result").asText().equals("done") ? 1 : 0;
    }
    assertThat(done).as("of %s", runs.size()).isBetween(10, runs.size() - 1);
    assertSheet(runs);
    assertFigures(runs, done);
    assertFieldwork();
  }

  /** Beside the figures of incidents, month by month, area by area. */
  private static void assertFieldwork() {
    String path = "/api/kpi/fieldwork?period=year";
    JsonNode all = server.send(server.as("supervisor", path)).json();
    Instant asOf = Instant.parse(all.at("/period/asOf").asText());
    JsonNode grids =
        server
            .send(
                server.as(
                    "supervisor",
                    "/api/patrols/figures?by=grid&from="
                        + all.at("/period/from").asText()
                        + "&to="
                        + asOf))
            .json()
            .path("rows");
    for (String count : new String[] {"due", "done", "missed", "unknown"}) {
      int sum = 0;
      for (JsonNode grid : grids) {
        sum += grid.path(count).asInt();
      }
      assertThat(all.at("/total/patrols/" + count).asInt()).as(count).isEqualTo(sum);
    }
    assertThat(all.at("/total/patrols/done").asInt()).isPositive();
    assertThat(all.at("/total/visits/due").asInt()).isPositive();
    assertThat(all.path("rows")).hasSize(1);
    JsonNode below = server.send(server.as("supervisor", path + "&area=990101001")).json();
    for (String part : new String[] {"patrols", "visits"}) {
      int sum = 0;
      for (JsonNode row : below.path("rows")) {
        sum += row.at("/" + part + "/due").asInt();
      }
      assertThat(below.at("/total/" + part + "/due").asInt()).as(part).isPositive().isEqualTo(sum);
    }
    JsonNode planner = server.send(server.as("planner", path)).json();
    assertThat(planner.at("/total/patrols").isNull()).isTrue();
    assertThat(planner.at("/total/visits").isNull()).isTrue();
    assertThat(planner.path("rows")).isEmpty();
  }

  /** All that began in the last six days and is over, once each of them was compared. */
  private static JsonNode judgedRuns() {
    Instant now = Instant.now();
    String path =
        "/api/patrols/runs?from="
            + now.minus(Duration.ofDays(6))
            + "&to="
            + now.minus(Duration.ofHours(12));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    JsonNode runs = runs(path);
    while (!isJudged(runs) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      runs = runs(path);
    }
    assertThat(isJudged(runs)).isTrue();
    return runs;
  }

  private static JsonNode runs(String path) {
    return server.send(server.as("supervisor", path)).json().path("runs");
  }

  private static boolean isJudged(JsonNode runs) {
    for (JsonNode run : runs) {
      if (run.path("id").isNull() || run.path("result").asText().equals("running")) {
        return false;
      }
    }
    return !runs.isEmpty();
  }

  private static void assertSheet(JsonNode runs) {
    JsonNode done =
        runs.findParents("result").stream()
            .filter(run -> run.path("result").asText().equals("done"))
            .findFirst()
            .orElseThrow();
    JsonNode sheet =
        server
            .send(server.as("supervisor", "/api/patrols/runs/" + done.path("id").asText()))
            .json();
    assertThat(sheet.at("/run/staffCode")).isEqualTo(done.path("staffCode"));
    double walked = 0;
    for (JsonNode part : sheet.at("/ground/features")) {
      if (part.at("/properties/walked").asBoolean()) {
        walked += part.at("/properties/meters").asDouble();
      }
    }
    double told = done.at("/grids/0/walkedStreetMeters").asDouble();
    assertThat(walked).as("what is drawn is what is told").isBetween(told * 0.9, told * 1.1);
    if (done.path("staffCode").asText().equals(walkerOfTheAccount())) {
      assertThat(server.send(server.as("worker", "/api/account/looks")).json().toString())
          .contains("supervisor");
    }
  }

  private static String walkerOfTheAccount() {
    return server.getAsOwner("/api/accounts/worker").json().findValue("staffCode").asText();
  }

  private static void assertFigures(JsonNode runs, int done) {
    Instant first = Instant.parse(runs.get(0).path("from").asText());
    Instant last = Instant.parse(runs.get(runs.size() - 1).path("from").asText()).plusSeconds(1);
    for (String by : new String[] {"person", "grid"}) {
      JsonNode rows =
          server
              .send(
                  server.as(
                      "supervisor",
                      "/api/patrols/figures?by=" + by + "&from=" + first + "&to=" + last))
              .json()
              .path("rows");
      int due = 0;
      int met = 0;
      for (JsonNode row : rows) {
        due += row.path("due").asInt();
        met += row.path("done").asInt();
        assertThat(row.path("judged").asInt())
            .isEqualTo(row.path("due").asInt() - row.path("unknown").asInt());
      }
      assertThat(due).as("each has one grid").isEqualTo(runs.size());
      assertThat(met).isEqualTo(done);
    }
  }

  @Test
  void who_walks_soon_is_reminded_once() {
    LocalTime begin =
        LocalTime.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai"))
            .plusMinutes(20)
            .truncatedTo(ChronoUnit.MINUTES);
    String soon =
        plan(GRID, walkerOfTheAccount())
            .replace("晚班", "马上开始")
            .replace("[1,3]", "[1,2,3,4,5,6,7]")
            .replace("20:00", begin.toString())
            .replace("02:00", begin.plusHours(1).toString())
            .replace("\"times\":2,\"per\":\"week\"", "\"times\":1,\"per\":\"day\"");
    String path = server.post(server.as("operator", "/api/patrols"), soon).header("Location");
    Waiting.until(() -> !reminders().isEmpty());
    assertThat(reminders())
        .singleElement()
        .asString()
        .contains("“马上开始”", begin + "–" + begin.plusHours(1), "开始");
    assertThat(put(path, 1, soon.replace("\"minutes\":5", "\"minutes\":6")).status())
        .isEqualTo(200);
  }

  private static List<String> reminders() {
    List<String> texts = new ArrayList<>();
    server
        .send(server.as("worker", "/api/notifications/own"))
        .json()
        .path("features")
        .forEach(
            one -> {
              if (one.at("/properties/occasion").asText().equals("patrol-soon")
                  && one.at("/properties/text").asText().contains("马上开始")) {
                texts.add(one.at("/properties/text").asText());
              }
            });
    return texts;
  }

  @Test
  void grids_that_nobody_walked_are_told_longest_first_and_as_a_table() {
    JsonNode all =
        server.send(server.as("supervisor", "/api/patrols/unwalked?days=0")).json().path("grids");
    assertThat(all).hasSizeGreaterThan(30);
    String before = "";
    for (JsonNode grid : all) {
      String at = grid.path("walkedAt").isNull() ? "" : grid.path("walkedAt").asText();
      assertThat(at).isGreaterThanOrEqualTo(before);
      before = at;
    }
    JsonNode few =
        server.send(server.as("supervisor", "/api/patrols/unwalked?days=400")).json().path("grids");
    assertThat(few.size()).isLessThan(all.size());
    String csv = server.send(server.as("supervisor", "/api/patrols/unwalked.csv?days=0")).body();
    assertThat(csv.lines()).hasSize(all.size() + 1);
  }

  @Test
  void a_worker_sees_the_own_patrols_and_nobody_else_s() {
    assertThat(server.send(server.as("worker", "/api/patrols")).status()).isEqualTo(403);
    JsonNode own = server.send(server.as("worker", "/api/patrols/own")).json().path("runs");
    assertThat(own).isNotEmpty();
    for (JsonNode run : own) {
      assertThat(run.path("staffCode").asText()).isEqualTo(walkerOfTheAccount());
    }
    assertThat(server.send(server.as("supervisor", "/api/patrols/own")).status()).isEqualTo(403);
    assertThat(server.get("/api/patrols").status()).isIn(401, 403);
  }
}
