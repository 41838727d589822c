package org.wangge.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wangge.server.FeatureLists.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.wangge.access.Role;
import org.wangge.geo.LatticeShape;
import org.wangge.server.Cast;
import org.wangge.server.FeatureLists;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.Shapes;
import org.wangge.server.Waiting;

/** How much of the demonstration town cameras see, over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CoverHttpTest {
  private static final String COMMUNITY = "990101001002";

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

  /** Asks again while it is being counted. */
  private static JsonNode counted(HttpRequest.Builder request) {
    Answer answer = server.send(request);
    for (int i = 0; i < 20 && answer.status() == 202; i++) {
      assertThat(answer.json().path("done").asInt())
          .isLessThanOrEqualTo(answer.json().path("of").asInt());
      answer = server.send(request);
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode counted(String path) {
    return counted(server.to(path));
  }

  private static Map<String, JsonNode> cover(String path) {
    Map<String, JsonNode> byCode = new TreeMap<>();
    counted(path).path("grids").forEach(one -> byCode.put(one.path("grid").asText(), one));
    return byCode;
  }

  @Test
  @Order(1)
  void of_each_grid_it_is_told_how_much_is_seen() {
    Map<String, JsonNode> grids = cover("/api/cameras/cover");
    assertThat(grids).hasSize(40);
    int households = 0;
    int standing = 0;
    for (JsonNode one : grids.values()) {
      double all = one.at("/all/share").asDouble();
      assertThat(one.at("/online/share").asDouble()).isBetween(0.0, all);
      assertThat(all).isLessThanOrEqualTo(1);
      assertThat(one.at("/all/squareMeters").asDouble() / one.path("squareMeters").asDouble())
          .isCloseTo(all, within(0.001));
      assertThat(one.at("/all/households").asDouble())
          .isBetween(one.at("/online/households").asDouble(), one.path("households").asDouble());
      assertThat(one.path("sinceRedraw").isNull()).isTrue();
      households += one.path("households").asInt();
      standing += one.at("/all/camerasIn").asInt();
    }
    assertThat(households).isEqualTo(householdsInTown());
    assertThat(standing).isEqualTo(lists.features("/api/cameras?limit=2000").size());
    assertThat(cover("/api/cameras/cover?area=" + COMMUNITY))
        .containsExactlyInAnyOrderEntriesOf(below(grids));
  }

  private static Map<String, JsonNode> below(Map<String, JsonNode> grids) {
    Map<String, JsonNode> below = new TreeMap<>(grids);
    below.keySet().removeIf(code -> !code.startsWith(COMMUNITY));
    return below;
  }

  private static int householdsInTown() {
    int households = 0;
    for (JsonNode one : lists.features("/api/places/buildings?limit=10000")) {
      households += one.at("/properties/households").asInt();
    }
    return households;
  }

  @Test
  @Order(2)
  void nobody_sees_the_middle_of_a_blind_spot() {
    String grid = cover("/api/cameras/cover?area=" + COMMUNITY).keySet().iterator().next();
    JsonNode found = counted("/api/cameras/cover/" + grid);
    assertThat(found.path("blindSpotCount").asInt())
        .isEqualTo(found.at("/figures/blindSpots").asInt())
        .isEqualTo(found.path("features").size())
        .isPositive();
    double before = Double.MAX_VALUE;
    double sum = 0;
    for (JsonNode spot : found.path("features")) {
      double squareMeters = spot.at("/properties/squareMeters").asDouble();
      assertThat(squareMeters).isBetween(200.0, before);
      before = squareMeters;
      sum += squareMeters;
      assertThat(Shapes.of(spot).isValid()).isTrue();
      assertThat(Shapes.of(spot).contains(label(spot))).isTrue();
    }
    Point largest = label(found.at("/features/0"));
    assertThat(
            lists.features(
                "/api/cameras/covering?lon=%.7f&lat=%.7f"
                    .formatted(largest.getX(), largest.getY())))
        .isEmpty();
    double unseen =
        found.at("/figures/squareMeters").asDouble()
            - found.at("/figures/all/squareMeters").asDouble();
    assertThat(sum).isLessThanOrEqualTo(unseen + 1);
    JsonNode online = counted("/api/cameras/cover/" + grid + "?by=online");
    assertThat(online.path("by").asText()).isEqualTo("online");
  }

  private static Point label(JsonNode spot) {
    JsonNode label = spot.at("/properties/labelPoint");
    return point(label.get(0).asDouble(), label.get(1).asDouble());
  }

  @Test
  @Order(3)
  void squares_come_by_incidents_coverage_and_walks() {
    JsonNode found =
        counted(server.as("supervisor", "/api/cameras/unseen?area=" + COMMUNITY + "&limit=20000"));
    assertThat(found.path("patrolsKnown").asBoolean()).isTrue();
    double before = Double.MAX_VALUE;
    int incidents = 0;
    int walked = 0;
    double days = found.path("days").asDouble();
    for (JsonNode cell : found.path("features")) {
      JsonNode one = cell.path("properties");
      double wanted =
          one.path("incidents").asInt()
              * (1 - one.path("seenShare").asDouble())
              / (1 + one.path("walks").asInt() / days);
      assertThat(one.path("score").asDouble())
          .isCloseTo(wanted, within(0.002 * (1 + one.path("incidents").asInt())))
          .isLessThanOrEqualTo(before);
      before = one.path("score").asDouble();
      incidents += one.path("incidents").asInt();
      walked += one.path("walks").asInt() > 0 ? 1 : 0;
    }
    assertThat(incidents).isEqualTo(found.path("incidents").asInt()).isPositive();
    assertThat(walked).isPositive();
    assertThat(found.path("features").size()).isEqualTo(found.path("cellCount").asInt());
    JsonNode planner = counted(server.as("planner", "/api/cameras/unseen?area=" + COMMUNITY));
    assertThat(planner.path("patrolsKnown").asBoolean()).isFalse();
    assertThat(planner.at("/features/0/properties/walks").isNull()).isTrue();
    lists.requireProblem(
        "/api/cameras/unseen?from=2026-01-01T00:00:00Z&to=2026-01-01T12:00:00Z",
        400,
        "cover-period",
        "to");
  }

  @Test
  @Order(4)
  void proposals_add_less_and_less() {
    JsonNode found = counted("/api/cameras/proposals?area=" + COMMUNITY + "&count=5");
    assertThat(found.path("complete").asBoolean()).isTrue();
    assertThat(found.path("features")).hasSize(5);
    double before = Double.MAX_VALUE;
    double together = 0;
    for (JsonNode one : found.path("features")) {
      double households = one.at("/properties/households").asDouble();
      assertThat(households).isPositive().isLessThanOrEqualTo(before);
      before = households;
      together += households;
      assertThat(one.at("/properties/householdsTogether").asDouble())
          .isCloseTo(together, within(0.3));
    }
  }

  @Test
  @Order(5)
  void of_grids_beside_the_own_community_nothing_is_told() {
    Cast cast = new Cast(server);
    String cookie = cast.join("cover.operator", Role.OPERATOR, "\"area\":\"" + COMMUNITY + "\"");
    JsonNode own = counted(cast.with(cookie, "/api/cameras/cover"));
    assertThat(own.path("grids"))
        .isNotEmpty()
        .allMatch(one -> one.path("grid").asText().startsWith(COMMUNITY));
    Answer beside = server.send(cast.with(cookie, "/api/cameras/cover/990101001003001"));
    assertThat(beside.status()).isEqualTo(404);
    assertThat(beside.json().path("code").asText()).isEqualTo("area-unknown");
    for (JsonNode cell : counted(cast.with(cookie, "/api/cameras/unseen")).path("features")) {
      assertThat(cell.at("/properties/grid").asText()).startsWith(COMMUNITY);
    }
    Answer worker = server.send(server.as("worker", "/api/cameras/cover"));
    assertThat(worker.status()).isEqualTo(403);
    lists.requireProblem("/api/cameras/cover?area=99", 404, "area-unknown", "");
  }

  @Test
  @Order(6)
  void a_camera_that_is_moved_counts_where_it_stands_and_no_more_where_it_stood() {
    Map<String, JsonNode> before = cover("/api/cameras/cover");
    JsonNode camera = lists.features("/api/cameras?limit=1&state=online").get(0);
    String id = camera.path("id").asText();
    int revision = camera.at("/properties/revision").asInt();
    Point stood = (Point) Shapes.of(camera);
    Point stands = point(stood.getX() - 0.006, stood.getY());
    String left = gridAt(stood);
    String entered = gridAt(stands);
    assertThat(entered).isNotEmpty().isNotEqualTo(left);
    change(id, revision, place(stands));
    untilOnlineIn(left, standing(before, left, "online") - 1);
    Map<String, JsonNode> after = cover("/api/cameras/cover");
    for (String by : List.of("all", "online")) {
      assertThat(standing(after, left, by)).isEqualTo(standing(before, left, by) - 1);
      assertThat(standing(after, entered, by)).isEqualTo(standing(before, entered, by) + 1);
    }
    assertThat(before.keySet()).anyMatch(grid -> seen(after, grid) < seen(before, grid));
    assertThat(before.keySet()).anyMatch(grid -> seen(after, grid) > seen(before, grid));
    change(id, revision + 1, "\"state\":\"offline\"");
    untilOnlineIn(entered, standing(before, entered, "online"));
    change(id, revision + 2, "\"state\":\"online\"," + place(stood));
    untilOnlineIn(left, standing(before, left, "online"));
    assertThat(cover("/api/cameras/cover")).isEqualTo(before);
  }

  private static int seen(Map<String, JsonNode> grids, String code) {
    return getOf(grids, code).at("/all/squareMeters").asInt();
  }

  private static String place(Point at) {
    return "\"lon\":%.7f,\"lat\":%.7f".formatted(at.getX(), at.getY());
  }

  private static void untilOnlineIn(String grid, int wanted) {
    Waiting.until(() -> standing(cover("/api/cameras/cover"), grid, "online") == wanted);
  }

  private static int standing(Map<String, JsonNode> grids, String code, String by) {
    return getOf(grids, code).path(by).path("camerasIn").asInt();
  }

  private static void change(String id, int revision, String body) {
    Answer answer =
        server.patch(
            server.as("liaison", "/api/cameras/" + id).header("If-Match", "\"" + revision + "\""),
            "{" + body + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @Test
  @Order(7)
  void a_redraw_takes_cameras_from_one_grid_and_gives_them_to_another() {
    Map<String, Set<String>> before = camerasByPlace();
    Moved moved = moveGround(before);
    Map<String, Set<String>> after = camerasByPlace();
    Map<String, JsonNode> grids = cover("/api/cameras/cover?area=" + moved.community());
    JsonNode from = getOf(grids, moved.from()).path("sinceRedraw");
    JsonNode to = getOf(grids, moved.to()).path("sinceRedraw");
    Set<String> lost = new HashSet<>(getOf(before, moved.from()));
    lost.removeAll(after.getOrDefault(moved.from(), Set.of()));
    assertThat(lost).isNotEmpty();
    assertThat(from.path("before").asInt()).isEqualTo(getOf(before, moved.from()).size());
    assertThat(from.path("lost").asInt()).isEqualTo(lost.size());
    assertThat(from.path("gained").asInt()).isZero();
    assertThat(to.path("gained").asInt()).isEqualTo(lost.size());
    JsonNode told = counted("/api/cameras/cover/" + moved.from());
    assertThat(told.path("lost").findValuesAsText("id")).hasSameElementsAs(lost);
    assertThat(told.path("lost").findValuesAsText("otherGrid")).containsOnly(moved.to());
    String path = "/api/plans/" + moved.plan() + "/impact";
    requireInGrid(lost, moved.to());
    JsonNode impact = server.send(server.as("planner", path)).json();
    Set<String> handed = new HashSet<>();
    for (JsonNode one : impact.path("handed")) {
      if (one.path("kind").asText().equals("camera")) {
        handed.add(one.path("id").asText());
        assertThat(one.path("from").asText()).isEqualTo(moved.from());
        assertThat(one.path("to").asText()).isEqualTo(moved.to());
      }
    }
    assertThat(handed).isEqualTo(lost);
    assertThat(impact.at("/counts/cameras").asInt()).isEqualTo(lost.size());
    JsonNode toWorker = server.send(server.as("worker", path)).json();
    assertThat(toWorker.at("/counts/buildings").isNumber()).as(toWorker.toString()).isTrue();
    assertThat(toWorker.at("/counts/cameras").isMissingNode()).isTrue();
    assertThat(toWorker.path("handed").findValuesAsText("kind")).doesNotContain("camera");
  }

  private static <T> T getOf(Map<String, T> byCode, String code) {
    return Optional.ofNullable(byCode.get(code)).orElseThrow();
  }

  /** They are listed by the grid that holds them now. */
  private static void requireInGrid(Set<String> cameras, String grid) {
    assertThat(ids(lists.features("/api/cameras?grid=" + grid)))
        .as(() -> server.get("/api/cameras/" + cameras.iterator().next() + "/history").body())
        .containsAll(cameras);
    for (String id : cameras) {
      JsonNode history = server.get("/api/cameras/" + id + "/history").json();
      assertThat(history.path("features")).hasSize(2);
      assertThat(history.at("/features/1/properties/grid").asText()).isEqualTo(grid);
    }
  }

  private static Map<String, Set<String>> camerasByPlace() {
    Map<String, Set<String>> byGrid = new HashMap<>();
    for (JsonNode camera : lists.features("/api/cameras?limit=2000")) {
      String grid = gridAt((Point) Shapes.of(camera));
      byGrid.computeIfAbsent(grid, any -> new HashSet<>()).add(camera.path("id").asText());
    }
    return byGrid;
  }

  private static String gridAt(Point at) {
    String asked = "/api/grids/at?lon=%.7f&lat=%.7f".formatted(at.getX(), at.getY());
    for (JsonNode link : server.get(asked).json().path("chain")) {
      if (link.path("level").asText().equals("grid")) {
        return link.path("code").asText();
      }
    }
    return "";
  }

  private record Moved(String from, String to, String plan) {
    String community() {
      return from.substring(0, 12);
    }
  }

  /** Gives the western or eastern end of some grid, with a camera on it, to a neighbour. */
  private static Moved moveGround(Map<String, Set<String>> cameras) {
    Set<String> grids = new TreeSet<>(cameras.keySet());
    grids.remove("");
    for (String from : grids) {
      Envelope box = Shapes.of(server.get("/api/grids/" + from).json()).getEnvelopeInternal();
      for (String camera : getOf(cameras, from)) {
        Point at = (Point) Shapes.of(server.get("/api/cameras/" + camera).json());
        for (int way : List.of(-1, 1)) {
          Point beside = point(way < 0 ? box.getMinX() - 1e-4 : box.getMaxX() + 1e-4, at.getY());
          String to = gridAt(beside);
          if (to.startsWith(from.substring(0, 12)) && !to.equals(from)) {
            String plan = published(from, to, box, at.getX() - way * 3e-4, way);
            if (!plan.isEmpty()) {
              return new Moved(from, to, plan);
            }
          }
        }
      }
    }
    throw new AssertionError("no ground with a camera could be moved");
  }

  private static Point point(double lon, double lat) {
    return LatticeShape.DEGREES.createPoint(new Coordinate(lon, lat));
  }

  private static String published(String from, String to, Envelope box, double cut, int way) {
    double end = way < 0 ? box.getMinX() - 1e-4 : box.getMaxX() + 1e-4;
    String ring =
        "[[%1$.7f,%3$.7f],[%2$.7f,%3$.7f],[%2$.7f,%4$.7f],[%1$.7f,%4$.7f],[%1$.7f,%3$.7f]]"
            .formatted(cut, end, box.getMinY() - 1e-4, box.getMaxY() + 1e-4);
    String begin = "{\"name\":\"移\",\"area\":\"%s\"}".formatted(from.substring(0, 12));
    String id = server.post(server.as("planner", "/api/plans"), begin).json().path("id").asText();
    String edit =
        "{\"kind\":\"move-block\",\"face\":\"%s\",\"to\":\"%s\",\"reason\":\"移\",\"ring\":%s}"
            .formatted(from, to, ring);
    return send("planner", id, "/edits", 1, edit)
            && send("planner", id, "/submit", 2, "")
            && send("approver", id, "/approve", 3, "")
            && send("planner", id, "/publish", 4, "{}")
        ? id
        : "";
  }

  private static boolean send(String who, String plan, String what, int version, String body) {
    HttpRequest.Builder request =
        server.as(who, "/api/plans/" + plan + what).header("If-Match", "\"" + version + "\"");
    return server.post(request, body).status() == 200;
  }
}
