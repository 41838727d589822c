package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.server.RunningServer;

/** Reading areas over HTTP. */
class GridHttpTest {
  private static RunningServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = RunningServer.empty(folder);
    GridTown.buildIn(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_list_is_filtered_by_level_parent_box_and_text() {
    assertThat(codes("/api/grids?level=grid"))
        .containsExactly(GridTown.WEST, GridTown.MIDDLE, GridTown.EAST);
    assertThat(codes("/api/grids?parent=990101")).containsExactly("990101001");
    assertThat(codes("/api/grids?bbox=111.706,29.03,111.707,29.031"))
        .containsExactly(GridTown.EAST);
    assertThat(codes("/api/grids?q=" + GridTown.MIDDLE)).containsExactly(GridTown.MIDDLE);
    assertThat(codes("/api/grids?q=%25")).isEmpty();
  }

  @Test
  void a_list_comes_in_pages_that_lose_and_double_nothing() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 10; page++) {
      JsonNode answer = server.get("/api/grids?limit=2&geometry=none" + cursor).json();
      answer.path("features").forEach(feature -> seen.add(feature.path("id").asText()));
      if (!answer.has("next")) {
        break;
      }
      cursor = "&cursor=" + answer.path("next").asText();
    }
    assertThat(seen)
        .containsExactly(
            "990101",
            "990101001",
            GridTown.COMMUNITY,
            GridTown.WEST,
            GridTown.MIDDLE,
            GridTown.EAST);
  }

  @Test
  void a_list_can_do_without_outlines() {
    JsonNode with = server.get("/api/grids?level=grid").json();
    JsonNode without = server.get("/api/grids?level=grid&geometry=none").json();
    assertThat(with.at("/features/0/geometry/type").asText()).endsWith("Polygon");
    assertThat(without.at("/features/0/geometry").isNull()).isTrue();
  }

  @Test
  void a_parameter_that_means_nothing_is_refused_by_name() {
    RunningServer.Answer answer = server.get("/api/grids?levle=grid");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("code").asText()).isEqualTo("parameter-unknown");
    assertThat(answer.json().path("field").asText()).isEqualTo("levle");
    assertThat(answer.json().path("mend").asText()).contains("level");
  }

  @Test
  void an_area_comes_with_its_version_and_exact_outline() {
    RunningServer.Answer answer = server.get("/api/grids/" + GridTown.WEST);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.header("Cache-Control"))
        .as("no browser shows it to the next account that signs in there")
        .isEqualTo("no-store");
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    assertThat(answer.json().at("/properties/name").asText()).isEqualTo("名" + GridTown.WEST);
    assertThat(answer.json().at("/properties/sizeRule/verdict").asText()).isEqualTo("within");
    assertThat(answer.body()).contains("111.685").contains("29.035").doesNotContain("000001");
  }

  @Test
  void a_card_tells_a_resident_nothing_of_what_happens_there() {
    JsonNode resident = server.get("/api/grids/" + GridTown.WEST + "/card").json();
    assertThat(names(resident.path("counts"))).containsExactly("children", "microGrids");
    JsonNode owner = server.getAsOwner("/api/grids/" + GridTown.WEST + "/card").json();
    assertThat(names(owner.path("counts")))
        .containsExactlyInAnyOrder("children", "microGrids", "incidents", "cameras", "workers");
    assertThat(chain(owner)).containsExactly("district", "street", "community", "grid");
  }

  @Test
  void a_point_inside_has_a_chain_from_district_to_grid() {
    JsonNode answer = server.get("/api/grids/at?lon=111.69&lat=29.03").json();
    assertThat(chain(answer)).containsExactly("district", "street", "community", "grid");
    assertThat(answer.at("/chain/3/code").asText()).isEqualTo(GridTown.WEST);
    assertThat(answer.path("coverageVersion").asLong()).isPositive();
  }

  @Test
  void a_point_outside_is_not_found_and_the_nearest_grid_is_named_as_only_that() {
    RunningServer.Answer answer = server.get("/api/grids/at?lon=111.6840&lat=29.03");
    assertThat(answer.status()).isEqualTo(404);
    JsonNode problem = answer.json();
    assertThat(problem.path("code").asText()).isEqualTo("outside-every-grid");
    assertThat(problem.has("chain")).isFalse();
    assertThat(problem.at("/nearest/code").asText()).isEqualTo(GridTown.WEST);
    assertThat(problem.at("/nearest/label").asText()).isEqualTo("nearest-not-containing");
    // 0.001 degree of longitude at 29.03 N.
    assertThat(problem.at("/nearest/distanceMeters").asDouble()).isCloseTo(97.4, within(0.5));
  }

  /** Numbers of the same place, made outside this program: 111.69 E, 29.03 N. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, 111.69, 29.03",
    "EPSG:4490, 111.69, 29.03",
    "EPSG:4546, 567214.29006, 3212790.80923",
    "GCJ-02, 111.69559207516686, 29.026959344937797",
    "BD-09, 111.7020547268061, 29.033052888471932",
    "gcj-02, 111.69559207516686, 29.026959344937797"
  })
  void a_point_of_another_system_is_moved_to_where_it_is(String crs, double x, double y) {
    JsonNode answer = server.get("/api/grids/at?lon=%s&lat=%s&crs=%s".formatted(x, y, crs)).json();
    assertThat(answer.at("/point/lon").asDouble()).isCloseTo(111.69, within(2e-7));
    assertThat(answer.at("/point/lat").asDouble()).isCloseTo(29.03, within(2e-7));
    assertThat(answer.at("/chain/3/code").asText()).isEqualTo(GridTown.WEST);
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4490, 111.69, 29.03",
    "EPSG:4546, 567214.29006, 3212790.80923",
    "GCJ-02, 111.69559207516686, 29.026959344937797",
    "BD-09, 111.7020547268061, 29.033052888471932"
  })
  void many_points_of_another_system_are_moved_too(String crs, double x, double y) {
    String body = "{\"crs\":\"%s\",\"points\":[[%s,%s]]}".formatted(crs, x, y);
    JsonNode answer = server.post(server.to("/api/grids/at"), body).json();
    assertThat(answer.at("/results/0/chain/3/code").asText()).isEqualTo(GridTown.WEST);
  }

  @Test
  void a_point_of_a_shifted_system_read_as_wgs_84_is_hundreds_of_metres_off() {
    String shifted = "/api/grids/at?lon=111.69559207516686&lat=29.026959344937797";
    JsonNode right = server.get(shifted + "&crs=GCJ-02").json();
    JsonNode wrong = server.get(shifted).json();
    assertThat(right.at("/chain/3/code").asText()).isEqualTo(GridTown.WEST);
    assertThat(wrong.at("/chain/3/code").asText()).isEqualTo(GridTown.MIDDLE);
    double north =
        (wrong.at("/point/lat").asDouble() - right.at("/point/lat").asDouble()) * 110_900;
    double east = (wrong.at("/point/lon").asDouble() - right.at("/point/lon").asDouble()) * 97_400;
    assertThat(Math.hypot(north, east)).isBetween(500.0, 800.0);
  }

  @Test
  void ten_thousand_points_are_answered_in_their_order_and_one_more_is_refused() {
    RunningServer.Answer answer = server.post(server.to("/api/grids/at"), points(10_000));
    assertThat(answer.status()).isEqualTo(200);
    JsonNode results = answer.json().path("results");
    assertThat(results).hasSize(10_000);
    assertThat(results.get(0).at("/chain/3/code").asText()).isEqualTo(GridTown.WEST);
    assertThat(results.get(1).path("code").asText()).isEqualTo("outside-every-grid");
    assertThat(results.get(9_998).at("/chain/3/code").asText()).isEqualTo(GridTown.WEST);

    RunningServer.Answer tooMany = server.post(server.to("/api/grids/at"), points(10_001));
    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.json().path("code").asText()).isEqualTo("too-many-points");
    assertThat(tooMany.json().path("most").asInt()).isEqualTo(10_000);
  }

  /** Points inside and outside by turns. */
  private static String points(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i % 2 == 0 ? "[111.69,29.03]" : "[112.69,29.03]")
        .collect(Collectors.joining(",", "{\"points\":[", "]}"));
  }

  private static List<String> codes(String path) {
    List<String> codes = new ArrayList<>();
    server
        .get(path)
        .json()
        .path("features")
        .forEach(feature -> codes.add(feature.path("id").asText()));
    return codes;
  }

  private static List<String> chain(JsonNode answer) {
    List<String> levels = new ArrayList<>();
    answer.path("chain").forEach(link -> levels.add(link.path("level").asText()));
    return levels;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
