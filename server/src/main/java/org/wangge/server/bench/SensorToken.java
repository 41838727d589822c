package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * A token as a sensor has one: issued to the operator of the demonstration, and bound to the
 * channel by the owner of the program.
 */
final class SensorToken {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPERATOR = "operator";

  private SensorToken() {}

  /** Has one issued, and gives its text. */
  static String issue(Door door) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    String signIn = "{\"user\":\"%s\",\"password\":\"demo\"}".formatted(OPERATOR);
    HttpResponse<String> session = send(client, request(door, "/api/session", signIn));
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    String wanted =
        """
        {"name":"sensors","roles":["operator"],"areas":[],"expiresAt":"%s","password":"demo"}
        """
            .formatted(Instant.now().plus(Duration.ofDays(1)));
    JsonNode issued =
        JSON.readTree(
            send(client, request(door, "/api/tokens", wanted).header("Cookie", cookie)).body());
    try (Door.Line line = new Door.Line(door)) {
      String path = "/api/tokens/" + issued.path("id").asText() + "/channel";
      Door.Answer bound = line.send("PUT", path, "{\"channel\":\"sensor\"}");
      if (bound.status() / 100 != 2) {
        throw new IllegalStateException("the token is not bound: " + bound.body());
      }
    }
    return issued.path("token").asText();
  }

  private static HttpRequest.Builder request(Door door, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("refused: " + answer.body());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
