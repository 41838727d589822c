package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A page of a browser, spoken to by the DevTools protocol of Chromium. Thread-safe. */
final class DevTools implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final Map<String, Consumer<JsonNode>> heard = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final WebSocket socket;
  private CompletableFuture<WebSocket> sent;

  /** Connects to a page by the address that the browser gives for it. */
  DevTools(String address) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
    sent = CompletableFuture.completedFuture(socket);
  }

  /** Has an event of the protocol handled, one after another, by a thread that must not wait. */
  void on(String event, Consumer<JsonNode> handler) {
    heard.put(event, handler);
  }

  /** Asks, and waits for the answer. */
  JsonNode ask(String method, Map<String, ?> parameters) {
    try {
      return tell(method, parameters).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method + ": " + e.getMessage(), e);
    }
  }

  JsonNode ask(String method) {
    return ask(method, Map.of());
  }

  /** Asks and does not wait. */
  CompletableFuture<JsonNode> tell(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    try {
      String text =
          JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
      synchronized (this) {
        // A socket takes one text at a time.
        sent = sent.thenCompose(before -> socket.sendText(text, true));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer;
  }

  /** What an expression comes to in the page; promises are waited for. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException("in the page: " + answer.path("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /** Waits until an expression is true. */
  void await(String expression) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!evaluate(expression).asBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("never true in the page: " + expression);
      }
      pause(200);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void hear(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt());
      if (answer == null) {
        heard
            .getOrDefault(message.path("method").asText(), event -> {})
            .accept(message.path("params"));
      } else if (message.has("error")) {
        answer.completeExceptionally(new IllegalStateException(message.path("error").toString()));
      } else {
        answer.complete(message.path("result"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        hear(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
