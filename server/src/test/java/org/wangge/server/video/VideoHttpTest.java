package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** Pictures of the demonstration town's cameras, encoded by the real FFmpeg. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VideoHttpTest {
  private final LogWatch log = new LogWatch();
  @TempDir Path other;
  private Path folder = Path.of("");
  private RunningServer server;
  private List<String> online = List.of();

  @BeforeAll
  void start(@TempDir Path data) {
    folder = data;
    server = RunningServer.withTown(data);
    online = cameras("online");
  }

  /** No FFmpeg survives the server, though viewers were still there. */
  @AfterAll
  void stop() throws Exception {
    PictureClient last = new PictureClient(server.port(), online.get(0));
    last.nextText();
    assertThat(encoders()).isNotEmpty();
    server.close();
    assertThat(encoders()).isEmpty();
    assertThat(last.closedWith()).startsWith("1001");
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  private List<String> cameras(String state) {
    JsonNode found = server.get("/api/cameras?limit=50&state=" + state).json().path("features");
    return StreamSupport.stream(found.spliterator(), false)
        .map(one -> one.path("id").asText())
        .toList();
  }

  /** The FFmpeg processes of this test's server, by the folder they run from. */
  private List<ProcessHandle> encoders() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").startsWith(folder.toString()))
        .toList();
  }

  @Test
  void who_looks_is_told_what_comes_and_gets_moving_h264() throws Exception {
    try (PictureClient viewer = new PictureClient(server.port(), online.get(0))) {
      JsonNode about = new ObjectMapper().readTree(viewer.nextText());
      assertThat(about.path("codec").asText()).matches("avc1\\.42[0-9A-F]{4}");
      assertThat(about.path("width").asInt()).isEqualTo(640);
      assertThat(about.path("height").asInt()).isEqualTo(360);
      assertThat(about.path("generated").asBoolean()).isTrue();
      ByteArrayOutputStream film = new ByteArrayOutputStream();
      for (int i = 0; i < 9; i++) {
        film.writeBytes(viewer.nextBytes());
      }
      List<String> frames = decoded(film.toByteArray());
      // Eight fragments of a quarter second: 24 frames, and the clock in them has gone on.
      assertThat(frames).hasSizeGreaterThan(15);
      assertThat(frames.stream().distinct().count()).isGreaterThan(1);
    }
  }

  @Test
  void who_comes_later_shares_the_picture_and_begins_with_a_key_picture() throws Exception {
    try (PictureClient first = new PictureClient(server.port(), online.get(1))) {
      first.nextText();
      for (int i = 0; i < 4; i++) {
        first.nextBytes();
      }
      int before = encoders().size();
      try (PictureClient second = new PictureClient(server.port(), online.get(1))) {
        second.nextText();
        byte[] opening = second.nextBytes();
        byte[] fragment = second.nextBytes();
        FragmentReader reader =
            new FragmentReader(
                new SequenceInputStream(
                    new ByteArrayInputStream(opening), new ByteArrayInputStream(fragment)),
                Clock.systemUTC());
        assertThat(reader.opening().widthPixels()).isEqualTo(640);
        Fragment shown = reader.next();
        assertThat(shown.startsGroup()).isTrue();
        assertThat(shown.length()).isBetween(Duration.ofMillis(80), Duration.ofMillis(600));
        assertThat(encoders()).hasSize(before);
      }
    }
  }

  @Test
  void a_socket_opens_no_session_of_its_own() throws Exception {
    try (PictureClient viewer = new PictureClient(server.port(), online.get(0))) {
      assertThat(viewer.nextText()).contains("avc1");
      assertThat(viewer.cookies()).isEmpty();
    }
  }

  @Test
  void cameras_without_a_picture_say_so() throws Exception {
    String offline = cameras("offline").get(0);
    try (PictureClient viewer = new PictureClient(server.port(), offline)) {
      assertThat(viewer.closedWith()).isEqualTo("4404 camera-without-picture");
    }
    try (PictureClient viewer = new PictureClient(server.port(), "99010100001310999999")) {
      assertThat(viewer.closedWith()).isEqualTo("4404 camera-unknown");
    }
  }

  @Test
  void a_fifth_picture_at_once_is_refused_and_comes_when_one_has_gone() throws Exception {
    List<PictureClient> viewers = new ArrayList<>();
    try {
      for (String camera : online.subList(2, 6)) {
        PictureClient viewer = new PictureClient(server.port(), camera);
        viewers.add(viewer);
        viewer.nextText();
      }
      try (PictureClient fifth = new PictureClient(server.port(), online.get(6))) {
        assertThat(fifth.closedWith()).isEqualTo("4404 too-many-pictures");
      }
      viewers.get(0).close();
      try (PictureClient again = anotherUntilGone(online.get(6))) {
        assertThat(again.nextText()).contains("avc1");
      }
    } finally {
      viewers.forEach(PictureClient::close);
    }
  }

  /** The server hears of a viewer who has gone a moment later. */
  private PictureClient anotherUntilGone(String camera) throws Exception {
    Thread.sleep(500);
    return new PictureClient(server.port(), camera);
  }

  @Test
  void without_the_right_to_look_the_socket_is_not_opened() {
    try (RunningServer closed = RunningServer.empty(other)) {
      assertThatThrownBy(() -> new PictureClient(closed.port(), "99010100001310000001"))
          .isInstanceOf(CompletionException.class);
    }
  }

  @Test
  void ffmpeg_encodes_on_a_machine_without_sound_and_screen() throws Exception {
    Path cache = other.resolve("cache");
    Ffmpeg ffmpeg = new Ffmpeg(cache);
    // Before those of the system, as if that had none.
    Ffmpeg.standInForDevices(ffmpeg.folder());
    Path film = other.resolve("test.mp4");
    String pattern = "testsrc=s=320x180:r=12";
    Process process =
        ffmpeg.start(
            List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                pattern,
                "-t",
                "1",
                "-c:v",
                "libopenh264",
                film.toString()),
            other.resolve("complaints.txt"));
    assertThat(process.waitFor()).isZero();
    assertThat(Files.size(film)).isGreaterThan(1_000);
  }

  /** A hash of each frame, by FFmpeg. */
  private List<String> decoded(byte[] film) throws Exception {
    Path file = Files.write(other.resolve("film.mp4"), film);
    Path complaints = other.resolve("complaints.txt");
    Process process =
        new Ffmpeg(folder.resolve("cache"))
            .start(
                List.of("-v", "error", "-i", file.toString(), "-f", "framemd5", "-"), complaints);
    List<String> lines = new ArrayList<>();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String line : all.lines().toList()) {
      if (!line.startsWith("#")) {
        lines.add(line.substring(line.lastIndexOf(',') + 1).strip());
      }
    }
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(complaints)).isEmpty();
    return lines;
  }
}
