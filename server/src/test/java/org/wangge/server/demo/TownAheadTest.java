package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/** A town that ran faster than the machine's clock is ahead of it after a restart. */
class TownAheadTest {

  @Test
  void a_town_that_is_ahead_of_the_machine_goes_on_with_all_its_areas(@TempDir Path folder) {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(13));
    JsonNode before;
    try (RunningServer server = RunningServer.withNewTown(folder, ahead)) {
      before = server.get("/api/site").json();
    }
    try (RunningServer server = RunningServer.withNewTown(folder)) {
      JsonNode site = server.get("/api/site").json();
      assertThat(site.path("levels")).isNotEmpty().isEqualTo(before.path("levels"));
      assertThat(site.path("bounds")).isEqualTo(before.path("bounds"));
      assertThat(Instant.parse(site.path("asOf").asText()))
          .isAfterOrEqualTo(Instant.parse(before.path("asOf").asText()).minusSeconds(60));
      assertThat(server.get("/api/grids/at?lon=112.6137&lat=28.9182").status()).isEqualTo(200);
    }
  }
}
