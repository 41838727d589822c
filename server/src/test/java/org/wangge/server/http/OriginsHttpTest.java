package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.server.RunningServer;

/** What pages of other sites can have a browser do here: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginsHttpTest {
  private static final String ELSEWHERE = "https://elsewhere.example";

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ELSEWHERE,
        "null",
        "http://127.0.0.1",
        "https://127.0.0.1:PORT",
        "http://127.0.0.1:PORT.elsewhere.example",
        "http://localhost:PORT",
        "file://",
        "::"
      })
  void a_page_of_another_origin_changes_nothing_with_a_cookie_or_without(String origin) {
    String foreign = origin.replace("PORT", Integer.toString(server.port()));
    for (HttpRequest.Builder request :
        List.of(server.as("planner", "/api/session"), server.to("/api/session"))) {
      RunningServer.Answer answer = server.post(request.header("Origin", foreign), "{}");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.json().path("code").asText()).isEqualTo("foreign-origin");
      assertThat(answer.response().headers().map()).doesNotContainKey("set-cookie");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void where_a_browser_tells_the_site_and_no_origin_that_counts(String site) {
    RunningServer.Answer answer =
        server.post(server.as("planner", "/api/plans").header("Sec-Fetch-Site", site), "{}");
    assertThat(answer.json().path("code").asText()).isEqualTo("foreign-origin");
  }

  @Test
  void the_own_pages_and_what_is_no_browser_are_let_in() {
    HttpRequest.Builder own =
        server
            .as("planner", "/api/plans")
            .header("Origin", server.url())
            .header("Sec-Fetch-Site", "same-origin");
    assertThat(server.post(own, "{}").status()).isEqualTo(422);
    assertThat(server.post(server.as("planner", "/api/plans"), "{}").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/live/positions", "/video/CAM-1/live"})
  void a_web_socket_of_another_sites_page_is_not_opened_even_to_the_open_wall(String path)
      throws IOException {
    assertThat(handshake(path, ELSEWHERE)).startsWith("HTTP/1.1 403");
    assertThat(handshake("/api/live/positions", server.url())).startsWith("HTTP/1.1 101");
  }

  @Test
  void another_sites_scripts_are_allowed_to_read_nothing() {
    for (String path : List.of("/api/site", "/api/grids", "/tiles/areas.json", "/")) {
      RunningServer.Answer answer =
          server.send(server.as("planner", path).header("Origin", ELSEWHERE));
      assertThat(answer.status()).isEqualTo(200);
      assertNoLeave(answer);
    }
    RunningServer.Answer preflight =
        server.send(
            server
                .to("/api/session")
                .header("Origin", ELSEWHERE)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(preflight.status()).isGreaterThanOrEqualTo(400);
    assertNoLeave(preflight);
  }

  private static void assertNoLeave(RunningServer.Answer answer) {
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
  }

  @Test
  void a_name_of_somebody_else_that_leads_here_is_not_served() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421")
        .contains("host-unknown", "rebound.example");
    assertThat(raw("GET / HTTP/1.1\r\nHost: re_bound.example\r\nConnection: close\r\n\r\n"))
        .as("browsers go to names with an underscore too")
        .startsWith("HTTP/1.1 421");
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void headers_without_end_are_cut_off() throws IOException {
    String tooLong = "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000) + "\r\n\r\n";
    assertThat(raw(tooLong)).startsWith("HTTP/1.1 431");
  }

  @Test
  void a_body_that_comes_byte_by_byte_holds_no_thread_for_long() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(30_000);
      write(
          socket,
          "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: 2000\r\n\r\n{");
      for (int i = 0; i < 300 && socket.getInputStream().available() == 0; i++) {
        Thread.sleep(50);
        write(socket, " ");
      }
      assertThat(socket.getInputStream().available()).as("answered before the body").isPositive();
      byte[] first = socket.getInputStream().readNBytes(12);
      assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 408");
    }
  }

  @Test
  void a_small_body_may_wait_for_its_network() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      write(
          socket,
          "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: 2\r\n\r\n{");
      Thread.sleep(500);
      write(socket, "}");
      byte[] first = socket.getInputStream().readNBytes(12);
      assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 400");
    }
  }

  private String handshake(String path, String origin) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      write(
          socket,
          """
          GET %s HTTP/1.1\r
          Host: 127.0.0.1:%d\r
          Origin: %s\r
          Connection: Upgrade\r
          Upgrade: websocket\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          \r
          """
              .formatted(path, server.port(), origin));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      write(socket, request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
