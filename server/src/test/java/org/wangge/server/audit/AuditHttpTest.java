package org.wangge.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

class AuditHttpTest {
  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void reading_the_tracks_of_people_is_on_record_before_it_is_answered() {
    Answer tracks = server.send(server.as("liaison", "/api/tracks?limit=3"));
    assertThat(tracks.status()).isEqualTo(200);
    JsonNode record = records("/api/audit?action=tracks-read&account=liaison").get(0);
    assertThat(record.path("account").asText()).isEqualTo("liaison");
    assertThat(record.path("roles").toString()).contains("liaison");
    assertThat(record.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(record.path("outcome").asText()).isEqualTo("done");
    assertThat(record.path("facts").path("limit").asText()).isEqualTo("3");
  }

  @Test
  void reading_the_record_is_on_record_too() {
    String before = records("/api/audit?limit=1").get(0).path("id").asText();
    JsonNode newest = records("/api/audit?action=audit-read&limit=1").get(0);
    assertThat(newest.path("id").asText()).isGreaterThan(before);
    assertThat(newest.path("account").asText()).isEqualTo("supervisor");
  }

  @Test
  void a_change_is_on_record_with_what_it_changed() {
    Answer report =
        server.post(
            server.to("/api/reports"),
            "{\"category\":\"exposed-rubbish\",\"lon\":112.6137,\"lat\":28.9182}");
    assertThat(report.status()).isEqualTo(201);
    JsonNode record = records("/api/audit?subject=" + report.json().path("id").asText()).get(0);
    assertThat(record.path("account").asText()).isEqualTo("anonymous");
    assertThat(record.path("address").isNull()).isTrue();
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    for (int i = 0; i < 5; i++) {
      server.send(server.as("liaison", "/api/tracks?limit=1"));
    }
    String path = "/api/audit?account=liaison&action=tracks-read&limit=2";
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonNode page = read(path + (next.isEmpty() ? "" : "&cursor=" + next));
      page.path("records").forEach(one -> seen.add(one.path("id").asText()));
      next = page.path("next").isNull() ? null : page.path("next").asText();
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void who_may_not_read_the_record_is_refused() {
    assertThat(server.get("/api/audit").status()).isEqualTo(401);
    Answer refused = server.send(server.as("operator", "/api/audit"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("code").asText()).isEqualTo("role-missing");
    assertThat(server.send(server.as("operator", "/api/audit/export")).status()).isEqualTo(403);
    assertThat(server.send(server.as("operator", "/api/audit/anchor")).status()).isEqualTo(403);
  }

  @Test
  void who_was_refused_what_is_on_record_but_cannot_flood_it() {
    for (int i = 0; i < 20; i++) {
      server.send(server.as("handler", "/api/audit/anchor"));
    }
    List<JsonNode> refusals = records("/api/audit?account=handler&outcome=refused");
    assertThat(refusals).hasSize(5);
    assertThat(refusals.get(0).path("action").asText()).isEqualTo("request-refused");
    assertThat(refusals.get(0).path("facts").path("code").asText()).isEqualTo("role-missing");
    assertThat(refusals.get(0).path("facts").path("route").asText())
        .isEqualTo("GET /api/audit/anchor");
  }

  @Test
  void it_is_exported_as_a_table_and_as_lines() {
    server.send(server.as("liaison", "/api/tracks?limit=7"));
    Answer table =
        server.send(server.as("supervisor", "/api/audit/export?action=tracks-read&format=csv"));
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.body()).startsWith("\uFEFFnumber,at,account,roles,");
    assertThat(table.body()).contains(",tracks-read,,done,");
    Answer lines =
        server.send(server.as("supervisor", "/api/audit/export?action=tracks-read&format=jsonl"));
    assertThat(lines.body().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"number\":") && line.endsWith("}"));
    assertThat(records("/api/audit?action=audit-exported")).isNotEmpty();
  }

  @Test
  void it_is_verified_in_the_background() throws InterruptedException {
    Answer begun = server.post(server.as("supervisor", "/api/audit/verification"), "");
    assertThat(begun.status()).isEqualTo(202);
    JsonNode progress = begun.json();
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (progress.path("state").asText().equals("running") && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
      progress = read("/api/audit/verification");
    }
    assertThat(progress.path("state").asText()).isEqualTo("done");
    assertThat(progress.path("report").path("findings")).isEmpty();
    assertThat(progress.path("report").path("sound").asBoolean()).isTrue();
    assertThat(progress.path("report").path("sealed").asLong()).isPositive();
  }

  @Test
  void an_anchor_can_be_printed() {
    JsonNode anchor = read("/api/audit/anchor");
    assertThat(anchor.path("chain").asText()).matches("[0-9a-f]{64}");
    Answer text = server.send(server.as("supervisor", "/api/audit/anchor?format=text"));
    assertThat(text.header("Content-Type")).startsWith("text/plain");
    assertThat(text.body()).contains("审计锚点", "--anchor ");
    assertThat(server.send(server.as("supervisor", "/api/audit/anchor?day=1999-01-01")).status())
        .isEqualTo(404);
  }

  @Test
  void what_is_asked_wrongly_is_refused() {
    for (String query : List.of("?colour=red", "?outcome=maybe", "?from=yesterday", "?cursor=x")) {
      assertThat(server.send(server.as("supervisor", "/api/audit" + query)).status())
          .as(query)
          .isEqualTo(400);
    }
  }

  private static List<JsonNode> records(String path) {
    List<JsonNode> records = new ArrayList<>();
    read(path).path("records").forEach(records::add);
    return records;
  }

  private static JsonNode read(String path) {
    Answer answer = server.send(server.as("supervisor", path));
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return answer.json();
  }
}
