package org.wangge.server.shift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Rosters and shifts on a served town. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShiftHttpTest {
  private static final String STREET = "990101001";
  private static final String COMMUNITY = "990101001002";
  private static final String OTHER = "990101001003";
  private static final String DAY = "2027-03-01";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private RunningServer server;
  private Cast cast;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    cast = new Cast(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return answer.json();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  private JsonNode read(String account, String path) {
    return done(server.send(server.as(account, path)));
  }

  private Answer put(HttpRequest.Builder as, String area, String staff, String first) {
    return server.post(
        as,
        """
        {"area":"%s","post":"grid-worker","staff":"%s","first":"%s","last":"%s",
        "pattern":{"days":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"],
        "from":"08:00","to":"20:00"}}
        """
            .formatted(area, staff, first, first));
  }

  @Test
  void somebody_is_to_be_called_for_every_grid_of_the_demonstration_by_number() {
    JsonNode answer = read("operator", "/api/shifts/on-duty?area=" + COMMUNITY + "001");
    assertThat(answer.path("answeredBy").asText()).isEqualTo(STREET);
    JsonNode first = answer.at("/onDuty/0");
    assertThat(first.path("post").asText()).isEqualTo("operator");
    assertThat(first.path("generated").asBoolean()).isTrue();
    assertThat(first.path("phone").asText()).matches("[0-9]{11}");
    assertThat(Instant.parse(answer.path("next").asText())).isAfter(Instant.now());
    assertThat(read("worker", "/api/shifts/on-duty?area=" + STREET).at("/onDuty/0/name").asText())
        .as("a worker is not told names")
        .endsWith("*");
    refused(server.send(server.to("/api/shifts/on-duty?area=" + STREET)), 401, "sign-in-needed");
    refused(
        server.send(server.as("planner", "/api/shifts/on-duty?area=" + STREET)),
        403,
        "role-missing");
  }

  @Test
  void a_roster_is_filled_swapped_copied_and_tells_its_gaps() {
    String from = "2027-03-01T00:00:00Z";
    String week = "/api/shifts/roster?area=" + OTHER + "&from=" + from;
    JsonNode one = done(put(server.as("operator", "/api/shifts/roster"), OTHER, "D0001", DAY));
    assertThat(one.at("/entries/0/from").asText()).isEqualTo("2027-03-01T00:00:00Z");
    refused(
        put(server.as("operator", "/api/shifts/roster"), COMMUNITY, "D0001", DAY),
        409,
        "shift-overlap");
    refused(
        put(server.as("operator", "/api/shifts/roster"), OTHER, "nobody", DAY),
        422,
        "shift-staff-unknown");
    refused(
        put(server.as("worker", "/api/shifts/roster"), OTHER, "D0002", DAY), 403, "role-missing");
    JsonNode other =
        done(put(server.as("operator", "/api/shifts/roster"), OTHER, "D0002", "2027-03-02"));
    JsonNode looked = read("worker", week + "&to=2027-03-02T12:00:00Z");
    assertThat(looked.path("entries")).hasSize(2);
    assertThat(looked.at("/gaps/0/from").asText()).isEqualTo("2027-03-01T12:00:00Z");
    String swap = "/api/shifts/roster/" + one.at("/entries/0/id").asText() + "/swap";
    JsonNode swapped =
        done(
            server.post(
                server.as("operator", swap),
                "{\"with\":" + other.at("/entries/0/id").asText() + "}"));
    assertThat(swapped.at("/entries/0/staff").asText()).isEqualTo("D0002");
    JsonNode copied =
        done(
            server.post(
                server.as("operator", "/api/shifts/roster/copy"),
                "{\"area\":\"%s\",\"monday\":\"2027-03-08\"}".formatted(OTHER)));
    assertThat(copied.path("entries")).hasSize(2);
    String path = "/api/shifts/roster/" + copied.at("/entries/0/id").asText();
    assertThat(server.send(server.as("operator", path).DELETE()).status()).isEqualTo(204);
    refused(server.send(server.as("operator", path).DELETE()), 404, "shift-entry-unknown");
  }

  @Test
  void who_works_in_one_community_neither_sees_nor_fills_the_roster_of_another() {
    String cookie = cast.join("near", Role.OPERATOR, "\"area\":\"" + COMMUNITY + "\"");
    String today = LocalDate.now(CHINA).plusDays(60).toString();
    refused(
        put(cast.with(cookie, "/api/shifts/roster"), OTHER, "D0009", today),
        404,
        "shift-area-unknown");
    refused(
        server.send(cast.with(cookie, "/api/shifts/on-duty?area=" + OTHER)),
        404,
        "shift-area-unknown");
    JsonNode above =
        done(server.send(cast.with(cookie, "/api/shifts/on-duty?area=" + COMMUNITY + "001")));
    assertThat(above.path("answeredBy").asText()).as("above one may call").isEqualTo(STREET);
  }

  private Answer act(HttpRequest.Builder as, int version, String body) {
    return server.post(as.header("If-Match", "\"" + version + "\""), body);
  }

  @Test
  void a_shift_is_logged_and_handed_over_from_session_to_session() {
    String ann = cast.join("shift-ann", Role.OPERATOR, "\"area\":\"" + COMMUNITY + "\"");
    String ben = cast.join("shift-ben", Role.SUPERVISOR, "\"area\":\"" + COMMUNITY + "\"");
    String far = cast.join("shift-far", Role.OPERATOR, "\"area\":\"" + OTHER + "\"");
    String area = "{\"area\":\"" + COMMUNITY + "\"}";
    refused(server.post(cast.with(far, "/api/shifts/own"), area), 404, "shift-area-unknown");
    refused(server.post(cast.with(ann, "/api/shifts/handovers"), area), 409, "shift-not-begun");
    done(server.post(cast.with(ann, "/api/shifts/own"), area));
    refused(server.post(cast.with(ann, "/api/shifts/own"), area), 409, "shift-running");
    String note = "{\"area\":\"%s\",\"text\":\"回电 13800001111\"}".formatted(COMMUNITY);
    JsonNode first = done(server.post(cast.with(ann, "/api/shifts/log"), note));
    assertThat(first.path("text").asText()).isEqualTo("回电 13800001111");
    String log = "/api/shifts/log?area=" + COMMUNITY;
    JsonNode seen = done(server.send(cast.with(ben, log)));
    assertThat(seen.at("/entries/0/text").asText())
        .as("a supervisor sees no numbers")
        .isEqualTo("回电 138****1111");
    refused(server.send(cast.with(far, log)), 404, "shift-area-unknown");
    refused(server.send(server.as("worker", log)), 403, "role-missing");
    JsonNode sheet = done(server.post(cast.with(ann, "/api/shifts/handovers"), area));
    assertThat(sheet.path("state").asText()).isEqualTo("draft");
    int open = sheet.at("/counts/open").asInt();
    assertThat(open).isEqualTo(openIn(COMMUNITY));
    assertThat(sheet.at("/items/open")).hasSize(open);
    String path = "/api/shifts/handovers/" + sheet.path("id").asText();
    String sign = path + "/signature";
    refused(act(cast.with(ben, sign), 1, "{}"), 409, "handover-unsigned");
    done(act(cast.with(ann, sign), 1, "{}"));
    refused(act(cast.with(ann, sign), 2, "{}"), 409, "handover-same");
    refused(act(cast.with(far, sign), 2, "{}"), 404, "handover-unknown");
    refused(act(server.asOwner(sign), 2, "{}"), 409, "handover-in-person");
    JsonNode signed = done(act(cast.with(ben, sign), 2, "{\"answer\":\"收到\"}"));
    assertThat(signed.path("state").asText()).isEqualTo("signed");
    assertThat(signed.path("sound").asBoolean()).isTrue();
    refused(act(cast.with(ann, path + "/withdrawal"), 3, "{}"), 409, "handover-over");
    assertThat(done(server.send(cast.with(ann, "/api/shifts/own"))).path("shift").isNull())
        .isTrue();
    JsonNode present = done(server.send(cast.with(ben, "/api/shifts/own")));
    assertThat(present.at("/shift/area").asText()).isEqualTo(COMMUNITY);
    Answer paper = server.send(cast.with(ben, path + "/sheet.pdf?lang=zh"));
    assertThat(paper.status()).isEqualTo(200);
    assertThat(paper.body()).startsWith("%PDF");
    JsonNode changed =
        done(
            server.send(
                cast.with(
                    ann, "/api/shifts/changes?area=" + COMMUNITY + "&since=2020-01-01T00:00:00Z")));
    assertThat(changed.path("counts").has("whistle")).isTrue();
  }

  private int openIn(String area) {
    return server
        .getAsOwner("/api/incidents?open=true&limit=1000&grid=" + area)
        .json()
        .path("features")
        .size();
  }

  @Test
  void what_happens_in_a_shift_is_counted_with_its_incident() {
    Instant before = Instant.now().minusSeconds(2);
    String report = "{\"key\":\"shift\",\"category\":\"noise\",\"lon\":112.6137,\"lat\":28.9182}";
    String id = done(server.post(server.to("/api/reports"), report)).path("id").asText();
    JsonNode changes = changes(before);
    long end = System.nanoTime() + 10_000_000_000L;
    while (changes.at("/counts/reported").asInt() == 0 && System.nanoTime() < end) {
      changes = changes(before);
    }
    assertThat(changes.at("/counts/reported").asInt()).isEqualTo(1);
    assertThat(changes.at("/changes/0/subject").asText()).isEqualTo(id);
    assertThat(changes(Instant.now().plusSeconds(60)).at("/counts/reported").asInt()).isZero();
  }

  private JsonNode changes(Instant since) {
    return read("operator", "/api/shifts/changes?area=" + STREET + "&since=" + since);
  }

  @Test
  void the_demonstration_has_a_log_and_a_handover_that_waits() {
    JsonNode sheets = read("operator", "/api/shifts/handovers?area=" + STREET).path("handovers");
    assertThat(sheets.findValuesAsText("state")).contains("signed", "waiting");
    for (JsonNode one : sheets) {
      if (one.path("generated").asBoolean()) {
        String id = one.path("id").asText();
        assertThat(read("operator", "/api/shifts/handovers/" + id).path("sound").asBoolean())
            .isTrue();
      }
    }
    JsonNode log = read("operator", "/api/shifts/log?area=" + STREET + "&limit=200");
    assertThat(log.path("entries").findValuesAsText("kind")).contains("note", "handed-over");
  }
}
