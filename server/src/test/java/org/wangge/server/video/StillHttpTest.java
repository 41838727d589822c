package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/** Single pictures of the demonstration town's cameras. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StillHttpTest {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private RunningServer server;
  private Path folder = Path.of("");
  private List<String> online = List.of();

  @BeforeAll
  void start(@TempDir Path data) {
    folder = data;
    server = RunningServer.withTown(data);
    online = cameras("online");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private List<String> cameras(String state) {
    JsonNode found = server.get("/api/cameras?limit=50&state=" + state).json().path("features");
    return StreamSupport.stream(found.spliterator(), false)
        .map(one -> one.path("id").asText())
        .toList();
  }

  private static String path(String camera, Instant at) {
    return "/video/" + camera + "/still?at=" + at;
  }

  /** The same for who has put a reason on record. */
  private String retrieved(String camera, Instant at) {
    return path(camera, at) + "&retrieval=" + Retrievals.of(server, at, camera);
  }

  private byte[] jpeg(String camera, Instant at) {
    return server.bytes(server.as("liaison", retrieved(camera, at)));
  }

  @Test
  void a_minute_of_thirty_days_ago_is_the_same_picture_after_other_ones_and_a_restart()
      throws IOException {
    Instant then = now.minus(Duration.ofDays(30)).plusSeconds(90);
    byte[] first = jpeg(online.get(0), then);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(first));
    assertThat(picture.getWidth()).isEqualTo(640);
    assertThat(picture.getHeight()).isEqualTo(360);
    for (String camera : online.subList(1, 6)) {
      assertThat(jpeg(camera, then)).isNotEqualTo(first);
    }
    assertThat(jpeg(online.get(0), then.plusSeconds(1))).isNotEqualTo(first);
    assertThat(jpeg(online.get(0), then)).isEqualTo(first);
    server.close();
    server = RunningServer.withNewTown(folder);
    assertThat(jpeg(online.get(0), then)).isEqualTo(first);
  }

  @Test
  void without_an_instant_it_is_of_now_and_nobody_keeps_it() {
    RunningServer.Answer answer =
        server.send(server.as("operator", "/video/" + online.get(1) + "/still"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(Instant.parse(answer.header("Wangge-Still-At")))
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void what_cannot_be_had_says_why_and_what_to_do() {
    assertThat(refusal(online.get(0), now.plus(Duration.ofHours(1)), 400))
        .isEqualTo("still-in-future");
    Instant old = now.minus(Duration.ofDays(31));
    assertThat(refusal(online.get(0), old, 403)).isEqualTo("retrieval-needed");
    String path = retrieved(online.get(0), old);
    assertThat(server.send(server.as("liaison", path)).body()).contains("still-too-old");
    assertThat(refusal(cameras("offline").get(0), now, 404)).isEqualTo("camera-without-picture");
    assertThat(refusal("99010100001310999999", now, 404)).isEqualTo("camera-unknown");
    JsonNode told = server.send(server.as("liaison", path).header("Accept-Language", "en")).json();
    assertThat(told.toString()).contains("last 30 days", "no earlier than");
  }

  private String refusal(String camera, Instant at, int status) {
    RunningServer.Answer answer = server.send(server.as("operator", path(camera, at)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    JsonNode problem = answer.json();
    assertThat(problem.path("mend").asText()).isNotEmpty();
    return problem.path("code").asText();
  }

  @Test
  void only_who_may_watch_is_shown_it_and_each_look_is_on_record() {
    String camera = online.get(2);
    Instant then = now.minus(Duration.ofHours(30));
    RunningServer.Answer refused = server.send(server.as("worker", path(camera, then)));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(server.send(server.as("liaison", retrieved(camera, then))).status()).isEqualTo(200);
    JsonNode records =
        server
            .getAsOwner("/api/audit?action=camera-watched&subject=" + camera)
            .json()
            .path("records");
    assertThat(records.toString()).contains("liaison", then.toString()).doesNotContain("worker");
  }

  @Test
  void who_asks_too_often_is_told_when_to_ask_again() {
    String path = path(online.get(3), now);
    RunningServer.Answer last =
        IntStream.range(0, 600)
            .mapToObj(i -> server.send(server.as("liaison2", path)))
            .filter(answer -> answer.status() != 200)
            .findFirst()
            .orElseThrow();
    assertThat(last.status()).as(last.body()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isNotEmpty();
  }
}
