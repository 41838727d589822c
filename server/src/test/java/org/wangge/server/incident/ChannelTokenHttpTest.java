package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Machines and forms that report with a token, each over its own channel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelTokenHttpTest {
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_token_that_is_bound_to_a_channel_reports_over_it_and_as_no_other() {
    JsonNode issued = token();
    String bearer = issued.path("token").asText();
    assertThat(report(bearer, "t-0", "camera").status()).as("not bound yet").isEqualTo(201);
    String channel = "/api/tokens/" + issued.path("id").asText() + "/channel";
    assertThat(server.put(server.as("operator", channel), "{\"channel\":\"sensor\"}").status())
        .as("only by whoever runs the installation")
        .isEqualTo(403);
    assertThat(server.put(server.asOwner(channel), "{\"channel\":\"sensor\"}").status())
        .isBetween(200, 204);

    Answer asCamera = report(bearer, "t-1", "camera");
    assertThat(asCamera.status()).isEqualTo(422);
    assertThat(asCamera.json().path("code").asText()).isEqualTo("channel-bound");
    assertThat(asCamera.json().path("detail").asText()).isNotBlank();
    assertThat(channelOf(report(bearer, "t-2", ""))).isEqualTo("sensor");
    assertThat(channelOf(report(bearer, "t-3", "sensor"))).isEqualTo("sensor");
    Answer again = report(bearer, "t-1", "sensor");
    assertThat(again.status()).as("nothing came of what was refused").isEqualTo(201);
  }

  private JsonNode token() {
    Answer issued =
        server.post(
            server.as("operator", "/api/tokens"),
            "{\"name\":\"gauge\",\"roles\":[\"operator\"],\"areas\":[],\"expiresAt\":\"%s\"}"
                .formatted(Instant.now().plus(Duration.ofDays(1))));
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    return issued.json();
  }

  private Answer report(String bearer, String key, String channel) {
    HttpRequest.Builder request =
        server.to("/api/reports").header("Authorization", "Bearer " + bearer);
    return server.post(
        request,
        "{\"key\":\"%s\",\"category\":\"street-light\",\"lon\":112.6137,\"lat\":28.9190%s}"
            .formatted(key, channel.isEmpty() ? "" : ",\"channel\":\"" + channel + "\""));
  }

  private String channelOf(Answer report) {
    assertThat(report.status()).as(report.body()).isEqualTo(201);
    String id = report.json().path("id").asText();
    return server
        .send(server.as("operator", "/api/incidents/" + id))
        .json()
        .at("/properties/channel")
        .asText();
  }
}
