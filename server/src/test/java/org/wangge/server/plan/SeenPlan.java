package org.wangge.server.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan as a client has it that reads it once and then keeps it up to date from the answers. */
final class SeenPlan {
  private static final Comparator<JsonNode> IN_ORDER =
      Comparator.comparingDouble((JsonNode grid) -> grid.at("/properties/labelPoint/0").asDouble())
          .thenComparingDouble(grid -> -grid.at("/properties/labelPoint/1").asDouble());

  private SeenPlan() {}

  /**
   * What a client has after an answer: the answer, if it is whole, else what it makes of before.
   */
  static JsonNode after(JsonNode before, JsonNode answer) {
    JsonNode since = answer.path("since");
    if (since.isMissingNode()) {
      return answer;
    }
    Map<String, JsonNode> grids = new HashMap<>();
    before.at("/grids/features").forEach(grid -> grids.put(grid.path("id").asText(), grid));
    since.path("gone").forEach(id -> grids.remove(id.asText()));
    answer.at("/grids/features").forEach(grid -> grids.put(grid.path("id").asText(), grid));
    ObjectNode now = answer.deepCopy();
    List<JsonNode> edits = new ArrayList<>();
    before.path("edits").forEach(edits::add);
    edits.subList(since.path("edits").asInt(), edits.size()).clear();
    answer.path("edits").forEach(edits::add);
    ArrayNode features = now.withObject("/grids").putArray("features");
    grids.values().stream().sorted(IN_ORDER).forEach(features::add);
    now.putArray("edits").addAll(edits);
    return now;
  }
}
