package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pair of hands on plans over HTTP: the owner draws and publishes, the approver of the
 * demonstration approves. Remembers what it was told last, and what it asked without being
 * answered. Not thread-safe.
 */
final class PlanPen {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private String url = "";
  private String token = "";
  private @Nullable String approver;

  /** The newest answer about the plan in hand; null before the first. */
  private @Nullable JsonNode plan;

  /** The plan that was told last to be in force; null before the first. */
  private @Nullable JsonNode published;

  /** What was asked of it last, while nothing has come back. */
  private String asked = "";

  private double meanMillis = 50;

  /**
   * What was answered.
   *
   * @param status of HTTP
   * @param body as JSON
   */
  record Answer(int status, JsonNode body) {
    boolean isDone() {
      return status < 300;
    }
  }

  /** Goes on with another run of the program. */
  void meet(String address, String ownerToken) {
    url = address;
    token = ownerToken;
    approver = null;
  }

  boolean hasPlan() {
    return plan != null;
  }

  /** The plan as it was told last. */
  JsonNode plan() {
    return Objects.requireNonNull(plan, "no plan in hand");
  }

  /** What a step has taken lately. */
  double meanMillis() {
    return meanMillis;
  }

  String asked() {
    return asked;
  }

  String state() {
    return plan == null ? "" : plan.path("state").asText();
  }

  /** The plan that was told last to be in force, perhaps not the one in hand any more. */
  Optional<JsonNode> published() {
    return Optional.ofNullable(published);
  }

  /** What the program says now is what there is. */
  void accept(JsonNode now) {
    took(now);
    asked = "";
  }

  private void took(JsonNode now) {
    plan = now;
    published = state().equals("published") ? now : published;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    Answer answer = send(to(path).GET(), token());
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** Begins a plan for a community. */
  Answer begin(String name, String community) throws IOException, InterruptedException {
    return ask(
        "begin " + name,
        "/api/plans",
        "{\"name\":\"%s\",\"area\":\"%s\"}".formatted(name, community),
        token());
  }

  /** Takes a step with the plan: an edit, undoing, a step of its life. */
  Answer step(String step, String body) throws IOException, InterruptedException {
    String path = "/api/plans/" + plan().path("id").asText() + "/" + step;
    return ask(step, path, body, step.equals("approve") ? approver() : token());
  }

  private Answer ask(String what, String path, String body, String[] who)
      throws IOException, InterruptedException {
    asked = what;
    HttpRequest.Builder request =
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (plan != null) {
      request.header("If-Match", "\"" + plan.path("version").asInt() + "\"");
    }
    long begun = System.nanoTime();
    Answer answer = send(request, who);
    meanMillis += ((System.nanoTime() - begun) / 1e6 - meanMillis) / 8;
    assertThat(answer.status()).as("%s %s: %s", what, body, answer.body()).isLessThan(500);
    asked = "";
    if (answer.isDone()) {
      took(plan == null ? answer.body() : SeenPlan.after(plan, answer.body()));
    }
    return answer;
  }

  private String[] token() {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private String[] approver() throws IOException, InterruptedException {
    if (approver == null) {
      HttpResponse<String> begun =
          client.send(
              to("/api/session")
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"user\":\"approver\",\"password\":\"demo\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
      approver = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
    return new String[] {"Cookie", approver};
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(90));
  }

  private Answer send(HttpRequest.Builder request, String[] who)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request.header(who[0], who[1]).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }
}
