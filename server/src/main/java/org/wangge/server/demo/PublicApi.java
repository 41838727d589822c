package org.wangge.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The program's own public API, called over HTTP as any client would. Thread-safe.
 *
 * <p>What is not answered at all is an {@link IOException}; every answer is given, also a refusal.
 */
final class PublicApi {
  private static final int CONFLICT = 409;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String url;
  private final String token;

  /**
   * Makes a client.
   *
   * @param url of the server, without a slash at the end
   * @param token shown with every request
   */
  PublicApi(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /**
   * What was answered.
   *
   * @param status of HTTP
   * @param body as JSON; missing where there is none
   */
  record Answer(int status, JsonNode body) {

    boolean isDone() {
      return status >= 200 && status < 300;
    }

    String code() {
      return body.path("code").asText("http-" + status);
    }
  }

  /** What is read; anything but an answer ends the turn. */
  JsonNode ask(String path) throws IOException, InterruptedException {
    Answer answer = get(path);
    if (!answer.isDone()) {
      throw refused(path, answer);
    }
    return answer.body();
  }

  /** Does something; what a visitor was faster with is left to them. Answers whether it is done. */
  boolean does(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return isDone(path, post(path, body));
  }

  /** The same, as a change of a version that was read. */
  boolean does(String path, Map<String, ?> body, int version)
      throws IOException, InterruptedException {
    return isDone(path, post(path, body, version));
  }

  private static boolean isDone(String path, Answer answer) throws IOException {
    if (!answer.isDone() && answer.status() != CONFLICT) {
      throw refused(path, answer);
    }
    return answer.isDone();
  }

  static IOException refused(String path, Answer answer) {
    return new IOException(path + " was refused: " + answer.status() + " " + answer.code());
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(to(path).GET());
  }

  Answer post(String path, Object body) throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  /** The same, as a change of a version that was read. */
  Answer post(String path, Object body, int version) throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(LONGEST_WAIT)
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode(), tree(response.body()));
  }

  private JsonNode tree(String text) {
    try {
      JsonNode tree = json.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
