package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings;

class OpenApiTest {
  @TempDir Path folder;

  @Test
  void the_document_names_every_route_that_serves_and_who_may_use_it_and_no_other()
      throws Exception {
    Map<String, String> served = new TreeMap<>();
    Settings settings =
        new Settings("127.0.0.1", 0, folder, null, Settings.Demonstration.NONE, Settings.CHINA);
    try (DataFolder held = DataFolder.open(folder).orElseThrow();
        App app = App.start(settings, held, Clock.systemUTC())) {
      app.routes()
          .forEach(
              line ->
                  served.put(
                      line.method().toLowerCase(Locale.ROOT)
                          + " "
                          + line.path().replace('<', '{').replace('>', '}'),
                      line.right().name()));
    }
    assertThat(documented()).isEqualTo(served);
  }

  private static Map<String, String> documented() throws Exception {
    Map<String, String> documented = new TreeMap<>();
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.json")) {
      JsonNode paths = new ObjectMapper().readTree(in).path("paths");
      for (Map.Entry<String, JsonNode> path : paths.properties()) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          documented.put(
              operation.getKey() + " " + path.getKey(),
              operation.getValue().path("x-access").asText());
        }
      }
    }
    return documented;
  }
}
