package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashSet;
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

      Answer published = server.post(version(server, edits.replace("/edits", "/publish"), 2), "{}");
      assertThat(published.status()).as(published.body()).isEqualTo(200);
      microGridsHangFromTheNewGrids(server, published.json());
    }
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
