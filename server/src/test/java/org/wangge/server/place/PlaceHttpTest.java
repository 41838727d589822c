package org.wangge.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.LogWatch;
import org.wangge.server.RunningServer;

/** Places of the demonstration town over HTTP. */
class PlaceHttpTest {
  private static RunningServer server;
  private static LogWatch log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogWatch();
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(log.stackTraces()).isEmpty();
    log.close();
  }

  @Test
  void an_estate_leads_to_its_buildings_units_and_doors() {
    JsonNode estate = features("estates?limit=1").get(0);
    assertThat(estate.at("/geometry/type").asText()).isEqualTo("Polygon");
    assertThat(estate.at("/properties/nameZh").asText()).endsWith("小区");
    assertThat(estate.at("/properties/community").asText()).startsWith("990101");
    JsonNode buildings = features("buildings?estate=" + estate.path("id").asText());
    JsonNode building = buildings.get(0);
    for (JsonNode one : buildings) {
      assertThat(one.at("/properties/estate")).isEqualTo(estate.path("id"));
      building = one.at("/properties/households").asInt() > 0 ? one : building;
    }
    String inIt = "?building=" + building.path("id").asText();
    int households = building.at("/properties/households").asInt();
    int inUnits = 0;
    for (JsonNode unit : features("units" + inIt)) {
      inUnits += unit.at("/properties/households").asInt();
    }
    assertThat(inUnits).isEqualTo(households);
    JsonNode homes = features("households" + inIt);
    assertThat(homes).hasSize(households);
    assertThat(homes.get(0).at("/properties/door").asText()).isEqualTo("1单元101室");
  }

  @Test
  void every_kind_is_listed_and_one_of_it_is_found_again() {
    for (String kind :
        new String[] {
          "estates",
          "buildings",
          "units",
          "households",
          "streets",
          "street-edges",
          "street-numbers",
          "grounds",
          "points-of-interest"
        }) {
      JsonNode first = features(kind + "?limit=1").get(0);
      RunningServer.Answer same =
          server.get("/api/places/" + kind + "/" + first.path("id").asText());
      assertThat(same.json().path("properties")).as(kind).isEqualTo(first.path("properties"));
      assertThat(features(kind + "?limit=1&at=2001-01-01T00:00:00Z")).isEmpty();
    }
  }

  @Test
  void what_is_wrong_with_a_question_is_said() {
    requireProblem("/api/places/castles", 404, "place-kind-unknown");
    requireProblem("/api/places/estates/none", 404, "place-unknown");
    requireProblem("/api/places/estates?near=1,2", 400, "parameter-unknown");
  }

  @Test
  void doors_are_for_those_who_work_here(@TempDir Path folder) {
    try (RunningServer empty = RunningServer.empty(folder)) {
      assertThat(empty.get("/api/places/estates").status()).isEqualTo(200);
      assertThat(empty.get("/api/places/households").status()).isEqualTo(401);
      assertThat(empty.get("/api/places/units/none").status()).isEqualTo(401);
      assertThat(empty.getAsOwner("/api/places/households").status()).isEqualTo(200);
    }
  }

  private static JsonNode features(String path) {
    RunningServer.Answer answer = server.get("/api/places/" + path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    return answer.json().path("features");
  }

  private static void requireProblem(String path, int status, String code) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("mend").asText()).isNotBlank();
  }
}
