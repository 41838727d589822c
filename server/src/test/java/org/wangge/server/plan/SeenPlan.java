package org.wangge.server.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan as a client has it that reads it once and then keeps it up to date from the answers. */
final class SeenPlan {
  private final Map<String, JsonNode> grids;
  private final List<String> edits;
  private int version;
  private int told;

  SeenPlan(JsonNode whole) {
    grids = gridsOf(whole);
    edits = editsOf(whole);
    version = whole.path("version").asInt();
  }

  void took(JsonNode answer) {
    JsonNode since = answer.path("since");
    since.path("gone").forEach(id -> grids.remove(id.asText()));
    grids.putAll(gridsOf(answer));
    edits.subList(since.path("edits").asInt(), edits.size()).clear();
    edits.addAll(editsOf(answer));
    version = answer.path("version").asInt();
    told = answer.at("/grids/features").size();
  }

  int version() {
    return version;
  }

  /** How many grids the last answer told of. */
  int told() {
    return told;
  }

  Map<String, JsonNode> grids() {
    return grids;
  }

  List<String> edits() {
    return edits;
  }

  static Map<String, JsonNode> gridsOf(JsonNode plan) {
    Map<String, JsonNode> grids = new TreeMap<>();
    plan.at("/grids/features").forEach(grid -> grids.put(grid.path("id").asText(), grid));
    return grids;
  }

  static List<String> editsOf(JsonNode plan) {
    return new ArrayList<>(plan.path("edits").findValuesAsText("seq"));
  }
}
