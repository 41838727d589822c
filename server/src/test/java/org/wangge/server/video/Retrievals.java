package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.wangge.server.RunningServer;

/** Puts on record that the police liaison looks at footage. */
public final class Retrievals {
  private Retrievals() {}

  /** The id of one for cameras and the minute that ends with an instant. */
  public static String of(RunningServer server, Instant at, String... cameras) {
    String ids = Arrays.stream(cameras).map("\"%s\""::formatted).collect(Collectors.joining(","));
    RunningServer.Answer answer =
        server.post(
            server.as("liaison", "/api/footage/retrievals"),
            """
            {"cameras": [%s], "from": "%s", "to": "%s", "why": "accident", "case": "J-2026-1"}
            """
                .formatted(ids, at.minusSeconds(60), at));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asText();
  }
}
