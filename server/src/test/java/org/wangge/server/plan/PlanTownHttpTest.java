package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** A split in the generated town: its buildings count, and are not cut without a reason. */
class PlanTownHttpTest {
  private static final String COMMUNITY = "990101001001";
  private static final String GRID = COMMUNITY + "002";

  @TempDir Path folder;

  @Test
  void households_are_counted_house_by_house_and_a_cut_building_wants_a_reason() {
    try (RunningServer server = RunningServer.withTown(folder)) {
      Answer begun =
          server.post(
              server.asOwner("/api/plans"), "{\"name\":\"甲\",\"area\":\"" + COMMUNITY + "\"}");
      String edits = "/api/plans/" + begun.json().path("id").asText() + "/edits";
      JsonNode grid = server.get("/api/grids/" + GRID).json();
      String line = across(grid.at("/properties/labelPoint"));

      Answer preview = server.post(server.asOwner(edits + "?preview=true"), split(line, ""));
      assertThat(preview.json().path("cutBuildings")).as(preview.body()).isNotEmpty();
      int homes = sum(preview.json().at("/made/features"), "households");
      assertThat(homes).isEqualTo(grid.at("/properties/households").asInt());
      assertThat(sum(preview.json().at("/made/features"), "population"))
          .isEqualTo(grid.at("/properties/population").asInt());

      Answer refused = server.post(version(server, edits, 1), split(line, ""));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.json().path("code").asText()).isEqualTo("cuts-building");
      assertThat(refused.json().path("count").asInt())
          .isEqualTo(preview.json().path("cutBuildings").size());
      Answer made = server.post(version(server, edits, 1), split(line, "分属两个小区"));
      assertThat(made.status()).as(made.body()).isEqualTo(200);

      server.post(version(server, edits.replace("/edits", "/submit"), 2), "");
      server.post(
          server.as("approver", edits.replace("/edits", "/approve")).header("If-Match", "\"3\""),
          "");
      Answer published = server.post(version(server, edits.replace("/edits", "/publish"), 4), "{}");
      assertThat(published.status()).as(published.body()).isEqualTo(200);
      microGridsHangFromTheNewGrids(server, published.json());
    }
  }

  @Test
  void the_one_grid_that_has_outgrown_the_rule_becomes_two_that_keep_it_along_a_street() {
    try (RunningServer server = RunningServer.withTown(folder)) {
      JsonNode grids = server.get("/api/grids?level=grid&limit=100").json().path("features");
      List<JsonNode> above = new ArrayList<>();
      for (JsonNode grid : grids) {
        if (grid.at("/properties/sizeRule/verdict").asText().equals("above")) {
          above.add(grid);
        }
      }
      assertThat(above).hasSize(1);
      String code = above.get(0).path("id").asText();
      Answer begun =
          server.post(
              server.as("planner", "/api/plans"),
              "{\"name\":\"甲\",\"area\":\"" + code.substring(0, 12) + "\"}");
      String edits = "/api/plans/" + begun.json().path("id").asText() + "/edits?preview=true";
      List<JsonNode> sound = new ArrayList<>();
      for (JsonNode street : streetsAt(server, above.get(0))) {
        Answer preview =
            server.post(
                server.as("planner", edits), split(code, street.at("/geometry/coordinates")));
        if (preview.status() == 200 && isSound(preview.json())) {
          sound.add(street);
        }
      }
      assertThat(sound).hasSize(1);
      // The guided story names it.
      assertThat(sound.get(0).at("/properties/nameZh").asText()).isEqualTo("芦坪街");
      assertThat(sound.get(0).at("/properties/nameEn").asText()).isEqualTo("Luping Street");
      requireBordersOnStreets(server, edits, above.get(0));
    }
  }

  /** The grids of the town meet on streets: such a border is not snapped to one again. */
  private static void requireBordersOnStreets(RunningServer server, String edits, JsonNode grid) {
    Set<String> codes = new HashSet<>();
    String plan = edits.substring(0, edits.indexOf("/edits"));
    for (JsonNode other : server.send(server.as("planner", plan)).json().at("/grids/features")) {
      String snap =
          "{\"kind\":\"snap-border\",\"face\":\"%s\",\"neighbour\":\"%s\"}"
              .formatted(grid.path("id").asText(), other.path("id").asText());
      if (!other.path("id").equals(grid.path("id"))) {
        Answer answer = server.post(server.as("planner", edits), snap);
        codes.add(answer.json().path("code").asText());
      }
    }
    assertThat(codes).contains("border-on-street").doesNotContain("reshape-divides-nothing");
  }

  /** Whether both halves keep the rule and no building is cut. */
  private static boolean isSound(JsonNode preview) {
    for (JsonNode half : preview.at("/made/features")) {
      if (!half.at("/properties/sizeRule/verdict").asText().equals("within")) {
        return false;
      }
    }
    return preview.path("cutBuildings").isEmpty();
  }

  private static JsonNode streetsAt(RunningServer server, JsonNode grid) {
    JsonNode ring = grid.at("/geometry/coordinates/0");
    double[] box = {180, 90, -180, -90};
    for (JsonNode corner : ring) {
      for (int axis = 0; axis < 2; axis++) {
        box[axis] = Math.min(box[axis], corner.get(axis).asDouble());
        box[axis + 2] = Math.max(box[axis + 2], corner.get(axis).asDouble());
      }
    }
    String bbox = "%.7f,%.7f,%.7f,%.7f".formatted(box[0], box[1], box[2], box[3]);
    return server.get("/api/places/streets?limit=1000&bbox=" + bbox).json().path("features");
  }

  private static String split(String face, JsonNode line) {
    return "{\"kind\":\"split\",\"face\":\"%s\",\"line\":%s}".formatted(face, line);
  }

  private static void microGridsHangFromTheNewGrids(RunningServer server, JsonNode plan) {
    Set<String> codes = new HashSet<>();
    for (String number : new String[] {"007", "008"}) {
      JsonNode below = server.get("/api/grids?geometry=none&parent=" + COMMUNITY + number).json();
      assertThat(below.path("features")).isNotEmpty();
      below.path("features").forEach(micro -> codes.add(micro.path("id").asText()));
      codes.add(COMMUNITY + number);
    }
    assertThat(codes).allMatch(code -> code.matches(COMMUNITY + "00[78]([0-9]{3})?"));
    assertThat(new HashSet<>(plan.path("lineage").findValuesAsText("new"))).isEqualTo(codes);
    assertThat(server.get("/api/grids?geometry=none&parent=" + GRID).json().path("features"))
        .isEmpty();
  }

  private static int sum(JsonNode features, String name) {
    int sum = 0;
    for (JsonNode feature : features) {
      sum += feature.path("properties").path(name).asInt();
    }
    return sum;
  }

  /** South to north through a point, far beyond the grid. */
  private static String across(JsonNode point) {
    double lon = point.get(0).asDouble();
    double lat = point.get(1).asDouble();
    return "[[%.7f,%.7f],[%.7f,%.7f]]".formatted(lon, lat - 0.02, lon, lat + 0.02);
  }

  private static String split(String line, String reason) {
    return "{\"kind\":\"split\",\"face\":\"%s\",\"line\":%s,\"reason\":\"%s\"}"
        .formatted(GRID, line, reason);
  }

  private static HttpRequest.Builder version(RunningServer server, String path, int version) {
    return server.asOwner(path).header("If-Match", "\"" + version + "\"");
  }
}
