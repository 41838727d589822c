package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.server.RunningServer;

/** Changing areas over HTTP, and what is answered of the past afterwards. */
class GridChangeHttpTest {
  private static final String RENAME =
      """
      {"type":"Feature","properties":{"name":"新名","reason":"调整",
      "validFrom":"2026-06-01T00:00:00+08:00"}}
      """;
  private static final String PATH = "/api/grids/" + GridTown.WEST;

  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = RunningServer.empty(folder);
    GridTown.buildIn(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_change_without_a_version_is_refused() {
    RunningServer.Answer answer = server.patch(server.asOwner(PATH), RENAME);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("if-match-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "*", "W/\"1\"", "\"one\"", "\"1\", \"2\"", "\"-1\""})
  void a_version_is_taken_only_as_it_was_read(String version) {
    RunningServer.Answer answer = change(version);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("if-match-malformed");
    assertThat(answer.json().path("field").asText()).isEqualTo("If-Match");
    assertThat(server.get(PATH).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void of_two_changes_from_one_version_at_the_same_time_one_is_made() {
    List<CompletableFuture<Integer>> both =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> change("\"1\"").status()))
            .limit(2)
            .toList();
    assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    assertThat(server.get(PATH).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void a_change_counts_the_version_up_and_one_from_the_old_version_is_refused() {
    RunningServer.Answer changed = change("\"1\"");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(changed.json().at("/properties/name").asText()).isEqualTo("新名");
    assertThat(server.get(PATH).header("ETag")).isEqualTo("\"2\"");

    RunningServer.Answer stale = change("\"1\"");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().path("code").asText()).isEqualTo("version-conflict");
    assertThat(stale.json().path("newest").asInt()).isEqualTo(2);
    assertThat(server.get(PATH).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void a_resident_changes_nothing() {
    RunningServer.Answer answer = server.patch(server.to(PATH).header("If-Match", "\"1\""), RENAME);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("code").asText()).isEqualTo("sign-in-needed");
    assertThat(server.get(PATH).header("ETag")).isEqualTo("\"1\"");

    String code = GridTown.COMMUNITY + "009";
    String body = GridTown.feature(code, "grid", GridTown.COMMUNITY, "null");
    assertThat(server.post(server.to("/api/grids"), body).status()).isEqualTo(401);
    HttpRequest.Builder forged = server.to("/api/grids").header("Authorization", "Bearer forged");
    assertThat(server.post(forged, body).status()).isEqualTo(401);
    assertThat(server.get("/api/grids/" + code).status()).isEqualTo(404);
  }

  @Test
  void after_a_change_the_past_and_what_was_known_of_it_stay_answerable() {
    Instant knownBefore = Instant.now();
    change("\"1\"");
    assertThat(name(PATH)).isEqualTo("新名");
    assertThat(name(PATH + "?at=2026-05-31T23:59:59%2B08:00")).isEqualTo("名" + GridTown.WEST);
    assertThat(name(PATH + "?at=2026-06-01T00:00:00%2B08:00")).isEqualTo("新名");
    assertThat(name(PATH + "?known=" + knownBefore)).isEqualTo("名" + GridTown.WEST);
    assertThat(server.get(PATH + "?at=2025-12-31T00:00:00Z").status()).isEqualTo(404);

    String at = "/api/grids/at?lon=111.69&lat=29.03";
    assertThat(gridNameAt(at)).isEqualTo("新名");
    assertThat(gridNameAt(at + "&at=2026-05-01T00:00:00Z")).isEqualTo("名" + GridTown.WEST);
    assertThat(gridNameAt(at + "&known=" + encode(knownBefore.toString())))
        .isEqualTo("名" + GridTown.WEST);

    List<String> names = new ArrayList<>();
    server
        .get(PATH + "/history")
        .json()
        .path("features")
        .forEach(state -> names.add(state.at("/properties/name").asText()));
    assertThat(names).containsExactly("名" + GridTown.WEST, "新名");
  }

  @Test
  void an_outline_is_not_changed_alone() {
    String moved =
        """
        {"type":"Feature","geometry":%s,"properties":{"validFrom":"2026-06-01T00:00:00+08:00"}}
        """
            .formatted(GridTown.square(111.675, 29.025));
    RunningServer.Answer answer =
        server.patch(server.asOwner(PATH).header("If-Match", "\"1\""), moved);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("code").asText()).isEqualTo("outline-by-plan");
    assertThat(server.get(PATH).header("ETag")).isEqualTo("\"1\"");
    assertThat(server.get("/api/grids/at?lon=111.69&lat=29.03").status()).isEqualTo(200);
  }

  private RunningServer.Answer change(String version) {
    return server.patch(server.asOwner(PATH).header("If-Match", version), RENAME);
  }

  private String name(String path) {
    return server.get(path).json().at("/properties/name").asText();
  }

  private String gridNameAt(String path) {
    JsonNode chain = server.get(path).json().path("chain");
    return chain.path(chain.size() - 1).path("name").asText();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
