package org.wangge.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

/** An old quarter after redraws, to the byte: {@code -Dwangge.redraws=50} for the full size. */
class FigureRedrawHttpTest {
  private static final int REDRAWS = Integer.getInteger("wangge.redraws", 6);
  private static final String COMMUNITY = "990101001001";

  private final SetClock clock = new SetClock();
  private RunningServer server;
  private LocalDate lived;

  @BeforeEach
  void start(@TempDir Path folder) {
    clock.setToNow();
    lived = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    server = RunningServer.withTown(folder, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_old_quarter_has_the_old_figures_to_the_byte_whatever_is_redrawn() {
    String grid = COMMUNITY + "002";
    history(label(grid));
    clock.pass(Duration.ofDays(100));
    List<String> before = read(grid);
    assertThat(before.get(0)).contains("\"key\":\"" + grid + "\"");
    assertThat(rated(grid)).as("the quarter that was lived through has ratings").isPositive();
    List<String> now = List.of(grid);
    for (int i = 0; i < REDRAWS; i++) {
      now = now.size() == 1 ? split(now.get(0)) : merge(now);
    }
    assertThat(server.get("/api/grids/" + grid).status()).as("it is gone").isEqualTo(404);
    assertThat(read(grid)).isEqualTo(before);
  }

  /** Some closed, some filed and open, some never filed. */
  private void history(JsonNode at) {
    PastTown town = new PastTown(server, "redraw");
    for (int i = 0; i < 60; i++) {
      Instant when = PastTown.QUARTER.plus(Duration.ofHours(20L * i));
      @Nullable Instant filed = i % 3 == 0 ? null : when.plusSeconds(600);
      @Nullable Instant closed = i % 3 == 1 ? when.plusSeconds(6_000) : null;
      double lon = at.get(0).asDouble() + (i - 30) * 1e-6;
      town.report("noise", lon, at.get(1).asDouble(), when, when.plusSeconds(60), filed, closed);
    }
    town.send();
  }

  private int rated(String grid) {
    String path = "/api/kpi?period=quarter&day=" + lived + "&area=" + grid;
    return server
        .send(server.as("supervisor", path))
        .json()
        .at("/total/figures/satisfaction/denominator")
        .asInt();
  }

  private List<String> read(String grid) {
    List<String> answers = new ArrayList<>();
    for (String path :
        List.of(
            "/api/kpi?period=quarter&day=2015-01-01&by=grid",
            "/api/kpi?period=quarter&day=2015-01-01&by=partition:police-beat",
            "/api/kpi?period=quarter&day=2015-01-01&area=" + grid,
            "/api/kpi/cases?period=quarter&day=2015-01-01&count=received&area=" + grid,
            "/api/kpi?period=quarter&by=grid&day=" + lived,
            "/api/kpi?period=quarter&by=category&day=" + lived + "&area=" + grid,
            "/api/kpi/series?period=quarter&day=2015-04-01&count=4")) {
      Answer answer = server.send(server.as("supervisor", path));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      answers.add(answer.body());
    }
    return answers;
  }

  private JsonNode label(String grid) {
    return server.get("/api/grids/" + grid).json().at("/properties/labelPoint");
  }

  private List<String> split(String grid) {
    JsonNode at = label(grid);
    double lon = at.get(0).asDouble();
    double lat = at.get(1).asDouble();
    return publish(
        "{\"kind\":\"split\",\"face\":\"%s\",\"line\":[[%.7f,%.7f],[%.7f,%.7f]],\"reason\":\"x\"}"
            .formatted(grid, lon, lat - 0.02, lon, lat + 0.02));
  }

  private List<String> merge(List<String> grids) {
    return publish(
        "{\"kind\":\"merge\",\"faces\":[\"%s\",\"%s\"]}".formatted(grids.get(0), grids.get(1)));
  }

  /** Puts a plan of one edit into force; answers the grids that are new. */
  private List<String> publish(String edit) {
    List<String> before = grids();
    String plan =
        "/api/plans/"
            + server
                .post(
                    server.asOwner("/api/plans"), "{\"name\":\"甲\",\"area\":\"" + COMMUNITY + "\"}")
                .json()
                .path("id")
                .asText();
    sound(server.post(version(server.asOwner(plan + "/edits"), 1), edit));
    sound(server.post(version(server.asOwner(plan + "/submit"), 2), ""));
    sound(server.post(version(server.as("approver", plan + "/approve"), 3), ""));
    sound(server.post(version(server.asOwner(plan + "/publish"), 4), "{}"));
    return grids().stream().filter(code -> !before.contains(code)).toList();
  }

  private static void sound(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private List<String> grids() {
    List<String> codes = new ArrayList<>();
    server
        .get("/api/grids?geometry=none&level=grid&parent=" + COMMUNITY)
        .json()
        .path("features")
        .forEach(one -> codes.add(one.path("id").asText()));
    return codes;
  }

  private static HttpRequest.Builder version(HttpRequest.Builder request, int version) {
    return request.header("If-Match", "\"" + version + "\"");
  }
}
