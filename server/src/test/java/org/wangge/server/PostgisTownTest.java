package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.Ordinates;
import org.wangge.server.storage.PostgisServer;

/** The whole program on PostgreSQL with PostGIS. */
class PostgisTownTest {
  private static final double LON = 112.6139;
  private static final double LAT = 28.9186;

  @TempDir Path folder;

  @Test
  void the_town_answers_the_same_on_postgis_and_is_not_loaded_twice() {
    String database = PostgisServer.freshDatabase();
    int incidents;
    String grid;
    try (RunningServer server = RunningServer.withTownOnPostgis(folder, database)) {
      grid = gridAt(server, LON, LAT, "EPSG:4326");
      assertThat(grid).matches("990101[0-9]{9}");
      Ordinates shifted = CoordinateSystems.parse("GCJ-02").fromWgs84(LON, LAT);
      assertThat(gridAt(server, shifted.x(), shifted.y(), "GCJ-02")).isEqualTo(grid);
      assertThat(server.get("/api/grids/at?lon=112.7&lat=28.9186").status()).isEqualTo(404);
      incidents = count(server, "/api/incidents?limit=5000");
      assertThat(incidents).isGreaterThan(500);
      assertThat(count(server, "/api/grids?level=grid&geometry=none")).isEqualTo(40);
    }
    try (RunningServer again = RunningServer.withTownOnPostgis(folder, database)) {
      assertThat(gridAt(again, LON, LAT, "EPSG:4326")).isEqualTo(grid);
      assertThat(count(again, "/api/grids?level=grid&geometry=none")).isEqualTo(40);
      assertThat(count(again, "/api/incidents?limit=5000"))
          .as("only what was reported in the seconds between may have come")
          .isBetween(incidents, incidents + 5);
    }
  }

  @Test
  void what_postgresql_cannot_keep_is_refused_before_it_is_asked() {
    String database = PostgisServer.freshDatabase();
    try (LogWatch log = new LogWatch();
        RunningServer server = RunningServer.onPostgis(folder, database)) {
      String area =
          "{\"type\":\"Feature\",\"properties\":{\"code\":\"990101\",\"level\":\"district\",";
      for (String rest :
          new String[] {
            "\"name\":\"a\\u0000\"}}",
            "\"name\":\"a\\ud800\"}}",
            "\"name\":\"a\",\"validFrom\":\"+300000-01-01T00:00:00Z\"}}"
          }) {
        assertThat(server.post(server.asOwner("/api/grids"), area + rest).status())
            .as(rest)
            .isEqualTo(400);
      }
      assertThat(server.get("/api/grids?q=%00").status()).isEqualTo(400);
      assertThat(server.get("/api/grids?at=9999-12-31T23:59:59Z").status()).isEqualTo(200);
      assertThat(server.get("/api/grids?known=0001-01-01T00:00:00Z").status()).isEqualTo(200);
      assertThat(log.stackTraces()).isEmpty();
    }
  }

  private static String gridAt(RunningServer server, double x, double y, String crs) {
    JsonNode chain =
        server.get("/api/grids/at?lon=" + x + "&lat=" + y + "&crs=" + crs).json().path("chain");
    for (JsonNode link : chain) {
      if (link.path("level").asText().equals("grid")) {
        return link.path("code").asText();
      }
    }
    return "none";
  }

  private static int count(RunningServer server, String path) {
    return server.get(path).json().path("features").size();
  }
}
