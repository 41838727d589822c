package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.people.SetClock;

/** A whistle of the demonstration: it climbs because nobody answers, and somebody comes. */
class SimulatedWhistleHttpTest {
  private final SetClock clock = new SetClock();

  @Test
  void it_climbs_by_itself_is_answered_and_ends_also_across_a_stop(@TempDir Path folder)
      throws Exception {
    clock.setToNow();
    try (RunningServer server = RunningServer.withTown(folder, clock)) {
      SimulatedWhistle whistle = live(server);
      pass(whistle, Duration.ZERO);
      String id = lasting(server).path("id").asText();
      assertThat(lasting(server).path("reason").asText()).isNotEmpty();
      pass(whistle, Duration.ofMinutes(5).plusSeconds(1));
      climbed(server);
      SimulatedWhistle afterStop = live(server);
      pass(afterStop, Duration.ofMinutes(2));
      assertThat(lasting(server).path("answered").asBoolean()).isTrue();
      pass(afterStop, Duration.ofMinutes(5));
      assertThat(lasting(server).path("reached").asBoolean()).isTrue();
      pass(afterStop, Duration.ofMinutes(7));
      assertThat(lasting(server).isMissingNode()).isTrue();
      JsonNode ended = server.getAsOwner("/api/whistles/" + id).json().path("properties");
      assertThat(ended.path("outcome").asText()).isEqualTo("helped");
      pass(afterStop, Duration.ofMinutes(10));
      assertThat(lasting(server).isMissingNode()).as("it rests").isTrue();
    }
  }

  private static SimulatedWhistle live(RunningServer server) {
    return new SimulatedWhistle(new PublicApi(server.url(), server.ownerToken()));
  }

  private void pass(SimulatedWhistle whistle, Duration time)
      throws IOException, InterruptedException {
    Instant before = clock.instant();
    clock.pass(time);
    whistle.tell(before, clock.instant());
  }

  private static JsonNode lasting(RunningServer server) {
    return server.getAsOwner("/api/whistles?open=true").json().at("/features/0/properties");
  }

  private static void climbed(RunningServer server) throws InterruptedException {
    for (int turn = 0; turn < 80; turn++) {
      if (lasting(server).path("level").asText().equals("community")) {
        return;
      }
      Thread.sleep(100);
    }
    assertThat(lasting(server).path("level").asText()).isEqualTo("community");
  }
}
