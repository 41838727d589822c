package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** What every answer of the server has, whatever was asked, on an empty database. */
class AnswersHttpTest {
  private static RunningServer server;
  private static LogWatch log;
  private static String script;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.empty(folder);
    Matcher main = Pattern.compile("/static/[^/]+/app/main\\.js").matcher(server.get("/").body());
    assertThat(main.find()).isTrue();
    script = main.group();
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  @Test
  void the_policy_of_the_page_names_the_very_import_map_it_comes_with()
      throws NoSuchAlgorithmException {
    RunningServer.Answer page = server.get("/");
    Matcher map =
        Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page.body());
    assertThat(map.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';");
    assertThat(page.body().replace(map.group(), "")).doesNotContain("style=\"", "onclick");
  }

  @Test
  void every_page_of_the_route_table_comes_with_the_same_strict_policy() {
    List<String> pages =
        server.routes().stream()
            .filter(line -> line.method().equals("GET") && line.path().endsWith("/"))
            .map(RouteTable.Line::path)
            .toList();
    assertThat(pages).contains("/", "/sign-in/", "/plan/", "/ca/");
    for (String path : pages) {
      RunningServer.Answer page = server.get(path);
      assertThat(page.header("Content-Type")).as(path).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy").replaceAll(" 'sha256-[^']{44}'", ""))
          .as(path)
          .isEqualTo(
              "default-src 'self'; script-src 'self'; worker-src 'self'; img-src 'self' data:"
                  + " blob:; media-src 'self' blob:; style-src 'self'; connect-src 'self';"
                  + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
                  + " 'none'");
      assertThat(page.header("Permissions-Policy")).contains("geolocation=(self)", "usb=()");
      assertThat(page.body()).as(path).doesNotContain(" style=\"", "<style", " onclick");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/site", "/api/grids", "/healthz", "/api/nothing", "/tiles/areas.json"})
  void every_answer_is_safe_to_show(String path) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src", "frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).isNotBlank();
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void a_file_is_packed_for_who_takes_that_and_is_the_same_either_way() throws Exception {
    HttpResponse<byte[]> plain = bytes(server.to(script));
    HttpResponse<byte[]> packed = bytes(server.to(script).header("Accept-Encoding", "gzip"));
    assertThat(plain.headers().map()).doesNotContainKey("Content-Encoding");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"app/missing.js", "app", "app/main.class", "../openapi.json", "index"})
  void a_file_that_is_not_there_is_a_problem_and_is_not_kept(String name) {
    String base = script.substring(0, script.indexOf("app/main.js"));
    RunningServer.Answer answer = server.get(base + name);
    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/x/../..%2f",
        "/static/x/..%2f..%2f..%2fetc/passwd",
        "/static/x/%2e%2e/%2e%2e/openapi.json",
        "/static/x/..\\..\\openapi.json",
        "/static/x/app/%00main.js",
        "/static/x/app;/main.js",
        "/static/x/%",
        "//etc/passwd"
      })
  void a_path_that_leads_out_of_the_pages_is_refused_as_it_was_sent(String path)
      throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1");
    assertThat(answer).matches(Pattern.compile("HTTP/1\\.1 40[04] .*", Pattern.DOTALL));
    assertThat(answer).doesNotContain("\"paths\"", "root:", "Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz", "/api/site", "/api/openapi.json"})
  void the_head_of_an_answer_is_that_answer_without_its_body(String path) {
    RunningServer.Answer head = server.send(server.to(path).method("HEAD", noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    RunningServer.Answer whole = server.get(path);
    for (String name : new String[] {"Content-Type", "Cache-Control", "ETag", "Content-Encoding"}) {
      assertThat(head.header(name)).as(name).isEqualTo(whole.header(name));
    }
  }

  @Test
  void the_head_of_what_is_not_there_or_not_allowed_says_so() {
    assertThat(server.send(server.to("/api/nothing").method("HEAD", noBody())).status())
        .isEqualTo(404);
    assertThat(server.send(server.to("/api/incidents").method("HEAD", noBody())).status())
        .isEqualTo(401);
    assertThat(server.send(server.to("/api/grids?limit=0").method("HEAD", noBody())).status())
        .isEqualTo(400);
    assertThat(server.send(server.to("/api/imports/areas").method("HEAD", noBody())).status())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE"})
  void a_method_that_an_address_does_not_take_is_told_as_such(String method) throws IOException {
    String answer = raw(method + " /api/site HTTP/1.1");
    assertThat(answer).startsWith("HTTP/1.1 405").contains("\"method-unknown\"");
  }

  @Test
  void an_empty_place_is_described_all_the_same() {
    var site = server.get("/api/site").json();
    assertThat(site.path("generated").asBoolean()).isFalse();
    assertThat(site.path("canRead")).isEmpty();
    assertThat(site.has("bounds")).isFalse();
    assertThat(site.path("timeZone").asText()).isEqualTo("Asia/Shanghai");
    assertThat(script).contains(site.path("buildId").asText());
    assertThat(server.get("/healthz").json().properties())
        .extracting(member -> entry(member.getKey(), member.getValue().asText()))
        .containsExactly(entry("status", "alive"));
  }

  @Test
  void tiles_are_described_by_tilejson_whose_own_version_may_be_kept() {
    RunningServer.Answer described = server.get("/tiles/areas.json");
    var tiles = described.json();
    assertThat(tiles.path("tilejson").asText()).startsWith("3.");
    assertThat(tiles.path("vector_layers")).isNotEmpty();
    assertThat(tiles.at("/tiles/0").asText()).startsWith("/tiles/areas/{z}/{x}/{y}.mvt?v=");
    RunningServer.Answer again =
        server.send(server.to("/tiles/areas.json").header("If-None-Match", tag(described)));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  private static String tag(RunningServer.Answer answer) {
    assertThat(answer.header("ETag")).startsWith("\"");
    return answer.header("ETag");
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }

  /** The whole answer to a request line that no client would send. */
  private static String raw(String line) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      String request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpResponse<byte[]> bytes(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
