package org.wangge.server.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Calendars and limits over HTTP, on one server: they do not get into each other's way. */
class CalendarHttpTest {
  private static final String STREET = "990101001";
  private static final String WEEKS =
      """
      "zone":"Asia/Shanghai","weeks":[{"from":"2020-01-01","sessions":{"monday":["08:00-12:00"],"tuesday":["08:00-12:00"]}}]
      """;

  @TempDir Path folder;

  @Test
  void calendars_and_limits_are_read_changed_and_explained() {
    try (RunningServer server = RunningServer.withTown(folder)) {
      a_due_time_is_explained(server);
      a_calendar_is_added_and_changed_by_versions(server);
      what_cannot_be_is_refused_by_name(server);
      limits_are_added_changed_and_taken_away(server);
    }
  }

  private static void a_due_time_is_explained(RunningServer server) {
    Answer answer =
        server.send(
            server.as(
                "worker",
                "/api/calendars/usual/due?from=2026-03-02T11:00:00%2B08:00&limit=4+working+hours"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode reason = answer.json();
    assertThat(reason.path("due").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(reason.path("allowedSeconds").asInt()).isEqualTo(4 * 3_600);
    assertThat(reason.path("counted")).hasSize(2);
    assertThat(reason.at("/counted/1/from").asText()).isEqualTo("2026-03-02T06:00:00Z");
    assertThat(reason.at("/counted/1/seconds").asInt()).isEqualTo(3 * 3_600);
    assertThat(reason.at("/limit/words").asText()).isEqualTo("4 working hours");
    Answer days =
        server.send(server.as("worker", "/api/calendars/usual/due?kind=calendar-days&amount=2"));
    assertThat(days.json().path("leftSeconds").asInt()).as(days.body()).isEqualTo(172_800);
  }

  private static void a_calendar_is_added_and_changed_by_versions(RunningServer server) {
    Answer added = add(server, "street", STREET, "\"days\":[]");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(due(server, "street")).isEqualTo("2026-03-03T04:00:00Z");
    String holiday = "\"days\":[{\"date\":\"2026-03-03\",\"kind\":\"holiday\"}]";
    Answer changed = change(server, "street", 1, "2026-12", holiday);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(due(server, "street")).isEqualTo("2026-03-09T04:00:00Z");
    assertThat(change(server, "street", 1, "", holiday).status()).isEqualTo(409);
    JsonNode kept = server.send(server.as("admin", "/api/calendars/street")).json();
    assertThat(kept.at("/days/0/kind").asText()).isEqualTo("holiday");
    assertThat(kept.at("/weeks/0/sessions/monday/0").asText()).isEqualTo("08:00-12:00");
    JsonNode audit = server.getAsOwner("/api/audit?action=clock-calendar-changed&limit=5").json();
    assertThat(audit.toString()).contains("holidays-announced 2026-12");
  }

  private static void what_cannot_be_is_refused_by_name(RunningServer server) {
    assertThat(code(add(server, "street", "990101001002", "\"days\":[]")))
        .isEqualTo("calendar-taken");
    assertThat(code(add(server, "other", "123456", "\"days\":[]")))
        .isEqualTo("calendar-area-unknown");
    assertThat(code(add(server, "Other!", "990101001002", "\"days\":[]")))
        .isEqualTo("calendar-code");
    for (Map.Entry<String, String> wrong :
        Map.of(
                "\"days\":[{\"date\":\"2026-02-30\",\"kind\":\"holiday\"}]",
                "calendar-date",
                "\"days\":[{\"date\":\"2026-02-03\",\"kind\":\"feast\"}]",
                "rule-word-unknown",
                "\"days\":[],\"inForce\":1",
                "flag-wanted",
                "\"days\":[],\"inForce\":false",
                "calendar-of-everything",
                "\"days\":[],\"pauses\":[]",
                "member-unknown",
                "\"days\":[{\"date\":\"2026-02-03\",\"kind\":\"make-up\",\"sessions\":[\"9-12\"]}]",
                "work-session")
            .entrySet()) {
      assertThat(code(change(server, "usual", 1, "", wrong.getKey())))
          .as(wrong.getKey())
          .isEqualTo(wrong.getValue());
    }
    assertThat(code(change(server, "usual", 1, "said by phone", "\"days\":[]")))
        .isEqualTo("case-number-malformed");
    assertThat(code(server.send(server.as("admin", "/api/calendars/none"))))
        .isEqualTo("calendar-unknown");
    for (String asked : new String[] {"limit=4+hours", "kind=working-days&amount=0"}) {
      assertThat(code(server.send(server.as("admin", "/api/calendars/usual/due?" + asked))))
          .startsWith("limit-");
    }
    String far = "/api/calendars/usual/due?limit=1+working+day&from=9000-01-01T00:00:00Z";
    assertThat(code(server.send(server.as("admin", far)))).isEqualTo("clock-out-of-range");
    assertThat(server.post(server.as("planner", "/api/calendars"), "{}").status()).isEqualTo(403);
  }

  private static void limits_are_added_changed_and_taken_away(RunningServer server) {
    Answer added = addLimit(server, "\"category\":\"noise\",\"condition\":\"at-night\",");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.json().at("/limit/kind").asText()).isEqualTo("urgent-hours");
    String path = added.header("Location");
    Answer changed =
        server.put(
            server.as("admin", path).header("If-Match", "\"1\""),
            "{\"limit\":\"3 working days\",\"warnPercents\":[],\"reason\":\"corrected\"}");
    assertThat(changed.json().at("/limit/amount").asInt()).as(changed.body()).isEqualTo(3);
    assertThat(code(addLimit(server, "\"category\":\"noise\",\"condition\":\"at-night\",")))
        .isEqualTo("limit-taken");
    assertThat(code(addLimit(server, "\"condition\":\"at-night\","))).isEqualTo("limit-scope");
    String why = "?reason=corrected&case=7";
    assertThat(
            server
                .send(server.as("admin", path + why).header("If-Match", "\"1\"").DELETE())
                .status())
        .isEqualTo(409);
    assertThat(
            server
                .send(server.as("admin", path + why).header("If-Match", "\"2\"").DELETE())
                .status())
        .isEqualTo(204);
    JsonNode limits = server.send(server.as("handler", "/api/incidents/limits")).json();
    long everything = limits.at("/limits/0/id").asLong();
    assertThat(limits.at("/limits/0/category").asText()).isEmpty();
    Answer stays =
        server.send(
            server
                .as("admin", "/api/incidents/limits/" + everything + why)
                .header("If-Match", "\"1\"")
                .DELETE());
    assertThat(code(stays)).isEqualTo("limit-of-everything");
    JsonNode past =
        server.send(server.as("handler", "/api/incidents/limits?at=1999-01-01T00:00:00Z")).json();
    assertThat(past.path("limits")).isEmpty();
  }

  private static Answer addLimit(RunningServer server, String scope) {
    return server.post(
        server.as("admin", "/api/incidents/limits"),
        "{"
            + scope
            + "\"stage\":\"handle\",\"limit\":\"2 urgent hours\",\"warnPercents\":[50,75],\"reason\":\"rules-changed\"}");
  }

  private static Answer add(RunningServer server, String code, String area, String days) {
    return server.post(
        server.as("admin", "/api/calendars"),
        "{\"code\":\"%s\",\"area\":\"%s\",\"name\":\"街道\",\"reason\":\"hours-changed\",%s,%s}"
            .formatted(code, area, WEEKS, days));
  }

  private static Answer change(
      RunningServer server, String code, int version, String caseNumber, String days) {
    return server.put(
        server.as("admin", "/api/calendars/" + code).header("If-Match", "\"" + version + "\""),
        "{\"name\":\"街道\",\"reason\":\"holidays-announced\",\"case\":\"%s\",%s,%s}"
            .formatted(caseNumber, WEEKS, days));
  }

  private static String due(RunningServer server, String code) {
    String asked = "/due?from=2026-03-02T00:00:00Z&limit=1+working+day";
    return server
        .send(server.as("admin", "/api/calendars/" + code + asked))
        .json()
        .path("due")
        .asText();
  }

  private static String code(Answer answer) {
    return answer.json().path("code").asText();
  }
}
