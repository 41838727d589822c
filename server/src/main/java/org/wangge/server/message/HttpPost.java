package org.wangge.server.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.message.Outcome;

/**
 * Posts something to an address of the settings and tells apart what came of it: taken, refused,
 * certainly not gone, or unknown. Follows no redirect and reads no more than a short answer.
 * Thread-safe.
 */
final class HttpPost {
  private static final int LONGEST_ANSWER = 10_000;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int SERVER_ERRORS = 500;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Duration patience;
  private final HttpClient client;

  HttpPost(Duration patience) {
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /**
   * Posts.
   *
   * @param judge what an answer of success says, by its body as JSON; a body that is none is empty
   */
  Outcome post(
      URI url,
      String type,
      String body,
      Map<String, String> headers,
      Function<JsonNode, Outcome> judge) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(patience)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer =
          client
              .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return outcome(answer, judge);
    } catch (TimeoutException e) {
      return new Outcome.Unknown("no-answer");
    } catch (ExecutionException e) {
      return isNotReached(e.getCause())
          ? new Outcome.NotNow("unreachable")
          : new Outcome.Unknown("connection-broke");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown("stopped-in-between");
    }
  }

  private static boolean isNotReached(@Nullable Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnresolvedAddressException;
  }

  private Outcome outcome(HttpResponse<String> answer, Function<JsonNode, Outcome> judge) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return judge.apply(json(answer.body()));
    }
    String failure = "gateway-" + status;
    if (status == TOO_MANY || status == UNAVAILABLE) {
      return new Outcome.NotNow(failure);
    }
    return status >= SERVER_ERRORS ? new Outcome.Unknown(failure) : new Outcome.Refused(failure);
  }

  private JsonNode json(String body) {
    try {
      return body.length() > LONGEST_ANSWER ? mapper.createObjectNode() : mapper.readTree(body);
    } catch (IOException e) {
      return mapper.createObjectNode();
    }
  }
}
