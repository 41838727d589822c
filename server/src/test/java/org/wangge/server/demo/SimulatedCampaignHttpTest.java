package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/**
 * A campaign of the demonstration: begun once, well on in some grids, and a little further later.
 */
class SimulatedCampaignHttpTest {

  @Test
  void it_is_begun_once_and_goes_on_across_a_stop(@TempDir Path folder) throws Exception {
    try (RunningServer server = RunningServer.withTown(folder)) {
      Instant now = Instant.now();
      SimulatedCampaign campaign = live(server);
      for (int turn = 0; turn < 40; turn++) {
        campaign.tell(now, now);
      }
      JsonNode begun = own(server);
      assertThat(begun.path("units").asInt()).isGreaterThan(300);
      int answered = begun.at("/progress/answered").asInt();
      assertThat(answered).isGreaterThan(100);
      assertThat(begun.at("/progress/hazardous").asInt()).isPositive();
      live(server).tell(now, now.plus(Duration.ofMinutes(1)));
      JsonNode later = own(server);
      assertThat(later.path("id")).isEqualTo(begun.path("id"));
      assertThat(later.at("/progress/answered").asInt()).isGreaterThan(answered);
    }
  }

  private static SimulatedCampaign live(RunningServer server) {
    return new SimulatedCampaign("990101001001", new PublicApi(server.url(), server.ownerToken()));
  }

  private static JsonNode own(RunningServer server) {
    JsonNode all = server.getAsOwner("/api/campaigns").json().path("features");
    assertThat(all).as("and one that verifies a form").hasSize(2);
    return all.path(0).path("properties");
  }
}
