package org.wangge.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** The search for places of the demonstration town over HTTP. */
class AddressHttpTest {
  private static RunningServer server;
  private static LogWatch log;

  @BeforeAll
  static void start(@TempDir Path folder) throws InterruptedException {
    log = new LogWatch();
    server = RunningServer.withTown(folder);
    long giveUp = System.nanoTime() + 30_000_000_000L;
    while (hits(search("小区")).isEmpty() && System.nanoTime() < giveUp) {
      Thread.sleep(50);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  @Test
  void a_building_is_found_by_name_initials_and_pinyin_and_lies_in_its_grid() {
    JsonNode building = hits(search("望峰小区10栋")).get(0);
    assertThat(building.path("label").asText()).isEqualTo("望峰小区10栋");
    assertThat(building.path("kind").asText()).isEqualTo("building");
    assertThat(building.path("exactness").asText()).isEqualTo("exact");
    assertThat(building.path("missing").asText()).isEmpty();
    assertThat(building.path("score").asDouble()).isEqualTo(1);
    assertThat(building.path("nameZh").isTextual()).isTrue();
    assertThat(building.path("nameEn").isTextual()).isTrue();
    double lon = building.path("location").get(0).asDouble();
    double lat = building.path("location").get(1).asDouble();
    JsonNode at = server.get("/api/grids/at?lon=" + lon + "&lat=" + lat).json();
    assertThat(at.toString()).contains("\"" + building.path("grid").asText() + "\"");
    assertThat(hits(search("wfxq10d")).get(0).path("id")).isEqualTo(building.path("id"));
    assertThat(hits(search("望峰xq10dong")).get(0).path("id")).isEqualTo(building.path("id"));
    assertThat(hits(search("wangfengxiaoqu10")).get(0).path("exactness").asText())
        .isEqualTo("pinyin");
  }

  @Test
  void a_street_is_found_in_both_languages_and_an_area_by_its_initials() {
    JsonNode zh = hits(search("望溪大道")).get(0);
    assertThat(zh.path("kind").asText()).isEqualTo("street");
    assertThat(hits(search("wangxi avenue")).get(0).path("id")).isEqualTo(zh.path("id"));
    JsonNode area = hits(search("xbsq")).get(0);
    assertThat(area.path("kind").asText()).isEqualTo("area");
    assertThat(area.path("detail").asText()).isEqualTo("community");
    assertThat(area.path("id").asText()).isEqualTo("990101001001");
  }

  @Test
  void the_nearer_of_equally_good_hits_comes_first() {
    JsonNode far = hits(search("1栋") + "&limit=50").get(8);
    String near = far.path("location").get(0) + "," + far.path("location").get(1);
    JsonNode first = hits(search("1栋") + "&near=" + near).get(0);
    assertThat(first.path("id")).isEqualTo(far.path("id"));
    assertThat(hits(search("1栋") + "&limit=3")).hasSize(3);
  }

  @Test
  void a_malformed_search_is_refused_with_what_is_wrong() {
    requireProblem("/api/places/search", "parameter-missing", "q");
    requireProblem("/api/places/search?q=%20", "parameter-missing", "q");
    requireProblem("/api/places/search?q=" + "a".repeat(101), "parameter-too-long", "q");
    requireProblem(search("a") + "&limit=51", "number-out-of-range", "limit");
    requireProblem(search("a") + "&fuzzy=1", "parameter-unknown", "fuzzy");
    for (String near : new String[] {"1", "1,2,3", "a,b", "200,95", "NaN,1", ",", "0x1p3,1"}) {
      requireProblem(search("a") + "&near=" + near, "near-malformed", "near");
    }
  }

  @Test
  void a_resident_may_search_too(@TempDir Path folder) {
    try (RunningServer empty = RunningServer.empty(folder)) {
      RunningServer.Answer answer = empty.get(search("世茂"));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json().path("hits")).isEmpty();
      assertThat(answer.json().path("tookMicros").isIntegralNumber()).isTrue();
      assertThat(answer.header("Cache-Control")).contains("private");
    }
  }

  private static String search(String text) {
    return "/api/places/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode hits(String path) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("hits");
  }

  private static void requireProblem(String path, String code, String field) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
    assertThat(answer.json().path("mend").asText()).isNotBlank();
  }
}
