package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;

/**
 * Streams opened with nothing but a ticket, on a server where nobody may look without an account.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketHttpTest {
  private static final String POSITIONS = "/api/live/positions";

  private final HttpClient client = HttpClient.newHttpClient();
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.empty(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_wall_without_cookies_opens_a_web_socket_once() throws Exception {
    assertThat(open(POSITIONS, "wangge")).isEqualTo(401);
    RunningServer.Answer made = ticket(POSITIONS);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    assertThat(Instant.parse(made.json().path("expiresAt").asText()))
        .isBetween(Instant.now().minusSeconds(1), Instant.now().plusSeconds(60));
    String ticket = made.json().path("ticket").asText();
    assertThat(open(POSITIONS, "wangge", "wangge-ticket." + ticket)).isEqualTo(101);
    assertThat(open(POSITIONS, "wangge", "wangge-ticket." + ticket)).isEqualTo(401);
  }

  @Test
  void the_answer_to_the_handshake_does_not_repeat_the_ticket() throws Exception {
    String ticket = ticket(POSITIONS).json().path("ticket").asText();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .subprotocols("wangge", "wangge-ticket." + ticket)
            .buildAsync(socketUri(POSITIONS), new WebSocket.Listener() {})
            .join();
    assertThat(socket.getSubprotocol()).isEqualTo("wangge");
    socket.abort();
  }

  @Test
  void the_stream_of_events_takes_it_in_a_header() throws Exception {
    String ticket = ticket("/api/live").json().path("ticket").asText();
    HttpRequest request =
        server
            .to("/api/live")
            .header("Accept", "text/event-stream")
            .header("Authorization", "Ticket " + ticket)
            .build();
    HttpResponse<InputStream> first =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(first.statusCode()).isEqualTo(200);
    first.body().close();
    RunningServer.Answer second =
        server.send(
            server
                .to("/api/live")
                .header("Accept", "text/event-stream")
                .header("Authorization", "Ticket " + ticket));
    assertThat(second.status()).isEqualTo(401);
    assertThat(second.json().path("code").asText()).isEqualTo("ticket-refused");
  }

  @Test
  void it_opens_neither_another_stream_nor_anything_else() throws Exception {
    String ticket = ticket("/video/CAM-1/live").json().path("ticket").asText();
    assertThat(open("/video/CAM-2/live", "wangge", "wangge-ticket." + ticket)).isEqualTo(401);
    String other = ticket("/api/live").json().path("ticket").asText();
    assertThat(
            server
                .send(server.to("/api/incidents").header("Authorization", "Ticket " + other))
                .status())
        .isEqualTo(401);
    for (String path : new String[] {"/api/incidents", "/api/live?x", "/video/a/b/live", ""}) {
      assertThat(ticket(path).json().path("code").asText()).isEqualTo("stream-unknown");
    }
    assertThat(server.post(server.to("/api/tickets"), "{\"for\":\"/api/live\"}").status())
        .isEqualTo(401);
  }

  private RunningServer.Answer ticket(String path) {
    return server.post(server.asOwner("/api/tickets"), "{\"for\":\"%s\"}".formatted(path));
  }

  /** The status of the handshake. */
  private int open(String path, String first, String... more) {
    try {
      client
          .newWebSocketBuilder()
          .subprotocols(first, more)
          .buildAsync(socketUri(path), new WebSocket.Listener() {})
          .join()
          .abort();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private URI socketUri(String path) {
    return URI.create(server.url().replace("http", "ws") + path);
  }
}
