package org.wangge.server.incident.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotoHttpTest {
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
  void anyone_sends_a_photo_and_staff_and_whoever_reported_see_it_without_its_notes() {
    byte[] file = TestPhotos.withNotes(TestPhotos.jpeg(600, 400), 6);
    Answer sent = send(server.to("/api/reports/photos?key=p1"), file);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    assertThat(sent.json().path("widthPixels").asInt()).isEqualTo(400);
    assertThat(sent.json().path("takenAt").asText()).isEqualTo("2026-11-02T00:30:00Z");
    assertThat(sent.json().path("position").toString()).isEqualTo("[112.6137,28.9182]");
    Answer again = send(server.to("/api/reports/photos?key=p1"), file);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(sent.json());

    String photo = sent.json().path("photo").asText();
    Answer report = report("photo-1", photo);
    assertThat(report.status()).as(report.body()).isEqualTo(201);
    assertThat(report("photo-1", photo).json()).as("sent again").isEqualTo(report.json());
    assertThat(report("photo-2", photo).json().path("code").asText()).isEqualTo("photo-unknown");

    String id = report.json().path("id").asText();
    JsonNode photos = get("operator", "/api/incidents/" + id + "/photos").json().path("photos");
    assertThat(photos).hasSize(1);
    assertThat(photos.path(0).path("of").asText()).isEqualTo("report");
    assertThat(photos.path(0).path("metersOff").asInt()).isLessThan(200);
    assertThat(photos.path(0).has("position")).isFalse();
    String address = "/api/incidents/" + id + "/photos/" + photo;
    byte[] picture = server.bytes(server.as("operator", address + "?size=small"));
    assertThat(new String(picture, StandardCharsets.ISO_8859_1))
        .startsWith("ÿØÿà")
        .doesNotContain("quillcamera");
    assertThat(get("operator", address).header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(get("operator", address).header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(server.get(address).status()).isIn(401, 403);
    assertThat(get("planner", address).status()).isEqualTo(403);

    String token = report.json().path("token").asText();
    assertThat(own(token, "").json().path("photos")).hasSize(1);
    assertThat(own(token, "/" + photo + "?size=small").status()).isEqualTo(200);
    assertThat(own("guess", "/" + photo).status()).isEqualTo(404);
    server.post(server.to("/api/reports/own/erasure").header("Wangge-Report-Token", token), "");
    assertThat(get("operator", address).json().path("code").asText()).isEqualTo("photo-unknown");
  }

  @Test
  void photos_before_and_after_stand_with_the_steps_they_were_given_at() {
    String id = report("photo-3", "").json().path("id").asText();
    String before = photo();
    Answer accepted = act(id, "accept", 1, before);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    assertThat(act(id, "file", 2, before).json().path("code").asText()).isEqualTo("photo-unknown");
    assertThat(get("operator", "/api/incidents/" + id).json().at("/properties/version").asInt())
        .as("nothing of a step whose photo is refused is done")
        .isEqualTo(2);
    JsonNode photos = get("operator", "/api/incidents/" + id + "/photos").json().path("photos");
    assertThat(photos).hasSize(1);
    assertThat(photos.path(0).path("of").asText()).isEqualTo("deed");
    assertThat(photos.path(0).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void what_is_no_photo_is_refused_by_name_and_the_door_stays_open() {
    assertThat(code(bytes("<svg onload='alert(1)'/>"))).isEqualTo("photo-kind");
    assertThat(code(TestPhotos.pngThatClaims(60_000, 60_000))).isEqualTo("photo-too-many-pixels");
    assertThat(code(new byte[0])).isEqualTo("body-empty");
    Answer tooLong = send(server.to("/api/reports/photos"), new byte[12_000_001]);
    assertThat(tooLong.status()).isEqualTo(413);
    assertThat(sendWithoutLength(new byte[30_000_000]).status()).isEqualTo(413);
    assertThat(send(server.to("/api/devices"), new byte[12_000_000]).status())
        .as("whoever may not learns it, however much they send")
        .isEqualTo(401);
    assertThat(server.get("/api/reports/photos").status()).isEqualTo(405);
    assertThat(
            server
                .post(
                    server.to("/api/reports"),
                    "{\"key\":\"many\",\"category\":\"noise\",\"lon\":112.6137,\"lat\":28.9182,"
                        + "\"photos\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]}")
                .json()
                .path("code")
                .asText())
        .isEqualTo("photos-too-many");
  }

  private String code(byte[] file) {
    return send(server.asOwner("/api/reports/photos"), file).json().path("code").asText();
  }

  private String photo() {
    return send(server.asOwner("/api/reports/photos"), TestPhotos.jpeg(30, 20))
        .json()
        .path("photo")
        .asText();
  }

  private Answer report(String key, String photo) {
    return server.post(
        server.to("/api/reports"),
        "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9190%s}"
            .formatted(key, photo.isEmpty() ? "" : ",\"photos\":[\"" + photo + "\"]"));
  }

  private Answer act(String id, String action, int version, String photo) {
    return server.post(
        server
            .as("operator", "/api/incidents/" + id + "/" + action)
            .header("If-Match", "\"" + version + "\""),
        "{\"photos\":[\"%s\"]}".formatted(photo));
  }

  private Answer own(String token, String path) {
    return server.send(
        server.to("/api/reports/own/photos" + path).header("Wangge-Report-Token", token));
  }

  private Answer get(String account, String path) {
    return server.send(server.as(account, path));
  }

  private Answer send(HttpRequest.Builder request, byte[] file) {
    return server.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private Answer sendWithoutLength(byte[] file) {
    return server.send(
        server
            .to("/api/reports/photos")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
