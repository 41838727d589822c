package org.wangge.server.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import java.util.concurrent.locks.LockSupport;
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
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SetClock clock = new SetClock();
  private final Set<String> urgent = ConcurrentHashMap.newKeySet();
  private final CountDownLatch listening = new CountDownLatch(1);
  private final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();
  private final Queue<String> missed = new ConcurrentLinkedQueue<>();
  private volatile String lastId = "";
  private volatile boolean over;
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
    over = true;
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
    assertThat(listening.await(60, TimeUnit.SECONDS)).as("the stream has begun").isTrue();
    // Clocks that had run out by the time of the start may have rung before anybody listened.
    Set<String> before = Set.copyOf(ids(pushed()));
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
    eventually("each emergency is pushed", () -> heard(true, before).size() == urgent.size());
    eventually(
        "the log knows what was pushed",
        () -> heard(false, before).equals(without(before, ids(pushed()))));
    assertThat(missed).as("messages that tell of a loss").isEmpty();
    List<Instant> pushed = pushed().stream().map(AlarmStormTest::rungAt).toList();
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
    for (int turn = 0; turn < 1_200 && !so; turn++) {
      Thread.sleep(50);
      so = isSo.getAsBoolean();
    }
    assertThat(so).as(what).isTrue();
  }

  /** Alarms that were pushed as rows, emergencies apart. */
  private List<JsonNode> pushed() {
    return log().stream()
        .filter(one -> one.path("pushed").asBoolean())
        .filter(one -> !isEmergency(one))
        .toList();
  }

  private static Instant rungAt(JsonNode alarm) {
    return Instant.parse(alarm.path("rungAt").asText());
  }

  private static List<String> ids(List<JsonNode> alarms) {
    return alarms.stream().map(one -> one.path("id").asText()).toList();
  }

  private static List<String> without(Set<String> before, List<String> ids) {
    return ids.stream().filter(one -> !before.contains(one)).sorted().toList();
  }

  private static boolean isEmergency(JsonNode alarm) {
    return alarm.path("priority").asText().equals("emergency");
  }

  /** Alarms whose rows the stream told of, of emergencies or of others, as often as it did. */
  private List<String> heard(boolean emergencies, Set<String> before) {
    return without(
        before,
        heard.stream()
            .filter(one -> isEmergency(one.path("facts")) == emergencies)
            .map(one -> one.path("subject").asText())
            .toList());
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
    eventually(
        "the last of some has rung",
        () -> features("/api/alarms/log?incident=" + incident).findAny().isPresent());
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

  /** Keeps what the live stream tells of new rows; where it is cut, it is taken up again. */
  private void listen() {
    HttpClient client = HttpClient.newHttpClient();
    while (!over) {
      try {
        listenOnce(client);
      } catch (IOException cut) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void listenOnce(HttpClient client) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        server.as("operator", "/api/live").header("Accept", "text/event-stream");
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("answered " + answer.statusCode());
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String id = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.equals("event: reset") || line.equals("event: end")) {
          missed.add(line);
        } else if (line.startsWith("data: ")) {
          keep(JSON.readTree(line.substring(6)));
          lastId = id.isEmpty() ? lastId : id;
          listening.countDown();
        }
      }
    }
  }

  private void keep(JsonNode told) {
    if (told.path("type").asText().equals("alarm-row-pushed")) {
      heard.add(told);
    }
  }
}
