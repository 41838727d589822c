package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionBatch;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PositionHttpTest {
  @TempDir Path empty;
  private RunningServer server;
  private String worker = "";
  private String neighbour = "";
  private String third = "";
  private String fourth = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    worker = workerOf("990101001003005");
    neighbour = workerOf("990101001003004");
    third = workerOf("990101001003003");
    fourth = workerOf("990101001003002");
  }

  private String workerOf(String grid) {
    JsonNode properties = server.get("/api/grids/" + grid).json().path("properties");
    for (JsonNode person : properties.path("inCharge")) {
      if (person.path("duty").asText().equals("grid-worker")) {
        return person.path("staffCode").asText();
      }
    }
    throw new AssertionError("no worker in " + grid);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_position_finds_its_grid_and_the_nearest_people_are_told_nearest_first() {
    Answer taken = post("admin", fix(worker, Instant.now(), 112.6137, 28.9182));
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(taken.json().path("accepted").asInt()).isEqualTo(1);
    JsonNode near =
        server.get("/api/positions?near=112.6147,28.9182&within=500").json().path("features");
    JsonNode first = near.path(0).path("properties");
    assertThat(first.path("staffCode").asText()).isEqualTo(worker);
    assertThat(first.path("distanceMeters").asInt()).isBetween(95, 100);
    String grid =
        server.get("/api/grids/at?lon=112.6137&lat=28.9182").json().at("/chain/3/code").asText();
    assertThat(first.path("grid").asText()).isEqualTo(grid);
    assertThat(server.get("/api/positions?near=113,29&within=500").json().path("features"))
        .isEmpty();
    assertThat(server.get("/api/positions?grid=" + grid).json().path("features")).isNotEmpty();
  }

  @Test
  void what_somebody_walks_now_is_in_the_list_of_tracks_at_once() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    post("admin", fix(neighbour, now, 112.6137, 28.9282));
    JsonNode before = latestTrack(neighbour);
    assertThat(before.path("to").asText()).isEqualTo(now.toString());
    post("admin", fix(neighbour, now.plusSeconds(20), 112.6139, 28.9282));
    JsonNode after = latestTrack(neighbour);
    assertThat(after.path("to").asText()).isEqualTo(now.plusSeconds(20).toString());
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.path("lengthMeters").asInt())
        .isBetween(
            before.path("lengthMeters").asInt() + 18, before.path("lengthMeters").asInt() + 22);
  }

  private JsonNode latestTrack(String staffCode) {
    @Nullable JsonNode latest = null;
    String from = Instant.now().minusSeconds(60).toString();
    for (JsonNode one : server.get("/api/tracks?limit=500&from=" + from).json().path("features")) {
      if (one.at("/properties/staffCode").asText().equals(staffCode)) {
        assertThat(latest).as("one track at a time").isNull();
        latest = one.path("properties");
      }
    }
    return Objects.requireNonNull(latest, staffCode);
  }

  @Test
  void a_packed_batch_is_taken_as_one_of_json_is() {
    Instant at = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    LatticePoint place = LatticePoint.ofDegrees(112.6137, 28.9182);
    List<Fix> fixes = List.of(new Fix(place, at), new Fix(place, at.plusSeconds(20)));
    byte[] batch =
        PositionBatch.encode(
            List.of(
                new PersonFixes(third, fixes, false),
                new PersonFixes("nobody", fixes, false),
                new PersonFixes(fourth, fixes, false)));
    JsonNode first = packed(batch).json();
    assertThat(first.path("accepted").asInt()).as(first.toString()).isEqualTo(4);
    assertThat(first.path("refused").findValuesAsText("index")).containsExactly("2", "3");
    assertThat(packed(batch).json().path("duplicates").asInt()).isEqualTo(4);
    assertThat(packed(new byte[] {1, 2, 3}).status()).isEqualTo(400);
  }

  private Answer packed(byte[] batch) {
    return server.send(
        server
            .as("admin", "/api/positions")
            .header("Content-Type", PositionBatch.TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(batch)));
  }

  @Test
  void what_cannot_be_is_refused_one_by_one_and_the_rest_is_kept() {
    Instant now = Instant.now();
    Answer taken =
        post(
            "admin",
            fix("nobody", now, 112.6, 28.9)
                + ","
                + fix(worker, now.plusSeconds(600), 112.6, 28.9)
                + ","
                + fix(worker, now.minusSeconds(9 * 86_400), 112.6, 28.9)
                + ","
                + fix(worker, now.minusSeconds(30), 112.6, 28.9)
                + ","
                + fix(worker, now.minusSeconds(30), 112.6, 28.9));
    assertThat(taken.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(taken.json().path("duplicates").asInt()).isEqualTo(1);
    assertThat(taken.json().path("refused").findValuesAsText("code"))
        .containsExactly("staff-unknown", "time-ahead", "time-too-old");
    assertThat(post("planner", fix(worker, now, 112.6, 28.9)).status()).isEqualTo(403);
    assertThat(post("admin", "{\"staffCode\":1}").status()).isEqualTo(400);
  }

  @Test
  void where_somebody_is_off_duty_is_neither_kept_nor_shown() {
    String worker = workerOf("990101001003001");
    Instant now = Instant.now();
    post("admin", fix(worker, now.minusSeconds(20), 112.6, 28.9));
    assertThat(shownTo("operator")).contains(worker);
    String tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
    Answer rostered =
        server.post(
            server.as("operator", "/api/shifts/roster"),
            """
            {"area":"990101001003","post":"grid-worker","staff":"%s","first":"%s","last":"%s",
            "pattern":{"days":["monday","tuesday","wednesday","thursday","friday","saturday",
            "sunday"],"from":"08:00","to":"20:00"}}
            """
                .formatted(worker, tomorrow, tomorrow));
    assertThat(rostered.status()).as(rostered.body()).isBetween(200, 201);
    assertThat(shownTo("operator")).doesNotContain(worker);
    Answer taken = post("admin", fix(worker, now.minusSeconds(10), 112.6, 28.9));
    assertThat(taken.json().path("accepted").asInt()).isZero();
    assertThat(taken.json().path("refused").findValuesAsText("code")).containsExactly("off-duty");
  }

  private List<String> shownTo(String account) {
    return server
        .send(server.as(account, "/api/positions"))
        .json()
        .path("features")
        .findValuesAsText("staffCode");
  }

  @Test
  void a_batch_that_is_sent_again_is_counted_as_duplicates_all_of_it() {
    Instant start = Instant.now().minusSeconds(7_000);
    List<String> fixes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      fixes.add(fix(third, start.plusSeconds(20L * i), 112.6137 + i * 1e-4, 28.9232));
    }
    Answer first = post("admin", String.join(",", fixes));
    assertThat(first.json().path("accepted").asInt()).as(first.body()).isEqualTo(30);
    post("admin", fix(third, Instant.now(), 112.6137, 28.9232));
    Answer again = post("admin", String.join(",", fixes));
    assertThat(again.json().path("accepted").asInt()).isZero();
    assertThat(again.json().path("duplicates").asInt()).isEqualTo(30);
    Answer half = post("admin", String.join(",", fixes.subList(15, 30)));
    assertThat(half.json().path("duplicates").asInt()).isEqualTo(15);
  }

  @Test
  void a_jump_is_flagged_wherever_it_shows_and_nothing_of_it_is_refused() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Answer taken =
        post(
            "admin",
            fix(fourth, now.plusSeconds(30), 112.6137, 28.9232)
                + ","
                + fix(fourth, now.plusSeconds(40), 112.6537, 28.9232));
    assertThat(taken.json().path("accepted").asInt()).isEqualTo(2);
    JsonNode flagged = taken.json().path("flagged");
    assertThat(flagged.get(flagged.size() - 1).path("index").asInt()).isEqualTo(1);
    assertThat(flagged.get(flagged.size() - 1).path("code").asText()).isEqualTo("jump");
    JsonNode people = server.get("/api/positions").json().path("features");
    for (JsonNode one : people) {
      if (one.path("id").asText().equals(fourth)) {
        assertThat(one.at("/properties/jumped").asBoolean()).isTrue();
      }
    }
    JsonNode track = latestTrack(fourth);
    int last = track.path("times").size() - 1;
    assertThat(track.path("jumps").get(track.path("jumps").size() - 1).asInt()).isEqualTo(last);
  }

  @Test
  void whoever_looks_gets_all_at_once_and_then_what_changes() throws Exception {
    post("admin", fix(worker, Instant.now().minusSeconds(5), 112.6137, 28.9182));
    Frames frames = new Frames();
    WebSocket socket = open(server, frames);
    byte[] whole = frames.next();
    assertThat(whole[0]).isEqualTo((byte) 1);
    assertThat(whole[1]).as("a frame of all").isZero();
    assertThat(new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1)).contains(worker);
    post("admin", fix(worker, Instant.now(), 112.6139, 28.9182));
    byte[] change = frames.next();
    while (change.length < 12) {
      change = frames.next();
    }
    assertThat(change[1]).as("a frame of changes").isEqualTo((byte) 1);
    assertThat(change.length).as("a difference of 20 m takes few bytes").isLessThan(24);
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Test
  void who_signs_out_looks_on_no_longer() throws Exception {
    Frames frames = new Frames();
    HttpRequest signedIn = server.as("liaison", "/api/live/positions").build();
    String cookie = signedIn.headers().firstValue("Cookie").orElseThrow();
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Cookie", cookie)
        .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/api/live/positions"), frames)
        .join();
    frames.next();
    server.send(server.to("/api/session").header("Cookie", cookie).DELETE());
    assertThat(frames.closed.get(12, TimeUnit.SECONDS)).isEqualTo(1008);
  }

  @Test
  void how_often_is_a_number_of_seconds() throws Exception {
    for (String every : new String[] {"0", "11", "often", "1.5"}) {
      Frames frames = new Frames();
      open(server, frames, "?every=" + every);
      assertThat(frames.closed.get(12, TimeUnit.SECONDS)).as(every).isEqualTo(1007);
    }
    Frames frames = new Frames();
    WebSocket socket = open(server, frames, "?every=1");
    assertThat(frames.next()[1]).as("a frame of all").isZero();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Test
  void without_the_right_the_socket_is_not_opened() {
    try (RunningServer closed = RunningServer.empty(empty)) {
      assertThatThrownBy(() -> open(closed, new Frames())).isInstanceOf(CompletionException.class);
    }
  }

  private static WebSocket open(RunningServer at, Frames frames) {
    return open(at, frames, "");
  }

  private static WebSocket open(RunningServer at, Frames frames, String query) {
    String address = "ws://127.0.0.1:" + at.port() + "/api/live/positions" + query;
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(URI.create(address), frames)
        .join();
  }

  @Test
  void a_worker_tells_where_they_are_themselves_and_nobody_else() {
    String own = server.send(server.as("worker", "/api/account")).json().path("staffCode").asText();
    Answer answer =
        post(
            "worker",
            fix(own, Instant.now(), 112.6037, 28.9102)
                + ","
                + fix(fourth, Instant.now(), 112.6037, 28.9102));
    assertThat(answer.json().path("accepted").asInt()).isOne();
    assertThat(answer.json().path("refused").path(0).path("index").asInt()).isOne();
  }

  private Answer post(String account, String fixes) {
    return server.post(server.as(account, "/api/positions"), "{\"fixes\":[%s]}".formatted(fixes));
  }

  private static String fix(String staffCode, Instant at, double lon, double lat) {
    return "{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":%s,\"lat\":%s}"
        .formatted(staffCode, at, lon, lat);
  }

  /** The frames that came, in order. */
  private static final class Frames implements WebSocket.Listener {
    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      frames.add(bytes);
      socket.request(1);
      return null;
    }

    byte[] next() throws InterruptedException {
      byte[] frame = frames.poll(10, TimeUnit.SECONDS);
      assertThat(frame).as("a frame within ten seconds").isNotNull();
      return frame;
    }
  }
}
