package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.server.grid.GridTown.COMMUNITY;
import static org.wangge.server.grid.GridTown.WEST;
import static org.wangge.server.grid.GridTown.feature;
import static org.wangge.server.grid.GridTown.polygon;
import static org.wangge.server.grid.GridTown.ring;
import static org.wangge.server.grid.GridTown.square;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/**
 * Whatever is wrong with a request is said: code, place and mend, in the language asked for; and
 * nothing of it is a failure of the program.
 */
class GridBadRequestHttpTest {
  private static final String NEW = COMMUNITY + "009";
  private static final String AT = "/api/grids/at";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static RunningServer server;
  private static LogWatch log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.empty(folder);
    GridTown.buildIn(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    log.close();
  }

  static Stream<Arguments> badAreas() {
    String noParent = feature(NEW, "grid", "", square(111.72, 29.03));
    return Stream.of(
        Arguments.of("{\"type\":", 400, "json-malformed", "body"),
        Arguments.of("", 400, "body-empty", "body"),
        Arguments.of("[]", 400, "object-wanted", "body"),
        Arguments.of("[".repeat(5_000), 400, "json-too-deep", "body"),
        Arguments.of("{\"type\":\"Feature\",\"type\":\"x\"}", 400, "json-member-twice", "body"),
        Arguments.of("\"" + "x".repeat(200_001) + "\"", 400, "json-value-too-long", "body"),
        Arguments.of("{} {}", 400, "json-malformed", "body"),
        Arguments.of("{\"type\":\"Point\"}", 400, "feature-wanted", "type"),
        Arguments.of("{\"type\":\"Feature\",\"colour\":1}", 400, "member-unknown", "colour"),
        Arguments.of(
            grid("{\"type\":\"Point\",\"coordinates\":[1,2]}"),
            400,
            "geometry-type",
            "geometry.type"),
        Arguments.of(
            grid(ring("[111.72,\"x\"]")), 400, "coordinates-malformed", "geometry.coordinates"),
        Arguments.of(
            grid(ring("[NaN,29],[111,29],[111,28],[NaN,29]")), 400, "json-malformed", "body"),
        Arguments.of(
            grid(ring("[1e999,29],[111,29],[111,28],[1e999,29]")),
            422,
            "coordinate-not-a-number",
            "geometry"),
        Arguments.of(
            grid(
                ring("[111.72,29.03],[111.73,29.04],[111.73,29.03],[111.72,29.04],[111.72,29.03]")),
            422,
            "ring-self-crossing",
            "geometry"),
        Arguments.of(
            grid(
                ring("[29.03,111.72],[29.04,111.72],[29.04,111.73],[29.03,111.73],[29.03,111.72]")),
            422,
            "axes-swapped",
            "geometry"),
        Arguments.of(
            grid(ring("[111.72,29.03],[111.73,29.03],[111.73,29.04]")),
            422,
            "ring-unclosed",
            "geometry"),
        Arguments.of(grid(polygon(60, 0, 120, 40)), 422, "extent-too-large", "geometry"),
        Arguments.of(
            feature("9901010010010", "grid", COMMUNITY, "null"), 422, "code-length", "code"),
        Arguments.of(
            feature(NEW, "planet", COMMUNITY, "null"), 422, "level-unknown", "properties.level"),
        Arguments.of(noParent, 422, "parent-missing", "parent"),
        Arguments.of(feature(NEW, "grid", "990101001009", "null"), 422, "parent-unknown", "parent"),
        Arguments.of(
            feature("990101001002", "community", WEST, "null"), 422, "parent-level", "parent"),
        Arguments.of(
            feature(WEST, "grid", COMMUNITY, square(111.72, 29.03)), 409, "code-taken", ""));
  }

  static Stream<Arguments> badProperties() {
    return Stream.of(
        Arguments.of("\"name\":5", 400, "text-wanted", "properties.name"),
        Arguments.of("\"households\":\"many\"", 400, "integer-wanted", "properties.households"),
        Arguments.of("\"households\":1.5", 400, "integer-wanted", "properties.households"),
        Arguments.of("\"households\":-1", 422, "count-negative", "households"),
        Arguments.of("\"inCharge\":{}", 400, "array-wanted", "properties.inCharge"),
        Arguments.of(
            "\"inCharge\":[{\"duty\":\"king\",\"staffCode\":\"P1\"}]",
            422,
            "duty-unknown",
            "properties.inCharge[0].duty"),
        Arguments.of(
            "\"inCharge\":[{\"duty\":\"police\",\"staffCode\":\" \"}]",
            422,
            "staff-code-form",
            "properties.inCharge[0].staffCode"),
        Arguments.of(
            "\"inCharge\":[{\"duty\":\"police\",\"phone\":\"1\"}]",
            400,
            "member-unknown",
            "properties.inCharge[0].phone"),
        Arguments.of("\"colour\":\"red\"", 400, "member-unknown", "properties.colour"),
        Arguments.of("\"name\":\"a\\u0000\"", 400, "text-unsound", "properties.name"),
        Arguments.of("\"name\":\"a\\ud800\"", 400, "text-unsound", "properties.name"),
        Arguments.of("\"\\udc00\":1", 400, "text-unsound", "properties"),
        Arguments.of(
            "\"inCharge\":[{\"duty\":\"police\",\"staffCode\":\"\\u0007\"}]",
            400,
            "text-unsound",
            "properties.inCharge[0].staffCode"),
        Arguments.of("\"kind\":\"odd\"", 422, "kind-unknown", "properties.kind"),
        Arguments.of("\"name\":\" \"", 422, "name-length", "name"),
        Arguments.of("\"reason\":\"" + "x".repeat(501) + "\"", 422, "reason-length", "reason"),
        Arguments.of(
            "\"validFrom\":\"+300000-01-01T00:00:00Z\"",
            400,
            "instant-malformed",
            "properties.validFrom"),
        Arguments.of("\"validFrom\":\"soon\"", 400, "instant-malformed", "properties.validFrom"));
  }

  @ParameterizedTest
  @MethodSource("badProperties")
  void what_is_wrong_with_a_change_is_said_in_both_languages_and_nothing_is_changed(
      String property, int status, String code, String field) {
    String body = "{\"type\":\"Feature\",\"properties\":{" + property + "}}";
    for (String language : new String[] {"zh-CN", "en"}) {
      HttpRequest.Builder request =
          server
              .asOwner("/api/grids/" + WEST)
              .header("If-Match", "\"1\"")
              .header("Accept-Language", language);
      requireProblem(server.patch(request, body), status, code, field, language);
    }
    assertThat(server.get("/api/grids/" + WEST).header("ETag")).isEqualTo("\"1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, number-out-of-range, limit",
    "limit=10001, number-out-of-range, limit",
    "limit=1.5, number-out-of-range, limit",
    "limit=many, number-malformed, limit",
    "limit=NaN, number-malformed, limit",
    "limit=0x10, number-malformed, limit",
    "q=%00, text-unsound, q",
    "parent=%07, text-unsound, parent",
    "cursor=%00, text-unsound, cursor",
    "partition=%00, text-unsound, partition",
    "'bbox=1,NaN,3,4', coordinate-not-a-number, bbox",
    "level=planet, word-unknown, level",
    "geometry=circle, word-unknown, geometry",
    "'bbox=1,2,3', box-malformed, bbox",
    "'bbox=3,4,1,2', box-malformed, bbox",
    "at=2026-13-01T00:00:00Z, instant-malformed, at",
    "at=%2B999999999-12-31T23:59:59Z, instant-malformed, at",
    "known=-999999999-01-01T00:00:00Z, instant-malformed, known",
    "'bbox=-999,0,999,1', box-malformed, bbox"
  })
  void what_is_wrong_with_a_list_is_said_in_both_languages(
      String query, String code, String field) {
    for (String language : new String[] {"zh-CN", "en"}) {
      RunningServer.Answer answer =
          server.send(server.to("/api/grids?" + query).header("Accept-Language", language));
      requireProblem(answer, 400, code, field, language);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"points\":5}', 400, array-wanted, points",
    "'{\"points\":[]', 400, json-malformed, body",
    "'{\"points\":[],\"crs\":4326}', 400, text-wanted, crs",
    "'{\"points\":[],\"crs\":\"EPSG:9\"}', 422, crs-unknown, crs",
    "'{\"points\":[],\"at\":\"today\"}', 400, instant-malformed, at",
    "'{\"points\":[[1e999,2]]}', 422, coordinate-not-a-number, points[0]",
    "'{\"points\":[],\"colour\":1}', 400, member-unknown, colour"
  })
  void what_is_wrong_with_a_question_for_many_points_is_said_in_both_languages(
      String body, int status, String code, String field) {
    for (String language : new String[] {"zh-CN", "en"}) {
      RunningServer.Answer answer =
          server.post(server.to(AT).header("Accept-Language", language), body);
      requireProblem(answer, status, code, field, language);
    }
  }

  @Test
  void an_area_that_is_not_there_is_said_for_each_way_of_asking() {
    for (String ending : new String[] {"", "/card", "/history"}) {
      HttpRequest.Builder request =
          server.to("/api/grids/" + NEW + ending).header("Accept-Language", "en");
      requireProblem(server.send(request), 404, "area-unknown", "", "en");
    }
  }

  @Test
  void a_change_cannot_begin_before_the_state_it_changes() {
    String early = "{\"type\":\"Feature\",\"properties\":{\"validFrom\":\"2025-01-01T00:00:00Z\"}}";
    HttpRequest.Builder request =
        server
            .asOwner("/api/grids/990101")
            .header("If-Match", "\"1\"")
            .header("Accept-Language", "en");
    requireProblem(server.patch(request, early), 422, "valid-from-too-early", "validFrom", "en");
  }

  @Test
  void what_core_says_of_mending_is_never_passed_on() {
    RunningServer.Answer crossing =
        server.post(
            server.asOwner("/api/grids").header("Accept-Language", "zh"),
            grid(ring("[111.72,29.03],[111.73,29.03],[111.73,29.04]")));
    JsonNode fault = crossing.json().at("/faults/0");
    assertThat(fault.path("code").asText()).isEqualTo("ring-unclosed");
    assertThat(fault.path("mend").asText()).containsPattern(CHINESE);
    assertThat(crossing.json().path("lon").asDouble()).isEqualTo(111.73);
  }

  private static String grid(String geometry) {
    return feature(NEW, "grid", COMMUNITY, geometry);
  }

  @ParameterizedTest
  @MethodSource("badAreas")
  void what_is_wrong_with_a_new_area_is_said_in_both_languages(
      String body, int status, String code, String field) {
    for (String language : new String[] {"zh-CN", "en"}) {
      HttpRequest.Builder request =
          server.asOwner("/api/grids").header("Accept-Language", language);
      requireProblem(server.post(request, body), status, code, field, language);
    }
    assertThat(server.get("/api/grids/" + NEW).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "?lon=111.69, parameter-missing, lat",
    "?lon=abc&lat=29, number-malformed, lon",
    "?lon=111f&lat=29, number-malformed, lon",
    "?lon=1e999&lat=29, coordinate-not-a-number, lon",
    "?lon=-Infinity&lat=29, coordinate-not-a-number, lon",
    "?lon=NaN&lat=29, coordinate-not-a-number, lon",
    "?lon=111.69&lon=1&lat=29, parameter-twice, lon",
    "?lon=29.03&lat=111.69, axes-swapped, lat",
    "?lon=111.69&lat=29.03&crs=EPSG:2437, crs-unknown, crs",
    "?lon=111.69&lat=29.03&crs=urn:ogc:def:crs:EPSG::4490, crs-unknown, crs",
    "?lon=1&lat=1&crs=GCJ-02, coordinate-out-of-range, lon",
    "?lon=111.69&lat=29.03&at=yesterday, instant-malformed, at"
  })
  void what_is_wrong_with_a_question_for_a_point_is_said_in_both_languages(
      String query, String code, String field) {
    for (String language : new String[] {"zh-CN", "en"}) {
      RunningServer.Answer answer =
          server.send(server.to(AT + query).header("Accept-Language", language));
      requireProblem(answer, 400, code, field, language);
    }
  }

  @Test
  void of_many_points_the_one_that_is_wrong_is_named() {
    String body = "{\"points\":[[111.69,29.03],[29.03,111.69]]}";
    RunningServer.Answer answer = server.post(server.to(AT).header("Accept-Language", "en"), body);
    requireProblem(answer, 422, "axes-swapped", "points[1]", "en");
    String three = "{\"points\":[[111.69,29.03,5]]}";
    requireProblem(
        server.post(server.to(AT).header("Accept-Language", "zh"), three),
        400,
        "point-malformed",
        "points[0]",
        "zh-CN");
  }

  @Test
  void a_parent_can_never_be_below_its_own_child() {
    String cycle = "{\"type\":\"Feature\",\"properties\":{\"parent\":\"" + WEST + "\"}}";
    HttpRequest.Builder request =
        server
            .asOwner("/api/grids/" + COMMUNITY)
            .header("If-Match", "\"1\"")
            .header("Accept-Language", "zh");
    requireProblem(server.patch(request, cycle), 422, "parent-level", "parent", "zh-CN");
  }

  @Test
  void fifty_megabytes_are_refused_before_they_are_sent() throws IOException {
    Instant before = Instant.now();
    String answer = answerTo("Content-Length: 50000000", "{");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void a_body_of_unknown_length_is_refused_as_soon_as_it_is_too_long() throws IOException {
    String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
    assertThat(answerTo("Transfer-Encoding: chunked", chunk.repeat(5)))
        .startsWith("HTTP/1.1 413")
        .contains("body-too-large");
  }

  /** The server may have answered and closed before all of it is sent. */
  private static void send(Socket socket, String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (SocketException closed) {
      assertThat(socket.getInputStream().available()).as("an answer is there").isPositive();
    }
  }

  /** The start of the answer to a body that is never finished. */
  private static String answerTo(String length, String beginning) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      String head =
          "POST /api/grids HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + server.ownerToken()
              + "\r\nContent-Type: application/json\r\n"
              + length
              + "\r\n\r\n";
      send(socket, head + beginning);
      StringBuilder answer = new StringBuilder();
      byte[] part = new byte[4096];
      int got = socket.getInputStream().read(part);
      while (got > 0) {
        answer.append(new String(part, 0, got, StandardCharsets.UTF_8));
        boolean whole = answer.indexOf("body-too-large") >= 0;
        got = whole ? 0 : socket.getInputStream().read(part);
      }
      return answer.toString();
    }
  }

  @Test
  void an_address_that_is_not_there_and_a_method_it_does_not_take_are_problems_too() {
    requireProblem(
        server.send(server.to("/api/nothing").header("Accept-Language", "en")),
        404,
        "page-unknown",
        "",
        "en");
    requireProblem(
        server.send(server.to("/api/grids").header("Accept-Language", "zh").DELETE()),
        405,
        "method-unknown",
        "",
        "zh-CN");
  }

  private static void requireProblem(
      RunningServer.Answer answer, int status, String code, String field, String language) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("code").asText()).as(answer.body()).isEqualTo(code);
    assertThat(problem.path("field").asText()).as(answer.body()).startsWith(field);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    for (String part : new String[] {"title", "detail", "mend"}) {
      String text = problem.path(part).asText();
      assertThat(text).as(part + " of " + answer.body()).isNotBlank().doesNotContain("–");
      assertThat(CHINESE.matcher(text).find()).as(text).isEqualTo(language.equals("zh-CN"));
    }
    for (JsonNode fault : problem.path("faults")) {
      String mend = fault.path("mend").asText();
      assertThat(CHINESE.matcher(mend).find()).as(mend).isEqualTo(language.equals("zh-CN"));
    }
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.wangge");
    assertThat(log.stackTraces()).isEmpty();
  }
}
