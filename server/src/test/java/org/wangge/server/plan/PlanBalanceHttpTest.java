package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/**
 * The figures of a plan in the generated town, before and after the proposal of a split is taken.
 */
class PlanBalanceHttpTest {
  @TempDir Path folder;

  @Test
  void the_grid_that_has_outgrown_the_rule_is_told_and_the_best_proposal_mends_it() {
    try (RunningServer server = RunningServer.withTown(folder)) {
      String grid = oversized(server);
      String plan = begin(server, grid.substring(0, 12));

      Answer before = server.send(server.as("planner", plan + "/balance"));
      assertThat(before.status()).as(before.body()).isEqualTo(200);
      JsonNode above = grid(before.json(), grid);
      assertThat(above.path("verdict").asText()).isEqualTo("above");
      assertThat(texts(above.path("problems"))).containsExactly("households-above");
      JsonNode rule = above.path("rules").get(0);
      assertThat(rule.path("max").asInt()).isEqualTo(500);
      assertThat(rule.path("deviation").asInt()).isEqualTo(above.path("households").asInt() - 500);
      assertThat(above.path("compactness").asDouble()).isBetween(0.3, 1.0);
      assertThat(above.path("onStreets").asDouble()).isBetween(0.0, 1.0);
      totalsAreTheSumOfTheGrids(before.json());

      Answer proposed = server.send(server.as("planner", plan + "/proposals?face=" + grid));
      assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
      JsonNode best = proposed.json().path("features").get(0);
      assertThat(best.at("/properties/keepsRules").asBoolean()).as(proposed.body()).isTrue();

      Answer split =
          server.post(
              server.as("planner", plan + "/edits").header("If-Match", "\"1\""), split(grid, best));
      assertThat(split.status()).as(split.body()).isEqualTo(200);
      assertThat(split.json().at("/balance/grids")).hasSize(2);
      assertThat(figures(split.json().at("/balance/grids")))
          .isEqualTo(figures(best.at("/properties/halves")));
      Answer after = server.send(server.as("planner", plan + "/balance"));
      assertThat(after.header("ETag")).contains("\"2\"");
      assertThat(after.json().at("/totals/problems").asInt())
          .isEqualTo(before.json().at("/totals/problems").asInt() - 1);
      assertThat(after.json().at("/totals/households"))
          .isEqualTo(before.json().at("/totals/households"));
    }
  }

  private static String oversized(RunningServer server) {
    for (JsonNode grid :
        server.get("/api/grids?level=grid&geometry=none&limit=100").json().path("features")) {
      if (grid.at("/properties/sizeRule/verdict").asText().equals("above")) {
        return grid.path("id").asText();
      }
    }
    throw new AssertionError("no grid has outgrown the rule");
  }

  private static String begin(RunningServer server, String area) {
    Answer begun =
        server.post(
            server.as("planner", "/api/plans"), "{\"name\":\"甲\",\"area\":\"%s\"}".formatted(area));
    return "/api/plans/" + begun.json().path("id").asText();
  }

  private static String split(String face, JsonNode proposal) {
    return "{\"kind\":\"split\",\"face\":\"%s\",\"line\":%s}"
        .formatted(face, proposal.at("/geometry/coordinates"));
  }

  private static JsonNode grid(JsonNode balance, String face) {
    for (JsonNode grid : balance.path("grids")) {
      if (grid.path("face").asText().equals(face)) {
        return grid;
      }
    }
    throw new AssertionError("no " + face + " in " + balance);
  }

  private static void totalsAreTheSumOfTheGrids(JsonNode balance) {
    for (String figure : List.of("households", "population", "buildings", "cameras")) {
      int sum = 0;
      for (JsonNode grid : balance.path("grids")) {
        sum += grid.path(figure).asInt();
      }
      assertThat(balance.path("totals").path(figure).asInt()).as(figure).isEqualTo(sum);
      assertThat(sum).as(figure).isPositive();
    }
  }

  private static List<String> figures(JsonNode grids) {
    List<String> told = new ArrayList<>();
    for (JsonNode grid : grids) {
      told.add(
          "%s %s %s"
              .formatted(
                  grid.path("households"), grid.path("buildings"), grid.path("squareMeters")));
    }
    return told;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
