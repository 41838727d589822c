package org.wangge.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.FeatureLists.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.server.FeatureLists;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;
import org.wangge.server.Shapes;

/** Cameras of the demonstration town over HTTP. */
class CameraHttpTest {
  private static RunningServer server;
  private static FeatureLists lists;
  private static LogWatch log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.withTown(folder);
    lists = new FeatureLists(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  @Test
  void the_town_can_be_asked_how_its_cameras_stood() {
    Instant now = Instant.now();
    JsonNode past = standing(now.minus(Duration.ofDays(12)));
    JsonNode present = standing(now);
    assertThat(past).hasSize(120);
    assertThat(present).hasSize(120);
    Set<String> gone = new HashSet<>(ids(past));
    gone.removeAll(ids(present));
    assertThat(gone).hasSize(1);
    Set<String> turned = new HashSet<>();
    Set<String> silenced = new HashSet<>();
    for (JsonNode one : present) {
      String id = one.path("id").asText();
      JsonNode versions = server.get("/api/cameras/" + id + "/history").json().path("features");
      JsonNode first = versions.at("/0/properties");
      JsonNode last = one.path("properties");
      assertThat(versions.size()).isEqualTo(last.path("revision").asInt());
      if (!first.path("azimuthDegrees").equals(last.path("azimuthDegrees"))) {
        turned.add(id);
      }
      if (!first.path("state").equals(last.path("state"))) {
        silenced.add(id);
      }
    }
    assertThat(turned).hasSize(1);
    assertThat(silenced).hasSize(1).doesNotContainAnyElementsOf(turned);
    String id = turned.iterator().next();
    Point seen = Shapes.inside(server.get("/api/cameras/" + id + "/coverage").json());
    String asked = "/api/cameras/covering?lon=%s&lat=%s&at=".formatted(seen.getX(), seen.getY());
    assertThat(ids(lists.features(asked + now.minus(Duration.ofDays(9))))).contains(id);
    assertThat(ids(lists.features(asked + now.minus(Duration.ofDays(11))))).doesNotContain(id);
  }

  private static JsonNode standing(Instant at) {
    return lists.features("/api/cameras?limit=1000&at=" + at);
  }

  @Test
  void a_camera_tells_where_it_stands_and_looks() {
    JsonNode one = lists.features("/api/cameras?limit=1").get(0);
    assertThat(one.at("/geometry/type").asText()).isEqualTo("Point");
    JsonNode properties = one.path("properties");
    assertThat(properties.path("id").asText()).matches("[0-9]{20}");
    assertThat(properties.path("azimuthDegrees").asDouble()).isBetween(0.0, 360.0);
    assertThat(properties.path("angleDegrees").asDouble()).isPositive();
    assertThat(properties.path("rangeMeters").asDouble()).isPositive();
    assertThat(properties.path("mountHeightMeters").asDouble()).isPositive();
    assertThat(properties.path("ptz").isBoolean()).isTrue();
    assertThat(properties.path("generated").asBoolean()).isTrue();
    assertThat(properties.path("state").asText()).isIn("online", "offline", "registered");
    assertThat(properties.path("directionCertainty").asText())
        .isIn("measured", "estimated", "unknown");
    RunningServer.Answer same = server.get("/api/cameras/" + properties.path("id").asText());
    assertThat(same.json().path("properties")).isEqualTo(properties);
  }

  @Test
  void a_list_is_filtered_by_area_state_and_box() {
    JsonNode all = lists.features("/api/cameras?limit=2000");
    String grid = all.get(0).at("/properties/grid").asText();
    JsonNode ofGrid = lists.features("/api/cameras?limit=2000&grid=" + grid);
    assertThat(ofGrid).isNotEmpty().hasSizeLessThan(all.size());
    ofGrid.forEach(one -> assertThat(one.at("/properties/grid").asText()).isEqualTo(grid));
    assertThat(ids(lists.features("/api/cameras?limit=2000&grid=" + grid.substring(0, 6))))
        .isEqualTo(ids(all));
    lists
        .features("/api/cameras?limit=2000&state=offline")
        .forEach(one -> assertThat(one.at("/properties/state").asText()).isEqualTo("offline"));
    JsonNode at = all.get(0).at("/geometry/coordinates");
    String box = at.get(0) + "," + at.get(1) + "," + at.get(0) + "," + at.get(1);
    assertThat(ids(lists.features("/api/cameras?bbox=" + box)))
        .contains(all.get(0).path("id").asText())
        .hasSizeLessThan(all.size());
  }

  @Test
  void a_list_comes_in_pages_that_lose_and_double_nothing() {
    List<String> all = ids(lists.features("/api/cameras?limit=2000"));
    assertThat(all).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    int pageSize = all.size() / 3 + 1;
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 4; page++) {
      JsonNode answer = server.get("/api/cameras?limit=" + pageSize + cursor).json();
      seen.addAll(ids(answer.path("features")));
      if (!answer.has("next")) {
        break;
      }
      cursor = "&cursor=" + answer.path("next").asText();
    }
    assertThat(seen).startsWith(all.toArray(String[]::new));
  }

  @Test
  void a_place_is_covered_by_the_cameras_that_see_it() {
    JsonNode camera = lists.features("/api/cameras?limit=1").get(0);
    String id = camera.path("id").asText();
    JsonNode coverage = server.get("/api/cameras/" + id + "/coverage").json();
    assertThat(coverage.at("/geometry/type").asText()).contains("Polygon");
    assertThat(coverage.at("/properties/sector/type").asText()).contains("Polygon");
    assertThat(coverage.at("/properties/seenSquareMeters").asDouble())
        .isBetween(1.0, coverage.at("/properties/sectorSquareMeters").asDouble());
    Point seen = Shapes.inside(coverage);
    String asked = "/api/cameras/covering?lon=" + seen.getX() + "&lat=" + seen.getY();
    JsonNode found = lists.features(asked);
    assertThat(ids(found)).contains(id);
    for (int i = 0; i < found.size(); i++) {
      JsonNode properties = found.get(i).path("properties");
      assertThat(properties.path("rank").asInt()).isEqualTo(i + 1);
      assertThat(properties.path("distanceMeters").asDouble())
          .isLessThanOrEqualTo(properties.path("rangeMeters").asDouble());
    }
    assertThat(lists.features("/api/cameras/covering?lon=0&lat=89.9999")).isEmpty();
    lists.requireProblem(
        asked + "&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", 400, "period-reversed", "to");
    lists.requireProblem("/api/cameras/covering?lon=1", 400, "parameter-missing", "lat");
  }

  @Test
  void a_line_and_an_area_are_covered_by_the_share_that_is_seen() {
    String id = lists.features("/api/cameras?limit=1").get(0).path("id").asText();
    Point seen = Shapes.inside(server.get("/api/cameras/" + id + "/coverage").json());
    double x = seen.getX();
    double y = seen.getY();
    String corner = "%.7f,%.7f";
    String square =
        String.join(
            ";",
            corner.formatted(x - 1e-4, y - 1e-4),
            corner.formatted(x + 1e-4, y - 1e-4),
            corner.formatted(x + 1e-4, y + 1e-4),
            corner.formatted(x - 1e-4, y + 1e-4));
    for (String asked : List.of("polygon=" + square, "line=" + square)) {
      JsonNode found = lists.features("/api/cameras/covering?" + asked);
      assertThat(found).isNotEmpty();
      for (JsonNode one : found) {
        assertThat(one.at("/properties/share").asDouble()).isGreaterThan(0).isLessThanOrEqualTo(1);
      }
      assertThat(asked.startsWith("line") || ids(found).contains(id)).isTrue();
    }
    String covering = "/api/cameras/covering?";
    lists.requireProblem(covering + "line=1,2", 400, "points-too-few", "line");
    lists.requireProblem(covering + "polygon=1,2;3;4,5", 400, "pair-malformed", "polygon");
    lists.requireProblem(covering + "line=1,2;3,4", 400, "shape-too-large", "line");
    lists.requireProblem(
        covering + "polygon=0,0;0.01,0.01;0.01,0;0,0.01", 400, "polygon-crosses-itself", "polygon");
  }

  @Test
  void what_comes_next_along_the_street_is_told_with_the_way_there() {
    int found = 0;
    for (JsonNode camera : lists.features("/api/cameras?limit=20")) {
      double before = 0;
      for (JsonNode next : lists.features("/api/cameras/" + camera.path("id").asText() + "/next")) {
        assertThat(next.path("id")).isNotEqualTo(camera.path("id"));
        assertThat(next.at("/properties/distanceMeters").asDouble()).isBetween(before, 600.0);
        assertThat(next.at("/properties/bearingDegrees").asDouble()).isBetween(0.0, 360.0);
        before = next.at("/properties/distanceMeters").asDouble();
        found++;
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void what_stands_before_a_place_hides_it_in_the_outline_and_in_the_answer_alike() {
    int hidden = 0;
    for (JsonNode camera : lists.features("/api/cameras?limit=40")) {
      String id = camera.path("id").asText();
      JsonNode coverage = server.get("/api/cameras/" + id + "/coverage").json();
      Geometry outline = Shapes.of(coverage);
      Point foot = (Point) Shapes.of(camera);
      for (int azimuth = 0; azimuth < 360; azimuth += 24) {
        LatticePoint there =
            Geodesy.destination(
                LatticePoint.ofDegrees(foot.getX(), foot.getY()), azimuth, 20 + azimuth / 8.0);
        Point place =
            LatticeShape.DEGREES.createPoint(
                new Coordinate(there.lonDegrees(), there.latDegrees()));
        if (outline.getBoundary().distance(place) < 2e-6) {
          continue;
        }
        String asked = "/api/cameras/covering?lon=" + place.getX() + "&lat=" + place.getY();
        boolean sees = outline.contains(place);
        assertThat(ids(lists.features(asked)).contains(id))
            .as("%s %s", id, azimuth)
            .isEqualTo(sees);
      }
      double seen = coverage.at("/properties/seenSquareMeters").asDouble();
      hidden += seen < coverage.at("/properties/sectorSquareMeters").asDouble() - 1 ? 1 : 0;
    }
    assertThat(hidden).as("cameras with a building in their sector").isPositive();
  }

  @Test
  void what_is_near_a_place_comes_by_its_distance() {
    JsonNode at = lists.features("/api/cameras?limit=1").get(0).at("/geometry/coordinates");
    String near = "/api/cameras?near=" + at.get(0) + "," + at.get(1);
    JsonNode found = lists.features(near + "&within=300&limit=3");
    assertThat(found).hasSizeBetween(1, 3);
    assertThat(found.get(0).at("/properties/distanceMeters").asDouble()).isZero();
    double before = 0;
    for (JsonNode one : lists.features(near + "&within=800")) {
      assertThat(one.at("/properties/distanceMeters").asDouble()).isBetween(before, 800.0);
      before = one.at("/properties/distanceMeters").asDouble();
    }
    assertThat(lists.features(near + "&within=800&state=offline"))
        .allMatch(one -> one.at("/properties/state").asText().equals("offline"));
    lists.requireProblem("/api/cameras?near=1", 400, "pair-malformed", "near");
  }

  @Test
  void liaison_and_operator_may_ask_who_sees_a_place() {
    String asked = "/api/cameras/covering?lon=112.6&lat=28.9";
    assertThat(server.send(server.as("liaison", asked)).status()).isEqualTo(200);
    assertThat(server.send(server.as("operator", asked)).status()).isEqualTo(200);
  }

  @Test
  void the_card_counts_what_the_list_holds() {
    JsonNode all = lists.features("/api/cameras?limit=2000");
    String grid = all.get(0).at("/properties/grid").asText();
    JsonNode counts = server.get("/api/grids/" + grid + "/card").json().path("counts");
    assertThat(counts.path("cameras").asInt())
        .isEqualTo(lists.features("/api/cameras?limit=2000&grid=" + grid).size());
  }

  @Test
  void what_is_wrong_with_a_question_is_said() {
    lists.requireProblem(
        "/api/cameras?from=2026-01-01T00:00:00Z", 400, "parameter-unknown", "from");
    lists.requireProblem("/api/cameras?state=broken", 400, "word-unknown", "state");
    lists.requireProblem("/api/cameras?bbox=3,2,1,0", 400, "box-malformed", "bbox");
    lists.requireProblem("/api/cameras/none", 404, "camera-unknown", "");
  }

  @Test
  void without_a_demonstration_nobody_reads_it_without_a_token(@TempDir Path folder) {
    FeatureLists.requireToken(folder, "/api/cameras");
  }
}
