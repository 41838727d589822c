package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/** What the demonstration town's cameras saw, painted and encoded again by the real FFmpeg. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaybackHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Instant then =
      Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path other;
  private Path folder = Path.of("");
  private RunningServer server;
  private List<String> online = List.of();

  @BeforeAll
  void start(@TempDir Path data) {
    folder = data;
    server = RunningServer.withTown(data);
    JsonNode found = server.get("/api/cameras?limit=50&state=online").json().path("features");
    online =
        StreamSupport.stream(found.spliterator(), false)
            .map(one -> one.path("id").asText())
            .toList();
  }

  @AfterAll
  void stop() {
    server.close();
    assertThat(
            ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").startsWith(folder.toString())))
        .isEmpty();
  }

  private PictureClient play(String account, String camera, Instant from, Instant to, String more) {
    String path = "/video/%s/playback".formatted(camera);
    RunningServer.Answer ticket =
        server.post(server.as(account, "/api/tickets"), "{\"for\":\"%s\"}".formatted(path));
    assertThat(ticket.status()).as(ticket.body()).isEqualTo(201);
    return new PictureClient(
        server.port(),
        "%s?from=%s&to=%s%s".formatted(path, from, to, more),
        Optional.of(ticket.json().path("ticket").asText()));
  }

  /** What came until nothing more came for a while, or the end was told. */
  private static List<Object> heard(PictureClient player) throws InterruptedException {
    List<Object> heard = new ArrayList<>();
    Optional<Object> next = player.nextWithin(Duration.ofSeconds(20));
    while (next.isPresent()) {
      heard.add(next.get());
      boolean isEnd = next.get() instanceof String text && text.contains("ended");
      next = isEnd ? Optional.empty() : player.nextWithin(QUIET);
    }
    return heard;
  }

  private static List<JsonNode> told(List<Object> heard) throws Exception {
    List<JsonNode> told = new ArrayList<>();
    for (Object one : heard) {
      if (one instanceof String text) {
        told.add(JSON.readTree(text));
      }
    }
    return told;
  }

  @Test
  void what_was_seen_comes_as_far_as_it_is_wanted_and_ends_where_it_was_asked_to()
      throws Exception {
    String retrieval = Retrievals.of(server, then.plusSeconds(14), online.get(0));
    try (PictureClient player =
        play("liaison", online.get(0), then, then.plusSeconds(14), "&retrieval=" + retrieval)) {
      List<Object> first = heard(player);
      List<JsonNode> told = told(first);
      assertThat(told.get(0).path("generated").asBoolean()).isTrue();
      assertThat(told.get(1).path("at").asText()).isEqualTo(then.toString());
      JsonNode last = told.get(told.size() - 1);
      assertThat(last.path("beginMillis").asLong()).isBetween(9_000L, 10_001L);
      assertThat(last.path("at").asText())
          .isEqualTo(then.plusMillis(last.path("beginMillis").asLong()).toString());
      assertShowsWhatTheStillShows(first);
      player.say("{\"wantMillis\": 60000}");
      List<JsonNode> rest = told(heard(player));
      assertThat(rest.get(rest.size() - 1).path("ended").asBoolean()).isTrue();
      assertThat(rest.get(rest.size() - 2).path("beginMillis").asLong())
          .isBetween(12_500L, 14_000L);
    }
  }

  /** The first frame is the picture of its instant, but for what encoding loses. */
  private void assertShowsWhatTheStillShows(List<Object> heard) throws Exception {
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    heard.stream()
        .filter(byte[].class::isInstance)
        .limit(3)
        .forEach(bytes -> film.writeBytes((byte[]) bytes));
    BufferedImage played = firstFrame(film.toByteArray());
    String still =
        "/video/%s/still?at=%s&retrieval=%s"
            .formatted(online.get(0), then, Retrievals.of(server, then, online.get(0)));
    BufferedImage painted =
        ImageIO.read(new ByteArrayInputStream(server.bytes(server.as("liaison", still))));
    long apart = 0;
    for (int y = 0; y < 360; y++) {
      for (int x = 0; x < 640; x++) {
        apart += Math.abs((played.getRGB(x, y) >> 8 & 255) - (painted.getRGB(x, y) >> 8 & 255));
      }
    }
    assertThat(apart / (640.0 * 360)).isLessThan(6);
  }

  private BufferedImage firstFrame(byte[] film) throws Exception {
    Path file = Files.write(other.resolve("film.mp4"), film);
    Path picture = other.resolve("frame.png");
    Process process =
        new Ffmpeg(folder.resolve("cache"))
            .start(
                List.of(
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    file.toString(),
                    "-frames:v",
                    "1",
                    picture.toString()),
                other.resolve("complaints.txt"));
    assertThat(process.waitFor()).isZero();
    return ImageIO.read(picture.toFile());
  }

  @Test
  void without_a_reason_on_record_nothing_older_than_minutes_is_played() throws Exception {
    String camera = online.get(1);
    try (PictureClient player = play("operator", camera, then, then.plusSeconds(5), "")) {
      assertThat(player.closedWith()).isEqualTo("4404 retrieval-needed");
    }
    String retrieval = Retrievals.of(server, then.plusSeconds(5), camera);
    String more = "&retrieval=" + retrieval;
    try (PictureClient player = play("liaison2", camera, then, then.plusSeconds(5), more)) {
      assertThat(player.closedWith()).isEqualTo("4404 retrieval-needed");
    }
    try (PictureClient player = play("liaison", online.get(2), then, then.plusSeconds(5), more)) {
      assertThat(player.closedWith()).isEqualTo("4404 retrieval-needed");
    }
    Instant now = Instant.now();
    try (PictureClient player =
        play("operator", camera, now.minusSeconds(30), now.minusSeconds(28), "")) {
      assertThat(player.nextText()).contains("avc1");
    }
    try (PictureClient player = play("operator", camera, now, now.plusSeconds(60), "")) {
      assertThat(player.closedWith()).isEqualTo("4404 footage-in-future");
    }
    JsonNode records =
        server
            .getAsOwner("/api/audit?action=footage-retrieved&subject=" + camera)
            .json()
            .path("records");
    assertThat(records.toString()).contains("accident J-2026-1", "liaison");
  }
}
