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

class SimulatedJointHttpTest {
  private final SetClock clock = new SetClock();

  @Test
  void a_visitor_finds_a_joint_handling_within_ten_minutes_and_it_comes_to_its_end(
      @TempDir Path folder) throws Exception {
    clock.setToNow();
    try (RunningServer server = RunningServer.withTown(folder, clock)) {
      SimulatedJoint joint = live(server);
      pass(joint, Duration.ofMinutes(6));
      String path = find(server);
      JsonNode found = answer(server, path);
      assertThat(found.at("/joint/participants")).hasSize(2);
      assertThat(found.at("/joint/duties")).hasSize(2);
      assertThat(found.at("/joint/minutes")).hasSizeGreaterThanOrEqualTo(4);
      assertThat(properties(server, path).path("generated").asBoolean()).isTrue();

      SimulatedJoint afterStop = live(server);
      pass(afterStop, Duration.ofMinutes(45));
      JsonNode over = answer(server, path);
      assertThat(over.path("joint").isNull()).as(over.toString()).isTrue();
      assertThat(over.at("/past/0/endedBy").asText()).isEqualTo("report-back");
      assertThat(over.at("/past/0/duties/1/overdue").asBoolean()).isFalse();
      assertThat(properties(server, path).path("standing").asText()).isEqualTo("closed");
      assertThat(find(server)).as("not at once again").isEmpty();
    }
  }

  private static SimulatedJoint live(RunningServer server) {
    return new SimulatedJoint(new PublicApi(server.url(), server.ownerToken()));
  }

  private void pass(SimulatedJoint joint, Duration time) throws IOException, InterruptedException {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      Instant before = clock.instant();
      clock.pass(Duration.ofSeconds(16));
      joint.tell(before, clock.instant());
    }
  }

  /** The incident that is handled jointly now; empty where none is. */
  private static String find(RunningServer server) {
    for (JsonNode incident :
        server
            .getAsOwner("/api/incidents?open=true&state=handle&limit=500")
            .json()
            .path("features")) {
      if (incident.at("/properties/joint").asBoolean()) {
        return "/api/incidents/" + incident.path("id").asText();
      }
    }
    return "";
  }

  private static JsonNode answer(RunningServer server, String path) {
    return server.getAsOwner(path + "/joint").json();
  }

  private static JsonNode properties(RunningServer server, String path) {
    return server.getAsOwner(path).json().path("properties");
  }
}
