package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

class ReportLimitHttpTest {
  @TempDir Path folder;

  @Test
  void whoever_reports_too_often_waits_but_the_owner_need_not() {
    try (RunningServer server = RunningServer.empty(folder)) {
      for (int i = 0; i < 30; i++) {
        assertThat(server.post(server.to("/api/reports"), "{}").status()).isEqualTo(400);
      }
      Answer refused = server.post(server.to("/api/reports"), "{}");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.json().path("code").asText()).isEqualTo("too-many-requests");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
      assertThat(server.post(server.asOwner("/api/reports"), "{}").status()).isEqualTo(400);
    }
  }
}
