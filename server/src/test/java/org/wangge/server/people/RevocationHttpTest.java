package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;

/** What is taken back ends on streams that are open, within five seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationHttpTest {
  private static final Duration MOST = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private RunningServer server;
  private Cast cast;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    cast = new Cast(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_role_that_is_taken_back_ends_the_stream_of_events_that_it_opened() throws Exception {
    String cookie = cast.join("reader", Role.OPERATOR, "\"area\":\"990101001002\"");
    HttpRequest request =
        cast.with(cookie, "/api/live").header("Accept", "text/event-stream").build();
    HttpResponse<InputStream> stream =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    CompletableFuture<Boolean> ended =
        CompletableFuture.supplyAsync(() -> endsWithLeave(stream.body()));
    long grant =
        server.getAsOwner("/api/accounts/reader").json().path("grants").path(0).path("id").asLong();
    server.send(server.asOwner("/api/accounts/reader/grants/" + grant).DELETE());
    assertThat(ended.get(MOST.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
  }

  private static boolean endsWithLeave(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      boolean told = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told |= line.equals("event: end");
      }
      return told;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void an_account_that_is_disabled_loses_positions_and_pictures() throws Exception {
    String cookie = cast.join("viewer", Role.OPERATOR, "");
    String camera =
        server
            .getAsOwner("/api/cameras?limit=1&state=online")
            .json()
            .path("features")
            .path(0)
            .path("id")
            .asText();
    CompletableFuture<Integer> positions = open(cookie, "/api/live/positions");
    CompletableFuture<Integer> picture = open(cookie, "/video/" + camera + "/live");
    server.patch(
        server.asOwner("/api/accounts/viewer").header("If-Match", "\"2\""),
        "{\"state\":\"disabled\"}");
    assertThat(positions.get(MOST.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(1008);
    assertThat(picture.get(MOST.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(1008);
    assertThat(
            server
                .getAsOwner("/api/audit?action=camera-watched&subject=" + camera)
                .json()
                .findValuesAsText("account"))
        .contains("viewer");
  }

  /** Opens a socket; gives the code it is closed with. */
  private CompletableFuture<Integer> open(String cookie, String path) {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    var unused =
        client
            .newWebSocketBuilder()
            .header("Cookie", cookie)
            .buildAsync(
                URI.create(server.url().replace("http", "ws") + path),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                    closed.complete(code);
                    return CompletableFuture.completedFuture(null);
                  }
                })
            .join();
    return closed;
  }
}
