package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;

/** An errand with a canary in each of its personal columns: all who have to do with it speak. */
final class CanaryErrand {
  private final RunningServer server;
  private String id = "";

  CanaryErrand(RunningServer server) {
    this.server = server;
  }

  /** Gives its id; it has been changed five times. */
  String plant() {
    JsonNode receipt = order();
    id = receipt.path("number").asText();
    does("operator", "dispatch", 1, "{\"to\":[\"volunteer\"]}");
    does("volunteer", "accept", 2, "{}");
    does("volunteer", "done", 3, "{\"words\":\"" + Canary.TOLD.text() + "\"}");
    done(
        server
            .to("/api/errands/own/confirmation")
            .header("Wangge-Errand-Token", receipt.path("token").asText())
            .header("If-Match", "\"4\""),
        "{\"done\":false,\"words\":\"" + Canary.THANKS.text() + "\"}");
    does("operator", "return", 5, "{\"reason\":\"" + Canary.SENT_BACK.text() + "\"}");
    return id;
  }

  private JsonNode order() {
    Instant now = Instant.now();
    return done(
        server.to("/api/errands/orders"),
        """
        {"key":"canary","kind":"medicine","lon":112.6137,"lat":28.9182,"from":"%s",
        "until":"%s","name":"%s","phone":"%s","address":"云溪小区3栋 %s","wish":"%s %s"}
        """
            .formatted(
                now,
                now.plus(Duration.ofHours(1)),
                Canary.ORDERING.text(),
                Canary.NUMBER_OF_ORDERING.text(),
                Canary.BEHIND_DOOR.text(),
                Canary.WISH.text(),
                Canary.NUMBER_IN_WISH.text()));
  }

  private void does(String account, String what, int version, String body) {
    var unused =
        done(
            server
                .as(account, "/api/errands/" + id + "/" + what)
                .header("If-Match", "\"" + version + "\""),
            body);
  }

  private JsonNode done(HttpRequest.Builder request, String body) {
    RunningServer.Answer answer = server.post(request, body);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return answer.json();
  }
}
