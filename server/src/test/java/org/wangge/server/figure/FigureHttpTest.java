package org.wangge.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigureHttpTest {
  private final Map<String, Integer> lengths = new HashMap<>();
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    PastTown.golden(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode get(String path) {
    Answer answer = server.send(server.as("supervisor", path));
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String share(JsonNode table, String figure) {
    JsonNode value = table.at("/total/figures/" + figure);
    return value.path("numerator") + "/" + value.path("denominator") + "=" + value.path("percent");
  }

  @Test
  void the_golden_case_comes_out_with_its_denominators() {
    JsonNode table = get("/api/kpi?period=quarter&day=2015-02-03");
    Map<String, Integer> counts =
        Map.of("received", 1_054, "filed", 996, "due", 972, "closed", 911, "on-time", 737);
    counts.forEach(
        (figure, count) ->
            assertThat(table.at("/total/figures/" + figure + "/numerator").asInt())
                .as(figure)
                .isEqualTo(count));
    assertThat(share(table, "closing-rate")).isEqualTo("911/972=93.72");
    assertThat(share(table, "on-time-rate")).isEqualTo("737/972=75.82");
  }

  @Test
  void the_second_golden_case_comes_out_of_forty_thousand_reports() {
    long began = System.nanoTime();
    PastTown.many(server);
    System.out.printf("loaded in %d ms%n", (System.nanoTime() - began) / 1_000_000);
    began = System.nanoTime();
    JsonNode table = get("/api/kpi?period=quarter&day=2016-03-31");
    System.out.printf("read in %d ms%n", (System.nanoTime() - began) / 1_000_000);
    assertThat(share(table, "response-rate")).isEqualTo("40214/42702=94.17");
    assertThat(share(table, "handling-rate")).as("of nothing").isEqualTo("0/0=null");
  }

  @Test
  void every_number_of_every_group_opens_a_list_that_is_as_long() {
    for (String by :
        new String[] {
          "community",
          "partition:police-beat",
          "department",
          "person",
          "category",
          "channel",
          "priority"
        }) {
      JsonNode table = get("/api/kpi?period=month&by=" + by);
      assertThat(table.path("groups")).as(by).isNotEmpty();
      check(table.path("total"), by);
      table.path("groups").forEach(group -> check(group, by + " " + group.path("key")));
    }
    System.out.println(lengths.size() + " lists");
  }

  private void check(JsonNode counted, String what) {
    Iterator<Map.Entry<String, JsonNode>> figures = counted.path("figures").fields();
    while (figures.hasNext()) {
      Map.Entry<String, JsonNode> one = figures.next();
      JsonNode value = one.getValue();
      if (!one.getKey().equals("handling-minutes")) {
        assertThat(length(value.path("list")))
            .as(what + one)
            .isEqualTo(value.path("numerator").asInt());
      }
      if (value.has("denominator")) {
        assertThat(length(value.path("of")))
            .as(what + one)
            .isEqualTo(value.path("denominator").asInt());
      }
    }
  }

  private int length(JsonNode link) {
    return lengths.computeIfAbsent(link.asText(), path -> length(path));
  }

  private int length(String path) {
    JsonNode list = get(path);
    assertThat(list.path("total").asInt()).isEqualTo(list.path("cases").size());
    return list.path("cases").size();
  }
}
