package org.wangge.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.PackagedProgram;
import org.wangge.server.RunningServer;
import org.wangge.server.config.DataFolder;

/**
 * The program is killed while it hands messages over to real receivers. Twice here; {@code
 * -Dwangge.kills=50} is the full count.
 */
class KilledMessageProgramTest {
  private static final int KILLS = Integer.getInteger("wangge.kills", 2);
  private static final int INCIDENTS = 4;

  private final Random random = new Random(23);
  private final List<String> incidents = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void nothing_comes_twice_and_nothing_is_lost_without_being_said() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    RunningServer.layTown(data);
    try (Receivers receivers = new Receivers()) {
      receivers.writeSettings(data);
      receivers.slow(120);
      for (int kill = 0; kill < KILLS; kill++) {
        PackagedProgram program = PackagedProgram.serve(folder, "--no-simulator");
        try {
          whistle(api(program), kill);
          Thread.sleep(100 + random.nextInt(900));
        } finally {
          program.kill();
        }
        assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
      }
      receivers.slow(0);
      try (PackagedProgram program = PackagedProgram.serve(folder, "--no-simulator")) {
        List<JsonNode> messages = settled(api(program));
        assertOnce(receivers, messages);
      }
    }
  }

  private Api api(PackagedProgram program) {
    String token = DataFolder.runningServer(folder.resolve("data")).orElseThrow().token();
    return new Api(program.url(), token);
  }

  /** The program's own API, called as its owner. */
  private record Api(String url, String token) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode get(String path) throws IOException, InterruptedException {
      return send(to(path).GET());
    }

    JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
      return send(
          to(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(URI.create(url + path))
          .header("Authorization", "Bearer " + token)
          .header("Content-Type", "application/json");
    }

    private static JsonNode send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return JSON.readTree(answer.body());
    }
  }

  private void whistle(Api api, int round) throws IOException, InterruptedException {
    for (int i = 0; i < INCIDENTS; i++) {
      Map<String, Object> report =
          Map.of(
              "key",
              "killed-message-" + round + "-" + i,
              "category",
              "fallen-tree",
              "lon",
              112.6137,
              "lat",
              28.9182);
      String id = api.post("/api/reports", report).path("id").asText();
      api.post("/api/incidents/" + id + "/whistles", Map.of("reason", "x"));
      incidents.add(id);
    }
  }

  /** All messages, when nothing is on its way any more. */
  private List<JsonNode> settled(Api api) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(75));
    List<JsonNode> messages = messages(api);
    while (messages.stream().anyMatch(KilledMessageProgramTest::isOnItsWay)
        && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      messages = messages(api);
    }
    assertThat(messages).noneMatch(KilledMessageProgramTest::isOnItsWay);
    return messages;
  }

  private static boolean isOnItsWay(JsonNode message) {
    String state = message.path("state").asText();
    return state.equals("waiting") || state.equals("sending");
  }

  private List<JsonNode> messages(Api api) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    for (String incident : incidents) {
      JsonNode found = api.get("/api/notifications?incident=" + incident).path("features");
      assertThat(found).as("people are told of every whistle").isNotEmpty();
      stream(found)
          .flatMap(one -> stream(one.at("/properties/addressees")))
          .flatMap(one -> stream(one.path("messages")))
          .forEach(all::add);
    }
    return all;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static long count(List<JsonNode> messages, String medium, String... states) {
    return messages.stream()
        .filter(one -> one.path("medium").asText().equals(medium))
        .filter(one -> states.length == 0 || List.of(states).contains(one.path("state").asText()))
        .count();
  }

  private void assertOnce(Receivers receivers, List<JsonNode> messages) {
    assertThat(count(messages, "sms")).isGreaterThan(incidents.size());
    assertThat(count(messages, "sms", "sent"))
        .as("a gateway that knows keys has them all")
        .isEqualTo(count(messages, "sms"))
        .isEqualTo(receivers.texts().size());
    long sent = count(messages, "group", "sent");
    long unclear = count(messages, "group", "unclear");
    assertThat(sent + unclear).isEqualTo(count(messages, "group")).isEqualTo(incidents.size());
    assertThat((long) receivers.posts().size())
        .as("a robot that knows no keys has each once at most, and what is unclear is said")
        .isBetween(sent, sent + unclear);
    assertThat(receivers.posts()).doesNotHaveDuplicates();
    List<String> mails = receivers.mailIds();
    assertThat(new HashSet<>(mails)).hasSameSizeAs(mails);
    System.getLogger("killed")
        .log(
            System.Logger.Level.INFO,
            "{0} kills: {1} text messages once ({2} handed over again and known by their key), {3} posts, {4} unclear",
            KILLS,
            receivers.texts().size(),
            receivers.repeated(),
            sent,
            unclear);
  }
}
