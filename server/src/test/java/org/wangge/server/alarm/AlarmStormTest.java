package org.wangge.server.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;
import org.wangge.server.people.SetClock;

/**
 * A storm of alarms over a server: every one really reported, seen on the board, in the log and on
 * the live stream. Its full size is {@code -Dwangge.alarms=10000}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmStormTest {
  private static final int ALARMS = Integer.getInteger("wangge.alarms", 400);
  private static final int PARTS = 4;
  private static final int URGENT_EVERY = 40;
  private static final int SENDERS = 8;
  private static final List<String> CATEGORIES = List.of("noise", "fallen-tree", "exposed-rubbish");
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final SetClock clock = new SetClock();
  private final Set<String> urgent = ConcurrentHashMap.newKeySet();
  private final CountDownLatch listening = new CountDownLatch(1);
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private RunningServer server;
  private List<JsonNode> places;

  @BeforeAll
  void start(@TempDir Path folder) {
    clock.setToNow();
    server = RunningServer.withTown(folder, clock);
    places =
        features("/api/incidents?limit=200").map(one -> one.at("/geometry/coordinates")).toList();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Stream<JsonNode> features(String path) {
    JsonNode all = server.getAsOwner(path).json().path("features");
    return StreamSupport.stream(all.spliterator(), false);
  }

  @Test
  void all_emergencies_are_seen_ten_rows_are_pushed_in_ten_minutes_and_none_is_lost()
      throws Exception {
    Thread listener = new Thread(this::listen);
    listener.setDaemon(true);
    listener.start();
    assertThat(listening.await(10, TimeUnit.SECONDS)).isTrue();
    for (int part = 0; part < PARTS; part++) {
      int last = (part + 1) * ALARMS / PARTS - 1;
      reportAll(part * ALARMS / PARTS, last);
      awaitAlarm(reportedAs(last));
      clock.pass(Duration.ofMinutes(part == PARTS - 1 ? 0 : 4));
    }
    List<JsonNode> log = log();
    assertThat(log.stream().filter(one -> one.path("kind").asText().endsWith("reported")))
        .extracting(one -> one.path("incident").asText())
        .as("none is lost, and none rang twice")
        .hasSize(ALARMS)
        .doesNotHaveDuplicates();
    JsonNode board = board();
    assertThat(values(board.path("emergencies"), "incident"))
        .as("all emergencies are on the board")
        .containsExactlyInAnyOrderElementsOf(urgent);
    assertThat(board.at("/flood/gathered").asInt()).isGreaterThan(ALARMS / 2);
    eventually("every other one is in a row", () -> shown() == log().size() - urgent.size());
    eventually("each emergency is pushed", () -> pushes(true).size() == urgent.size());
    eventually("the log knows what was pushed", () -> pushes(false).size() == pushed().size());
    List<Instant> pushed = pushed();
    for (Instant from : pushed) {
      assertThat(pushed.stream().filter(at -> !at.isBefore(from) && at.isBefore(from.plus(WINDOW))))
          .as("pushed within ten minutes from " + from)
          .hasSizeBetween(1, 10);
    }
  }

  private JsonNode board() {
    return server.send(server.as("operator", "/api/alarms")).json();
  }

  private int shown() {
    return StreamSupport.stream(board().path("rows").spliterator(), false)
        .mapToInt(one -> one.path("count").asInt())
        .sum();
  }

  /** Clocks that run out ring meanwhile, too. */
  private static void eventually(String what, BooleanSupplier isSo) throws InterruptedException {
    boolean so = isSo.getAsBoolean();
    for (int turn = 0; turn < 400 && !so; turn++) {
      Thread.sleep(50);
      so = isSo.getAsBoolean();
    }
    assertThat(so).as(what).isTrue();
  }

  /** When rows were pushed, emergencies apart. */
  private List<Instant> pushed() {
    return log().stream()
        .filter(one -> one.path("pushed").asBoolean())
        .filter(one -> !isEmergency(one))
        .map(one -> Instant.parse(one.path("rungAt").asText()))
        .toList();
  }

  private static boolean isEmergency(JsonNode alarm) {
    return alarm.path("priority").asText().equals("emergency");
  }

  /** What the stream told of new rows, of emergencies or of others. */
  private List<String> pushes(boolean emergencies) {
    return heard.stream()
        .filter(one -> one.contains("\"priority\":\"emergency\"") == emergencies)
        .toList();
  }

  private void reportAll(int from, int to) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<String>> sent = new ArrayList<>();
      for (int i = from; i < to; i++) {
        int n = i;
        sent.add(senders.submit(() -> reportedAs(n)));
      }
      for (Future<String> one : sent) {
        assertThat(one.get()).startsWith("incident-");
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private String reportedAs(int n) {
    JsonNode at = places.get(n % places.size());
    String category =
        n % URGENT_EVERY == 0 ? "manhole-cover" : CATEGORIES.get(n % CATEGORIES.size());
    Answer taken =
        server.post(
            server.asOwner("/api/reports"),
            "{\"key\":\"storm-%d\",\"category\":\"%s\",\"lon\":%s,\"lat\":%s}"
                .formatted(n, category, at.get(0), at.get(1)));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    String incident = taken.json().path("id").asText();
    if (n % URGENT_EVERY == 0) {
      urgent.add(incident);
    }
    return incident;
  }

  /** Waits until the last of some has rung: all before it have then. */
  private void awaitAlarm(String incident) throws InterruptedException {
    boolean rung = false;
    for (int turn = 0; turn < 600 && !rung; turn++) {
      Thread.sleep(50);
      rung = features("/api/alarms/log?incident=" + incident).findAny().isPresent();
    }
    assertThat(rung).isTrue();
  }

  /** All that rang; of the storm, and clocks that ran out besides. */
  private List<JsonNode> log() {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = server.getAsOwner("/api/alarms/log?limit=999" + next).json();
      page.path("features").forEach(one -> all.add(one.path("properties")));
      next = page.has("next") ? "&before=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return all;
  }

  private static List<String> values(JsonNode rows, String member) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(one -> one.path(member).asText())
        .toList();
  }

  /** Keeps what the live stream tells of new rows. */
  private void listen() {
    try {
      InputStream stream =
          HttpClient.newHttpClient()
              .send(
                  server.as("operator", "/api/live").header("Accept", "text/event-stream").build(),
                  HttpResponse.BodyHandlers.ofInputStream())
              .body();
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        listening.countDown();
        if (line.contains("\"alarm-row-pushed\"")) {
          heard.add(line);
        }
      }
    } catch (IOException ended) {
      listening.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
