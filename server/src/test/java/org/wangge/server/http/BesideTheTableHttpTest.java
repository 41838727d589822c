package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsHandlerType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Right;
import org.wangge.access.Rights;
import org.wangge.access.Role;

/** Routes that got into the router beside the table, as a mistake in the program would put them. */
class BesideTheTableHttpTest {
  private static final String OWNER = "owner's token";
  private static final String ALL_ROLES = "token of somebody with every role";
  private static final List<String> SHOWN = List.of("", OWNER, ALL_ROLES);

  private final HttpClient client = HttpClient.newHttpClient();
  private Javalin server;
  private int port;

  /** Something that is no right, as a right of another library might be. */
  private enum Anyone implements RouteRole {
    ANYONE
  }

  @BeforeEach
  void start() {
    FrontDoor door = FrontDoor.plain("127.0.0.1", 0);
    Doors doors = new Doors(door);
    ReadAudit audit = new ReadAudit((caller, entry) -> {});
    Callers callers = new Callers(true, OWNER, BesideTheTableHttpTest::known);
    server =
        Javalin.create(
                config -> {
                  doors.open(config);
                  RouteTable table =
                      WebServer.furnish(config, new Doorkeeper(door, doors), callers, audit);
                  new Problems(new Messages()).register(config.routes, audit::refused);
                  table.get("/in-the-table", ctx -> ctx.result("secret"), Right.PUBLIC);
                  enterBeside(config.routes);
                })
            .start();
    port = doors.port(Doors.FRONT);
  }

  private static void enterBeside(RoutesConfig routes) {
    Handler secret = ctx -> ctx.result("secret");
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.HEAD, HandlerType.POST)) {
      routes.addHttpHandler(method, "/beside", secret);
      routes.addHttpHandler(method, "/with-no-right", secret, Anyone.ANYONE);
    }
    routes.addWsHandler(
        WsHandlerType.WEBSOCKET, "/socket", socket -> socket.onConnect(ctx -> ctx.send("secret")));
  }

  private static Optional<Identities.Known> known(Identities.Proof proof, String secret) {
    Rights all =
        new Rights(
            Arrays.stream(Role.values())
                .collect(Collectors.toMap(Function.identity(), role -> AreaScope.unlimited())));
    Caller caller = new Caller("everything", all, Purpose.USE, new Origin(null, "token-1"));
    return secret.equals(ALL_ROLES)
        ? Optional.of(new Identities.Known(caller, () -> true))
        : Optional.empty();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void one_of_the_table_is_served() throws Exception {
    for (String token : SHOWN) {
      assertThat(ask("GET", "/in-the-table", token).body()).isEqualTo("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/beside", "/with-no-right"})
  void one_without_a_right_is_refused_to_everybody(String path) throws Exception {
    for (String token : SHOWN) {
      for (String method : List.of("GET", "HEAD", "POST")) {
        HttpResponse<String> answer = ask(method, path, token);
        assertThat(answer.statusCode()).as(method + " " + token).isEqualTo(refused(token));
        assertThat(answer.body()).doesNotContain("secret");
      }
    }
  }

  @Test
  void a_web_socket_without_a_right_is_opened_to_nobody() {
    for (String token : SHOWN) {
      WebSocket.Builder socket = client.newWebSocketBuilder();
      bearer(token).forEach(socket::header);
      URI address = URI.create("ws://127.0.0.1:" + port + "/socket");
      assertThatThrownBy(() -> socket.buildAsync(address, new WebSocket.Listener() {}).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              e -> assertThat(e.getResponse().statusCode()).isEqualTo(refused(token)));
    }
  }

  private HttpResponse<String> ask(String method, String path, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    bearer(token).forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Whoever has not said who they are is asked to; nobody gets further by it. */
  private static int refused(String token) {
    return token.isEmpty() ? 401 : 403;
  }

  private static Map<String, String> bearer(String token) {
    return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }
}
