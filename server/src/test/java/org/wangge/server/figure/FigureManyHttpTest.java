package org.wangge.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/** The second golden case of domain.md, over the whole way. */
class FigureManyHttpTest {
  @Test
  void of_forty_two_thousand_reports_those_taken_up_in_time_are_counted(@TempDir Path folder) {
    try (RunningServer server = RunningServer.withTown(folder)) {
      PastTown.many(server);
      JsonNode rate =
          server
              .send(server.as("supervisor", "/api/kpi?period=quarter&day=2016-03-31"))
              .json()
              .at("/total/figures/response-rate");
      assertThat(rate.path("numerator").asInt()).isEqualTo(40_214);
      assertThat(rate.path("denominator").asInt()).isEqualTo(42_702);
      assertThat(rate.path("percent").asText()).isEqualTo("94.17");
    }
  }
}
