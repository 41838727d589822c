package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.incident.Action;
import org.wangge.server.http.RouteTable;

/**
 * Tries every route of the live table as every role, on something of the own area and on something
 * of another, and holds what came of it against a table that people read and agreed to:
 * docs/route-matrix.md. What is made here lies in target/route-matrix.md, to be read before it
 * takes that place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
  private static final Path AGREED = Path.of("..", "docs", "route-matrix.md");
  private static final Path MADE = Path.of("target", "route-matrix.md");

  private final HttpClient client = HttpClient.newHttpClient();
  private RunningServer server;
  private RouteSamples samples;
  private final Map<String, String> callers = new LinkedHashMap<>();

  @BeforeAll
  void open(@TempDir Path folder) {
    TownTemplate.into(folder);
    server = RunningServer.empty(folder);
    samples = RouteSamples.of(server);
    Cast cast = new Cast(server);
    callers.put("nobody", "");
    Arrays.stream(Role.values())
        .filter(Role::isGranted)
        .forEach(
            role -> callers.put(role.word(), cast.join("as." + role.word(), role, samples.own())));
    callers.put("wall", wall());
    callers.put("everywhere", cast.join("as.everywhere", Role.ADMINISTRATOR, ""));
    callers.put("expired", expired(cast));
    callers.put("revoked", revoked(cast));
    callers.put("disabled", disabled(cast));
    callers.put("weak", weak(cast));
  }

  @AfterAll
  void close() {
    server.close();
  }

  /** A screen of the own community. */
  private String wall() {
    RunningServer.Answer begun = server.post(server.to("/api/devices/pairings"), "{}");
    RunningServer.Answer approved =
        server.post(
            server.asOwner("/api/devices/pairings/approvals"),
            "{\"code\":\"%s\",\"name\":\"wall\",\"areas\":[\"990101001002\"]}"
                .formatted(begun.json().path("code").asText()));
    assertThat(approved.status()).as(approved.body()).isEqualTo(201);
    return begun.header("Set-Cookie").split(";", 2)[0];
  }

  /** Whose grant is over. */
  private String expired(Cast cast) {
    String over =
        samples.own()
            + ",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"%s\""
                .formatted(Instant.now().minusSeconds(60));
    return cast.join("was.operator", Role.OPERATOR, over);
  }

  /** Whose session was ended by an administrator. */
  private String revoked(Cast cast) {
    String cookie = cast.join("signed.out", Role.OPERATOR, "");
    server.send(server.asOwner("/api/accounts/signed.out/sessions").DELETE());
    return cookie;
  }

  private String disabled(Cast cast) {
    String cookie = cast.join("left", Role.OPERATOR, "");
    server.patch(
        server.asOwner("/api/accounts/left").header("If-Match", "\"2\""),
        "{\"state\":\"disabled\"}");
    return cookie;
  }

  /** An administrator who has shown no second factor. */
  private String weak(Cast cast) {
    String first = cast.add("weak.admin", Role.ADMINISTRATOR, "");
    return cast.signIn("weak.admin", first);
  }

  @Test
  void every_route_is_open_to_exactly_those_it_was_agreed_to_be_open_to() throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (RouteTable.Line line : inOrder()) {
      StringBuilder row = new StringBuilder();
      row.append("| %s %s | %s |".formatted(line.method(), line.path(), right(line)));
      callers.forEach(
          (caller, cookie) -> {
            String own = cell(line, cookie, true);
            String other = samples.hasArea(line) ? cell(line, cookie, false) : "";
            row.append(' ').append(own).append(other).append(" |");
            if (!isPlausible(line, caller, own, other)) {
              wrong.add(line.method() + " " + line.path() + " as " + caller + ": " + own + other);
            }
          });
      rows.add(row.toString());
    }
    String table = RouteSamples.HEAD + head() + String.join("\n", rows) + "\n";
    Files.writeString(MADE, table);
    assertThat(wrong).isEmpty();
    assertThat(table)
        .as("read target/route-matrix.md, and when it is right put it in place of " + AGREED)
        .isEqualTo(Files.exists(AGREED) ? Files.readString(AGREED) : "");
  }

  /** What ends the session that asks comes last. */
  private List<RouteTable.Line> inOrder() {
    return server.routes().stream()
        .sorted(
            Comparator.comparing(
                line -> line.method().equals("DELETE") && line.path().equals("/api/session")))
        .toList();
  }

  private static String right(RouteTable.Line line) {
    return line.right() + line.audited().map(word -> " · " + word).orElse("");
  }

  private String head() {
    String names = String.join(" | ", callers.keySet());
    return "| route | right · on record as | "
        + names
        + " |\n|"
        + " --- |".repeat(callers.size() + 2)
        + "\n";
  }

  /** What the rights alone say, whatever was agreed. */
  private boolean isPlausible(RouteTable.Line line, String caller, String own, String other) {
    boolean open = line.right() == Right.PUBLIC;
    boolean member = line.right() == Right.OWN_ACCOUNT;
    boolean may =
        Role.find(caller.equals("everywhere") ? "administrator" : caller)
                .filter(rolesFor(line)::contains)
                .isPresent()
            || open
            || (member && !List.of("nobody", "wall", "revoked", "disabled").contains(caller));
    if (line.right().isEverywhere()) {
      may = caller.equals("everywhere");
      return own.contains("✓") == may && other.contains("✓") == (may && !other.isEmpty());
    }
    // When is worked, and what a stage may take, all of the staff read of every area.
    boolean mayThere =
        open
            || line.right() == Right.READ_CLOCKS
            || caller.equals("everywhere")
            || !other.contains("✓");
    return own.contains("✓") == may && mayThere;
  }

  /**
   * The plans of the samples are drafts, and what a draft changes is for who draws it alone; what
   * is done with an incident has rights of its own, and the sample accepts one.
   */
  private static Set<Role> rolesFor(RouteTable.Line line) {
    if (line.right() == Right.ACT_ON_INCIDENTS) {
      return Action.ACCEPT.right().roles();
    }
    return line.path().startsWith("/api/plans/{id}/impact")
        ? Right.DRAW_AREAS.roles()
        : line.right().roles();
  }

  private String cell(RouteTable.Line line, String cookie, boolean own) {
    RouteSamples.Sample sample = samples.of(line, own);
    if (sample.isSocket()) {
      return told(socket(sample, cookie), "", sample);
    }
    HttpRequest.Builder request = server.to(sample.path());
    sample.headers().forEach(request::header);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    HttpRequest.BodyPublisher body =
        sample.body().isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(sample.body());
    request.method(line.method(), body);
    if (!sample.body().isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (sample.isStream()) {
      return told(begun(request), "", sample);
    }
    RunningServer.Answer answer = server.send(request);
    return told(answer.status(), answer.body(), sample);
  }

  private int begun(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int socket(RouteSamples.Sample sample, String cookie) {
    WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    if (!cookie.isEmpty()) {
      builder.header("Cookie", cookie);
    }
    SocketClosing closing = new SocketClosing();
    try {
      WebSocket socket =
          builder
              .buildAsync(URI.create(server.url().replace("http", "ws") + sample.path()), closing)
              .join();
      int code = closing.code();
      socket.abort();
      return code;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  /** ✓ let in · ∅ not told that it is there · – refused · ? sign in first. */
  private static String told(int status, String body, RouteSamples.Sample sample) {
    assertThat(status).as("%s: %s", sample.path(), body).isLessThan(500);
    return switch (status) {
      case 401 -> "?";
      case 403 -> "–";
      case 404 -> isHidden(body, sample) ? "∅" : "✓";
      default -> sample.lists() && isEmpty(body) ? "∅" : "✓";
    };
  }

  /** The page of a socket's refusal says nothing else than that the thing is not there. */
  private static boolean isHidden(String body, RouteSamples.Sample sample) {
    return sample.isSocket()
        || (!sample.hidden().isEmpty()
            && RouteSamples.json(body).path("code").asText().equals(sample.hidden()));
  }

  private static boolean isEmpty(String body) {
    JsonNode json = RouteSamples.json(body);
    return List.of("features", "accounts", "grids").stream()
        .map(json::path)
        .anyMatch(list -> list.isArray() && list.isEmpty());
  }
}
