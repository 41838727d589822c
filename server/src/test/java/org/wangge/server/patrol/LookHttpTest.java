package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookHttpTest {
  private static final String LOOKS = "/api/account/looks";

  @TempDir Path other;
  private RunningServer server;
  private Cast cast;
  private String code = "";
  private String inside = "";
  private String outside = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    cast = new Cast(server);
    code = ownCode(server);
    walk(server, code);
    String community = communityHere(server);
    String next = community.endsWith("002") ? "003" : "002";
    inside = cast.join("inside", Role.OPERATOR, area(community));
    outside =
        cast.join(
            "outside", Role.OPERATOR, area(community.substring(0, community.length() - 3) + next));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String lately() {
    return "/api/tracks?limit=500&from=" + Instant.now().minusSeconds(60);
  }

  private static String area(String code) {
    return "\"area\":\"%s\"".formatted(code);
  }

  private static String ownCode(RunningServer at) {
    return at.send(at.as("worker", "/api/account")).json().path("staffCode").asText();
  }

  /** Lets the worker be in front of the market. */
  private static void walk(RunningServer at, String code) {
    Answer answer =
        at.post(
            at.as("worker", "/api/positions"),
            "{\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":112.6137,\"lat\":28.9182}]}"
                .formatted(code, Instant.now()));
    assertThat(answer.json().path("accepted").asInt()).as(answer.body()).isOne();
  }

  private static String communityHere(RunningServer at) {
    return at.get("/api/grids/at?lon=112.6137&lat=28.9182").json().at("/chain/2/code").asText();
  }

  private JsonNode looks(String query) {
    Answer answer = server.send(server.as("worker", LOOKS + query));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private List<String> readers(String query) {
    List<String> readers = new ArrayList<>();
    looks(query).path("looks").forEach(look -> readers.add(look.path("reader").asText()));
    return readers;
  }

  @Test
  void who_looks_is_told_and_who_looks_elsewhere_or_at_themselves_is_not() {
    Answer seen = server.send(cast.with(inside, "/api/positions"));
    assertThat(seen.body()).contains("\"staffCode\":\"" + code + "\"");
    assertThat(server.send(cast.with(outside, "/api/positions")).body()).doesNotContain(code);
    server.send(server.as("worker", "/api/positions"));
    assertThat(readers("?kind=list")).contains("inside").doesNotContain("outside", "worker");
    JsonNode look = looks("?reader=inside&kind=list").at("/looks/0");
    assertThat(look.path("roles").path(0).asText()).isEqualTo("operator");
    assertThat(Instant.parse(look.path("from").asText()))
        .isBefore(Instant.now())
        .isAfter(Instant.now().minusSeconds(120));
    assertThat(looks("").path("keptDays").asInt()).isEqualTo(180);
    assertThat(looks("").path("staffCode").asText()).isEqualTo(code);
  }

  @Test
  void reading_tracks_and_following_the_stream_are_told_too() throws Exception {
    assertThat(server.send(cast.with(inside, lately())).body().contains(code)).isTrue();
    assertThat(readers("?kind=track")).contains("inside");
    Frames frames = new Frames();
    WebSocket socket = frames.open(server);
    assertThat(new String(frames.first.get(10, TimeUnit.SECONDS), StandardCharsets.ISO_8859_1))
        .contains(code);
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    assertThat(readers("?kind=live"))
        .as("the open wall of the demonstration")
        .contains("anonymous");
  }

  @Test
  void nobody_reads_the_list_of_somebody_else() {
    server.send(cast.with(inside, "/api/positions"));
    Answer operators = server.send(cast.with(inside, LOOKS));
    assertThat(operators.json().path("staffCode").isNull()).isTrue();
    assertThat(operators.json().path("looks")).isEmpty();
    Answer asked = server.send(server.as("supervisor", LOOKS + "?staffCode=" + code));
    assertThat(asked.status()).isEqualTo(400);
    assertThat(server.get(LOOKS).status()).isEqualTo(401);
    String neighbour = cast.join("neighbour", Role.WORKER, "\"staffCode\":\"D0018\"");
    Answer theirs = server.send(cast.with(neighbour, LOOKS));
    assertThat(theirs.json().path("staffCode").asText()).isEqualTo("D0018");
    List<String> own = server.send(server.as("worker", LOOKS)).json().findValuesAsText("id");
    assertThat(own).isNotEmpty();
    assertThat(theirs.json().findValuesAsText("id")).doesNotContainAnyElementsOf(own);
  }

  @Test
  void pages_follow_each_other_and_a_table_holds_all_of_them() {
    server.send(cast.with(inside, "/api/positions"));
    server.send(cast.with(inside, lately()));
    JsonNode first = looks("?limit=1");
    assertThat(first.path("looks")).hasSize(1);
    JsonNode second = looks("?limit=1&cursor=" + first.path("next").asText());
    assertThat(second.at("/looks/0/id")).isNotEqualTo(first.at("/looks/0/id"));
    Answer table = server.send(server.as("worker", LOOKS + "/export?reader=inside"));
    assertThat(table.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(table.body().lines())
        .hasSizeGreaterThanOrEqualTo(3)
        .first()
        .asString()
        .contains("readerName");
    assertThat(table.body()).contains(",list,").contains(",track,").contains(",inside,");
    JsonNode recorded =
        server.send(server.as("supervisor", "/api/audit?action=looks-exported")).json();
    assertThat(recorded.at("/records/0/account").asText()).isEqualTo("worker");
  }

  @Test
  void when_it_cannot_be_put_on_record_nothing_is_shown() throws Exception {
    RunningServer.layTown(other);
    loseTheRecord();
    try (RunningServer broken = RunningServer.withNewTown(other)) {
      String worker = ownCode(broken);
      walk(broken, worker);
      for (String path : List.of("/api/positions", lately())) {
        Answer answer = broken.get(path);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("staffCode").doesNotContain(worker);
      }
      Frames frames = new Frames();
      WebSocket socket = frames.open(broken);
      assertThat(frames.comes(2)).as("a frame").isFalse();
      socket.abort();
    }
  }

  private void loseTheRecord() throws SQLException {
    String url =
        "jdbc:h2:file:"
            + other.toAbsolutePath().resolve("wangge")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    try (Connection connection = DriverManager.getConnection(url, "wangge", "");
        Statement statement = connection.createStatement()) {
      statement.execute("drop table patrol_look");
    }
  }

  /** The first frame that comes. */
  private static final class Frames implements WebSocket.Listener {
    private final CompletableFuture<byte[]> first = new CompletableFuture<>();

    WebSocket open(RunningServer at) {
      HttpRequest asked = at.to("/api/live/positions").build();
      return HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .buildAsync(URI.create(asked.uri().toString().replace("http:", "ws:")), this)
          .join();
    }

    boolean comes(int seconds) throws Exception {
      try {
        first.get(seconds, TimeUnit.SECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      first.complete(bytes);
      socket.request(1);
      return null;
    }
  }
}
