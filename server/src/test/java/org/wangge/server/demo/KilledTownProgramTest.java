package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.PackagedProgram;
import org.wangge.server.config.DataFolder;

/**
 * The living town is killed at random moments. Once here; {@code -Dwangge.kills=50} is the full
 * count.
 */
class KilledTownProgramTest {
  private static final int KILLS = Integer.getInteger("wangge.kills", 1);

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  private final Random random = new Random(11);
  private final Map<String, String> acknowledged = new LinkedHashMap<>();

  @Test
  void the_same_minute_has_the_same_people_in_a_program_that_was_killed() throws Exception {
    String path = "/api/demo/people?at=" + Instant.now().truncatedTo(ChronoUnit.MINUTES);
    JsonNode before;
    PackagedProgram program = PackagedProgram.serveTown(folder);
    try {
      before = api(program).get(path).body();
      assertThat(before.path("features")).hasSizeGreaterThanOrEqualTo(8);
    } finally {
      program.kill();
    }
    try (PackagedProgram again = PackagedProgram.serve(folder)) {
      assertThat(api(again).get(path).body()).isEqualTo(before);
    }
  }

  @Test
  void no_acknowledged_report_is_lost_or_doubled_when_the_town_is_killed_at_random()
      throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      PackagedProgram program =
          kill == 0
              ? PackagedProgram.serveTown(folder, "--demo-speed", "60")
              : PackagedProgram.serve(folder, "--demo-speed", "60");
      try {
        assertNothingLost(program);
        reportUntilKilled(program, kill);
      } finally {
        program.kill();
      }
      assertThat(program.output()).doesNotContain("Exception").doesNotContain("ERROR");
    }
    try (PackagedProgram program = PackagedProgram.serve(folder, "--demo-speed", "60")) {
      assertNothingLost(program);
      assertThat(acknowledged.size()).isGreaterThan(KILLS * 3);
    }
  }

  /** The owner may report as often as they like. */
  private PublicApi api(PackagedProgram program) {
    String token = DataFolder.runningServer(folder.resolve("data")).orElseThrow().token();
    return new PublicApi(program.url(), token);
  }

  private void reportUntilKilled(PackagedProgram program, int round) throws Exception {
    PublicApi api = api(program);
    AtomicBoolean killed = new AtomicBoolean();
    Thread reporter =
        new Thread(
            () -> {
              for (int i = 0; !killed.get(); i++) {
                report(api, "kill-test-" + round + "-" + i);
              }
            });
    reporter.start();
    Thread.sleep(400 + random.nextInt(2_500));
    program.kill();
    killed.set(true);
    reporter.join();
  }

  private void report(PublicApi api, String key) {
    try {
      PublicApi.Answer answer =
          api.post(
              "/api/reports",
              Map.of("key", key, "category", "exposed-rubbish", "lon", 112.6137, "lat", 28.9182));
      if (answer.isDone()) {
        acknowledged.put(key, answer.body().path("token").asText());
      }
      Thread.sleep(50);
    } catch (IOException e) {
      // Killed before it answered: nothing was promised.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertNothingLost(PackagedProgram program) throws Exception {
    Map<String, String> keys = new LinkedHashMap<>();
    for (Map.Entry<String, String> report : acknowledged.entrySet()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(program.url() + "/api/reports/own"))
                  .header("Wangge-Report-Token", report.getValue())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(report.getKey()).isEqualTo(200);
      JsonNode body = new ObjectMapper().readTree(answer.body());
      assertThat(keys.put(body.path("number").asText(), report.getKey()))
          .as("a number given twice")
          .isNull();
    }
  }
}
