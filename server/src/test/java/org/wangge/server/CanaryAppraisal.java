package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a supervisor writes about an incident that was closed and rated. */
final class CanaryAppraisal {
  private CanaryAppraisal() {}

  /**
   * Looks into its rating, draws it by lot and says what was found.
   *
   * @return id of the sample
   */
  static String plant(RunningServer server, String rated) {
    String ratings = "/api/evaluations/ratings";
    long rating = done(server.send(server.as("supervisor", ratings))).at("/ratings/0/id").asLong();
    done(
        server.post(
            server.as("supervisor", ratings + "/" + rating + "/review"),
            "{\"remark\":\"%s %s\"}"
                .formatted(Canary.REVIEW.text(), Canary.NUMBER_IN_REVIEW.text())));
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String sample =
        done(server.post(
                server.as("supervisor", "/api/evaluations/samples"),
                "{\"from\":\"%s\",\"to\":\"%s\",\"size\":200,\"category\":\"street-light\"}"
                    .formatted(day.minusDays(1), day)))
            .path("id")
            .asText();
    done(
        server.put(
            server
                .as(
                    "supervisor",
                    "/api/evaluations/samples/%s/members/%s/assessment".formatted(sample, rated))
                .header("If-Match", "\"0\""),
            """
            {"real":true,"solved":true,"inTime":true,"callback":"satisfied","remark":"%s %s"}
            """
                .formatted(Canary.REMARK.text(), Canary.NUMBER_IN_REMARK.text())));
    return sample;
  }

  private static JsonNode done(RunningServer.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return answer.json();
  }
}
