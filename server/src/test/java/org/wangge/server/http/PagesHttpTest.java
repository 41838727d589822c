package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.server.RunningServer;

/** The page, its files, the tiles and what every answer carries. */
class PagesHttpTest {
  private static RunningServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_page_comes_with_a_policy_that_allows_only_its_own_import_map() {
    RunningServer.Answer page = server.get("/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .containsPattern("script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("{{").contains("/static/");
  }

  @Test
  void files_may_be_kept_for_ever_under_the_build_that_made_them_only() {
    Matcher script =
        Pattern.compile("(/static/[^/]+)(/app/main\\.js)").matcher(server.get("/").body());
    assertThat(script.find()).isTrue();
    RunningServer.Answer ours = server.get(script.group());
    assertThat(ours.header("Cache-Control")).contains("immutable");
    assertThat(ours.header("Content-Type")).startsWith("text/javascript");
    assertThat(ours.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(server.get("/static/other" + script.group(2)).header("Cache-Control"))
        .isEqualTo("no-cache");
    RunningServer.Answer again =
        server.send(server.to(script.group()).header("If-None-Match", ours.header("ETag")));
    assertThat(again.status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/x/../index.html",
        "/static/x/..%2f..%2flogback.xml",
        "/static/x/app/../../openapi.json",
        "/static/x//etc/passwd",
        "/static/x/app/main.class",
        "/styles/..%2findex.json",
        "/nowhere"
      })
  void what_is_no_file_of_the_pages_is_a_problem_and_never_a_file(String path) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.body()).doesNotContain("<configuration>", "\"paths\"", "<!doctype");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "field"})
  void a_page_for_thin_networks_begins_with_one_script_and_one_style_sheet(String name) {
    String page = server.get("/" + name + "/").body();
    assertThat(page).doesNotContain("modulepreload").containsOnlyOnce("rel=\"stylesheet\"");
    assertThat(page.split("<script type=\"module\"", -1)).as("it, and what asks ahead").hasSize(3);
    Matcher joined = Pattern.compile("(/static/[^/]+)/joined/" + name + "\\.zh\\.js").matcher(page);
    assertThat(joined.find()).isTrue();
    String script = server.get(joined.group()).body();
    assertThat(script)
        .contains("'hand.loading': '正在读取…'")
        .doesNotContainPattern("(?m)^import \\{")
        .doesNotContain("/**");
    Matcher mapped = Pattern.compile("\"(/static/[^\"]+)\":\"([^\"]+)\"").matcher(page);
    int found = 0;
    while (mapped.find()) {
      found++;
      assertThat(mapped.group(2)).isEqualTo(joined.group());
      String alone = server.get(mapped.group(1)).body();
      Matcher exported =
          Pattern.compile("(?m)^export (?:const|function|async function) (\\w+)").matcher(alone);
      while (exported.find()) {
        assertThat(script).containsPattern("export const \\{[^}]*\\b" + exported.group(1) + "\\b");
      }
    }
    assertThat(found).isGreaterThan(8);
    assertThat(server.get(joined.group(1) + "/joined/" + name + ".zh.css").body())
        .contains(".hand-head")
        .doesNotContain("/*");
    RunningServer.Answer english =
        server.send(server.to("/" + name + "/").header("Accept-Language", "en-GB,en"));
    assertThat(english.body()).contains("/joined/" + name + ".en.js");
    assertThat(english.header("Vary")).contains("Accept-Language");
    assertThat(server.get(joined.group(1) + "/joined/" + name + ".en.js").body())
        .contains("'hand.loading': 'Loading…'");
    assertThat(server.get(joined.group(1) + "/joined/desk.zh.js").status()).isEqualTo(404);
  }

  @Test
  void scripts_and_style_sheets_come_without_comments_line_by_line_and_with_light_heads() {
    Matcher base = Pattern.compile("/static/[^/]+/").matcher(server.get("/").body());
    assertThat(base.find()).isTrue();
    RunningServer.Answer script = server.get(base.group() + "app/store.js");
    assertThat(script.body())
        .startsWith("\n\n\n")
        .contains("export function createStore(first, reduce) {")
        .doesNotContain("/**", "@param");
    assertThat(script.header("Content-Security-Policy")).isEmpty();
    assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
    RunningServer.Answer worker = server.get(base.group() + "app/live-worker.js");
    assertThat(worker.header("Content-Security-Policy")).contains("connect-src 'self'");
    assertThat(worker.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void an_unknown_method_is_told_as_such() {
    RunningServer.Answer answer = server.send(server.to("/api/site").DELETE());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.json().path("code").asText()).isEqualTo("method-unknown");
  }

  @Test
  void a_tile_is_packed_or_plain_kept_by_version_and_absent_where_nothing_is() throws Exception {
    String template = server.get("/tiles/areas.json").json().at("/tiles/0").asText();
    assertThat(template).startsWith("/tiles/areas/{z}/{x}/{y}.mvt?v=");
    String tile = template.replace("{z}", "12").replace("{x}", "3329").replace("{y}", "1703");
    HttpResponse<byte[]> plain = bytes(server.to(tile));
    HttpResponse<byte[]> packed = bytes(server.to(tile).header("Accept-Encoding", "gzip"));
    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.body().length).isLessThan(plain.body().length);
    String etag = plain.headers().firstValue("ETag").orElseThrow();
    assertThat(bytes(server.to(tile).header("If-None-Match", etag)).statusCode()).isEqualTo(304);
    assertThat(bytes(server.to("/tiles/areas/12/1/1.mvt")).statusCode()).isEqualTo(204);
    assertThat(server.get("/tiles/areas/2/9/0.mvt").status()).isEqualTo(404);
    assertThat(server.get("/tiles/nothing.json").json().path("code").asText())
        .isEqualTo("layer-unknown");
  }

  @Test
  void the_site_says_that_the_town_is_generated_and_what_the_caller_may_read() {
    var site = server.get("/api/site").json();
    assertThat(site.path("generated").asBoolean()).isTrue();
    assertThat(site.path("canRead").toString())
        .isEqualTo(
            "[\"cameras\",\"emergencies\",\"incidents\",\"pictures\",\"positions\",\"tracks\"]");
    assertThat(site.path("bounds")).hasSize(4);
    assertThat(server.get("/healthz").status()).isEqualTo(200);
    assertThat(server.get("/readyz").json().path("status").asText()).isEqualTo("ready");
  }

  private static HttpResponse<byte[]> bytes(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
