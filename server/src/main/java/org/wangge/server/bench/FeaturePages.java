package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads lists of features that are answered by pages. */
final class FeaturePages {
  private static final int PAGE = 5_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private FeaturePages() {}

  /**
   * Shows each feature of a list, in its order.
   *
   * @param path with a query, without a page
   */
  static void each(Door.Line line, String path, Consumer<JsonNode> shown) throws IOException {
    String cursor = "";
    do {
      String after = cursor.isEmpty() ? "" : "&cursor=" + cursor;
      JsonNode page = JSON.readTree(line.send("GET", path + "&limit=" + PAGE + after, "").body());
      page.path("features").forEach(shown);
      cursor = page.path("next").isTextual() ? page.path("next").asText() : "";
    } while (!cursor.isEmpty());
  }
}
