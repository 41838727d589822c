package org.wangge.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.FeatureLists.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.wangge.server.FeatureLists;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;
import org.wangge.server.Shapes;
import org.wangge.server.Waiting;

/** The register of cameras is kept over HTTP. */
class CameraKeepingHttpTest {
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

  private static RunningServer.Answer post(String path, String body) {
    return server.post(server.as("liaison", path), body);
  }

  private static JsonNode camera(String id) {
    return server.get("/api/cameras/" + id).json();
  }

  private static String lenses(double azimuth) {
    return "\"lenses\":[{\"azimuthDegrees\":%s,\"angleDegrees\":60,\"rangeMeters\":80}]"
        .formatted(azimuth);
  }

  /** Enters a camera where the first one stands, and answers its number. */
  private static String entered(int sequence, double azimuth) {
    JsonNode at = lists.features("/api/cameras?limit=1").get(0).at("/geometry/coordinates");
    String id = "99010100001320%06d".formatted(sequence);
    RunningServer.Answer answer =
        post(
            "/api/cameras",
            "{\"id\":\"%s\",\"name\":\"试装 %d\",\"lon\":%s,\"lat\":%s,\"mountHeightMeters\":6,%s}"
                .formatted(id, sequence, at.get(0), at.get(1), lenses(azimuth)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/cameras/" + id);
    return id;
  }

  private static String keys(String id, int revision) {
    return "\"cameras\":[{\"id\":\"%s\",\"revision\":%d}]".formatted(id, revision);
  }

  /** As the list of outlines has it. */
  private static Geometry outline(String id) {
    return Shapes.of(lists.features("/api/cameras/coverage?bbox=112,28,113,29&q=" + id).get(0));
  }

  @Test
  void a_camera_is_entered_turned_and_turned_back_and_the_answers_follow() {
    String id = entered(900_001, 0);
    assertThat(camera(id).at("/properties/grid").asText()).isNotEmpty();
    Point north = Shapes.inside(server.get("/api/cameras/" + id + "/coverage").json());
    assertThat(outline(id).intersects(north)).isTrue();
    String asked = "/api/cameras/covering?lon=" + north.getX() + "&lat=" + north.getY();
    Waiting.until(() -> ids(lists.features(asked)).contains(id));

    RunningServer.Answer turned =
        server.patch(
            server.as("liaison", "/api/cameras/" + id).header("If-Match", "\"1\""),
            "{" + lenses(180) + "}");
    assertThat(turned.status()).as(turned.body()).isEqualTo(200);
    assertThat(turned.header("ETag")).isEqualTo("\"2\"");
    assertThat(outline(id).intersects(north)).as("outlined as it stood before").isFalse();
    Waiting.until(() -> !ids(lists.features(asked)).contains(id));

    RunningServer.Answer back = post("/api/cameras/take-backs", "{" + keys(id, 2) + "}");
    assertThat(back.json().at("/cameras/0/revision").asInt()).isEqualTo(3);
    assertThat(camera(id).at("/properties/azimuthDegrees").asDouble()).isZero();
    Waiting.until(() -> ids(lists.features(asked)).contains(id));
  }

  @Test
  void what_it_saw_then_is_answered_by_how_it_stood_then() {
    String id = entered(900_002, 0);
    Instant then = Instant.now().minus(Duration.ofDays(9));
    String body = "{" + keys(id, 1) + ",\"change\":{\"from\":\"%s\"," + lenses(180) + "}}";
    RunningServer.Answer tooEarly = post("/api/cameras/changes", body.formatted(then));
    assertThat(tooEarly.json().path("code").asText()).isEqualTo("camera-not-standing");

    // The generated cameras have stood for a year.
    JsonNode old = lists.features("/api/cameras?limit=1&certainty=measured&q=路口").get(0);
    String oldId = old.path("id").asText();
    Point seen = Shapes.inside(server.get("/api/cameras/" + oldId + "/coverage").json());
    String asked = "/api/cameras/covering?lon=%s&lat=%s&at=".formatted(seen.getX(), seen.getY());
    double away = (old.at("/properties/azimuthDegrees").asDouble() + 180) % 360;
    int revision = old.at("/properties/revision").asInt();
    RunningServer.Answer changed =
        post(
            "/api/cameras/changes",
            "{%s,\"change\":{\"from\":\"%s\",%s}}"
                .formatted(keys(oldId, revision), then, lenses(away)));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonNode before = lists.features(asked + then.minusSeconds(60));
    assertThat(ids(before)).contains(oldId);
    assertThat(before.get(0).at("/properties/recording").asText()).isNotEmpty();
    assertThat(ids(lists.features(asked + then.plusSeconds(60)))).doesNotContain(oldId);
    JsonNode history = server.get("/api/cameras/" + oldId + "/history").json();
    assertThat(history.path("features")).hasSize(2);
    assertThat(history.at("/features/0/properties/validTo").asText()).startsWith("20");
    JsonNode asItWas = server.get("/api/cameras/" + oldId + "?at=" + then.minusSeconds(60)).json();
    assertThat(asItWas.at("/properties/azimuthDegrees"))
        .isEqualTo(old.at("/properties/azimuthDegrees"));
  }

  @Test
  void several_are_changed_all_or_none() {
    String first = entered(900_003, 10);
    String second = entered(900_004, 20);
    String stale =
        "{\"cameras\":[{\"id\":\"%s\",\"revision\":1},{\"id\":\"%s\",\"revision\":9}],"
            .formatted(first, second);
    String change = "\"change\":{\"owner\":\"街道综治中心\",\"keptDays\":90,\"rangeMeters\":120}}";
    RunningServer.Answer refused = post("/api/cameras/changes", stale + change);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(camera(first).at("/properties/keptDays").asInt()).isEqualTo(30);
    RunningServer.Answer done =
        post("/api/cameras/changes", stale.replace("\"revision\":9", "\"revision\":1") + change);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    for (String id : List.of(first, second)) {
      JsonNode properties = camera(id).path("properties");
      assertThat(properties.path("owner").asText()).isEqualTo("街道综治中心");
      assertThat(properties.path("keptDays").asInt()).isEqualTo(90);
      assertThat(properties.path("rangeMeters").asDouble()).isEqualTo(120);
    }
    assertThat(camera(second).at("/properties/azimuthDegrees").asDouble()).isEqualTo(20);
  }

  @Test
  void one_that_was_taken_down_is_gone_and_can_be_had_back() {
    String id = entered(900_005, 10);
    Instant end = Instant.now();
    assertThat(post("/api/cameras/ends", "{" + keys(id, 1) + "}").status()).isEqualTo(200);
    assertThat(server.get("/api/cameras/" + id).status()).isEqualTo(404);
    assertThat(server.get("/api/cameras/" + id + "?at=" + end.minusMillis(1)).status())
        .isIn(200, 404);
    assertThat(post("/api/cameras/take-backs", "{" + keys(id, 2) + "}").status()).isEqualTo(200);
    assertThat(camera(id).at("/properties/name").asText()).isEqualTo("试装 900005");
  }

  @Test
  void the_sheet_that_is_exported_changes_nothing_when_it_is_imported_again() {
    entered(900_006, 10);
    String id = "99010100001320900006";
    String contact = "\"change\":{\"contact\":\"值班台 6118\"}}";
    assertThat(post("/api/cameras/changes", "{" + keys(id, 1) + "," + contact).status())
        .isEqualTo(200);
    assertThat(camera(id).at("/properties/contact").asText()).isEmpty();
    String path = "/api/cameras/register.csv?q=" + id;
    assertThat(server.get(path).body()).contains("99010100-00-132-0-900006").doesNotContain("6118");
    String sheet = server.send(server.as("liaison", path)).body();
    assertThat(sheet).contains("99010100-00-132-0-900006", "值班台 6118");
    JsonNode same = post("/api/imports/cameras?try=true", sheet).json();
    assertThat(same.path("unchanged").asInt()).as(sheet + same).isEqualTo(1);
    String renamed = sheet.replace("试装 900006", "北门");
    JsonNode tried = post("/api/imports/cameras?try=true", renamed).json();
    assertThat(tried.path("changed").asInt()).isEqualTo(1);
    assertThat(camera(id).at("/properties/revision").asInt()).isEqualTo(2);
    JsonNode changed = post("/api/imports/cameras", renamed).json();
    assertThat(changed.path("changed").asInt()).isEqualTo(1);
    assertThat(camera(id).at("/properties/name").asText()).isEqualTo("北门");
  }

  @Test
  void a_file_with_a_bad_record_is_refused_whole_unless_the_bad_are_to_be_skipped() {
    String rows =
        """
        id,name,lon,lat,direction
        99010100001320900010,甲,112.6,28.9,NE
        ,乙,112.6,28.9,30
        99010100001320900011,丙,x,28.9,30
        """;
    RunningServer.Answer refused = post("/api/imports/cameras", rows);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("code").asText()).isEqualTo("cameras-refused");
    JsonNode details = refused.json();
    assertThat(details.toString()).contains("camera-id-missing").contains("measure-out-of-range");
    assertThat(server.get("/api/cameras/99010100001320900010").status()).isEqualTo(404);
    JsonNode taken = post("/api/imports/cameras?skip=true", rows).json();
    assertThat(taken.path("added").asInt()).isEqualTo(1);
    assertThat(taken.path("refusedCount").asInt()).isEqualTo(2);
    assertThat(camera("99010100001320900010").at("/properties/directionCertainty").asText())
        .isEqualTo("estimated");
  }

  @Test
  void what_cannot_be_is_refused_with_its_place() {
    requireRefusal("{}", 400, "member-missing");
    String id = "\"id\":\"99010100001320900020\",\"name\":\"x\",\"lon\":1,\"lat\":1,";
    requireRefusal("{" + id + "\"mountHeightMeters\":-1}", 400, "member-missing");
    requireRefusal(
        "{" + id + "\"mountHeightMeters\":-1," + lenses(0) + "}", 400, "measure-out-of-range");
    requireRefusal(
        "{" + id + "\"mountHeightMeters\":5," + lenses(360) + "}", 400, "measure-out-of-range");
    requireRefusal("{\"id\":\"12\"}", 422, "camera-id-malformed");
    String future = "\"from\":\"2999-01-01T00:00:00Z\",\"mountHeightMeters\":5,";
    requireRefusal("{" + id + future + lenses(0) + "}", 422, "camera-from-future");
    assertThat(server.post(server.as("planner", "/api/cameras"), "{}").status()).isEqualTo(403);
  }

  private static void requireRefusal(String body, int status, String code) {
    RunningServer.Answer answer = post("/api/cameras", body);
    assertThat(answer.json().path("code").asText()).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void a_preview_keeps_nothing() {
    JsonNode at = lists.features("/api/cameras?limit=1").get(0).at("/geometry/coordinates");
    String body =
        "{\"id\":\"99010100001320900030\",\"name\":\"x\",\"lon\":%s,\"lat\":%s,\"mountHeightMeters\":6,%s}"
            .formatted(at.get(0), at.get(1), lenses(90));
    JsonNode seen = post("/api/cameras/preview", body).json();
    assertThat(seen.at("/properties/seenSquareMeters").asDouble())
        .isBetween(1.0, seen.at("/properties/sectorSquareMeters").asDouble());
    assertThat(server.get("/api/cameras/99010100001320900030").status()).isEqualTo(404);
  }
}
