package org.wangge.server.incident.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Right;
import org.wangge.people.PersonalField;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoteHttpTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_worker_speaks_a_note_and_only_who_sees_the_reporter_whole_hears_it_on_record() {
    byte[] file = TestNotes.webm(3);
    Answer sent = send("worker", "?key=n1", file);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    assertThat(sent.json().path("lengthMillis").asInt()).isEqualTo(3_000);
    Answer again = send("worker", "?key=n1", file);
    assertThat(again.status()).as("over a bad line").isEqualTo(200);
    assertThat(again.json()).isEqualTo(sent.json());

    String note = sent.json().path("note").asText();
    assertThat(code(report("handler", "note-1", note))).as("not theirs").isEqualTo("note-unknown");
    Answer report = report("worker", "note-2", note);
    assertThat(report.status()).as(report.body()).isEqualTo(201);
    assertThat(report("worker", "note-2", note).json()).isEqualTo(report.json());
    assertThat(code(report("worker", "note-3", note))).isEqualTo("note-unknown");

    String notes = "/api/incidents/" + report.json().path("id").asText() + "/notes";
    JsonNode known = get("worker", notes).json().path("notes").path(0);
    assertThat(known.path("of").asText()).isEqualTo("report");
    assertThat(known.path("mediaType").asText()).isEqualTo("audio/webm");
    assertThat(server.bytes(server.as("operator", notes + "/" + note))).isEqualTo(file);
    Answer heard = get("operator", notes + "/" + note);
    assertThat(heard.header("Content-Type")).isEqualTo("audio/webm");
    assertThat(heard.header("Content-Disposition")).isEqualTo("attachment; filename=\"note.webm\"");
    assertThat(heard.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(heard.header("Cache-Control")).isEqualTo("no-store");
    assertThat(server.getAsOwner("/api/audit?action=note-heard").json().path("records"))
        .hasSizeGreaterThanOrEqualTo(2);
    for (String other : new String[] {"worker", "handler", "supervisor", "liaison", "planner"}) {
      assertThat(get(other, notes + "/" + note).status()).as(other).isEqualTo(403);
    }
    assertThat(server.get(notes + "/" + note).status()).isEqualTo(401);
    assertThat(code(get("operator", notes + "/note-1"))).isEqualTo("note-not-there");

    server.post(
        server.to("/api/reports/own/erasure").header("Wangge-Report-Token", token(report)), "");
    assertThat(code(get("operator", notes + "/" + note))).isEqualTo("note-not-there");
  }

  @Test
  void a_note_stands_with_the_step_it_was_given_at_and_nothing_is_done_where_it_is_refused() {
    String id = report("worker", "note-4", "").json().path("id").asText();
    String note = send("operator", "", TestNotes.ogg(2)).json().path("note").asText();
    assertThat(code(act(id, 1, "note-of-nobody"))).isEqualTo("note-unknown");
    Answer done = act(id, 1, note);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    JsonNode known = get("operator", "/api/incidents/" + id + "/notes").json().path("notes");
    assertThat(known).hasSize(1);
    assertThat(known.path(0).path("of").asText()).isEqualTo("deed");
    assertThat(known.path(0).path("version").asInt()).isEqualTo(2);
    Answer many = report("worker", "note-5", "1\",\"2\",\"3\",\"4");
    assertThat(code(many)).isEqualTo("notes-too-many");
  }

  @Test
  void what_is_no_recording_is_refused_by_name() {
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    assertThat(send("worker", "", page).status()).isEqualTo(422);
    assertThat(code(send("worker", "", page))).isEqualTo("note-kind");
    byte[] both = TestNotes.joined(TestNotes.webm(1), page);
    assertThat(code(send("worker", "", both))).isEqualTo("note-broken");
    assertThat(code(send("worker", "", TestNotes.mp4(121)))).isEqualTo("note-too-long");
    assertThat(code(send("worker", "", new byte[0]))).isEqualTo("body-empty");
    assertThat(send("worker", "", new byte[2_000_001]).status()).isEqualTo(413);
    Answer stranger =
        server.send(
            server
                .to("/api/reports/notes")
                .POST(HttpRequest.BodyPublishers.ofByteArray(TestNotes.webm(1))));
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(send("planner", "", TestNotes.webm(1)).status()).isEqualTo(403);
  }

  @Test
  void whoever_may_hear_a_note_is_whoever_sees_a_reporter_whole() {
    assertThat(Right.HEAR_NOTES.roles()).isEqualTo(PersonalField.REPORTER_PHONE.wholeTo());
  }

  private Answer send(String account, String query, byte[] file) {
    return server.send(
        server
            .as(account, "/api/reports/notes" + query)
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private Answer report(String account, String key, String note) {
    return server.post(
        server.as(account, "/api/reports"),
        "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9190%s}"
            .formatted(key, note.isEmpty() ? "" : ",\"notes\":[\"" + note + "\"]"));
  }

  private Answer act(String id, int version, String note) {
    return server.post(
        server
            .as("operator", "/api/incidents/" + id + "/accept")
            .header("If-Match", "\"" + version + "\""),
        "{\"notes\":[\"%s\"]}".formatted(note));
  }

  private Answer get(String account, String path) {
    return server.send(server.as(account, path));
  }

  private static String token(Answer report) {
    return report.json().path("token").asText();
  }

  private static String code(Answer answer) {
    return answer.json().path("code").asText();
  }
}
