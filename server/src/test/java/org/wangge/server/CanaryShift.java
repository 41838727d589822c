package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;

/** A shift with a canary in each of its personal columns: written down, handed over, taken over. */
final class CanaryShift {
  private static final String HANDOVERS = "/api/shifts/handovers";

  private String area = "";
  private String entry = "";
  private String sheet = "";

  void plant(RunningServer server, String where) {
    area = where;
    String there = "{\"area\":\"" + area + "\"";
    done(server, server.as("operator", "/api/shifts/own"), there + "}");
    entry =
        done(
                server,
                server.as("operator", "/api/shifts/log"),
                there + said("text", Canary.LOGGED, Canary.NUMBER_IN_LOG) + "}")
            .path("id")
            .asText();
    sheet =
        done(
                server,
                server.as("operator", HANDOVERS),
                there + said("remarks", Canary.HANDED, Canary.NUMBER_HANDED) + "}")
            .path("id")
            .asText();
    String sign = HANDOVERS + "/" + sheet + "/signature";
    done(server, server.as("operator", sign).header("If-Match", "\"1\""), "{}");
    String answer = "{\"answer\":\"%s %s\"}";
    done(
        server,
        server.as("supervisor", sign).header("If-Match", "\"2\""),
        answer.formatted(Canary.TAKEN.text(), Canary.NUMBER_TAKEN.text()));
  }

  private static String said(String member, Canary words, Canary number) {
    return ",\"%s\":\"%s %s\"".formatted(member, words.text(), number.text());
  }

  void erase(RunningServer server) {
    done(server, server.as("admin", "/api/shifts/log/" + entry + "/erasure"), "");
    done(server, server.as("admin", HANDOVERS + "/" + sheet + "/erasure"), "");
  }

  /** An address with the shift's own ids in it. */
  String filled(String path) {
    return path.equals("/api/shifts/log") || path.equals(HANDOVERS)
        ? path + "?area=" + area
        : path.endsWith("/unseen")
            ? path + "?limit=1" + SampleBodies.ONE_DAY
            : path.replace("{handover}", sheet).replace("{grid}", area);
  }

  private static JsonNode done(RunningServer server, HttpRequest.Builder request, String body) {
    RunningServer.Answer answer = server.post(request, body);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return answer.json();
  }
}
