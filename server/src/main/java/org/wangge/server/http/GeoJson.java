package org.wangge.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.geo.Position;
import org.wangge.geo.RawOutline;

/** Reads outlines of GeoJSON requests as they are, without judging them. */
public final class GeoJson {
  private GeoJson() {}

  /**
   * The rings of a Polygon or MultiPolygon.
   *
   * @param place of the geometry within the request, for the answer
   */
  public static RawOutline outline(String place, JsonNode geometry) {
    String type = geometry.path("type").asText("");
    JsonNode coordinates = geometry.path("coordinates");
    if (type.equals("Polygon")) {
      return new RawOutline(List.of(rings(place, coordinates)));
    }
    if (type.equals("MultiPolygon")) {
      List<List<List<Position>>> parts = new ArrayList<>();
      for (JsonNode part : array(place, coordinates)) {
        parts.add(rings(place, part));
      }
      return new RawOutline(parts);
    }
    throw new Malformed(place + ".type", "geometry-type", Map.of("given", type));
  }

  private static List<List<Position>> rings(String place, JsonNode node) {
    List<List<Position>> rings = new ArrayList<>();
    for (JsonNode ring : array(place, node)) {
      List<Position> vertices = new ArrayList<>();
      for (JsonNode vertex : array(place, ring)) {
        vertices.add(vertex(place, vertex));
      }
      rings.add(vertices);
    }
    return rings;
  }

  private static Position vertex(String place, JsonNode node) {
    if (!node.isArray() || node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw new Malformed(place + ".coordinates", "coordinates-malformed", Map.of());
    }
    return new Position(node.get(0).doubleValue(), node.get(1).doubleValue());
  }

  private static JsonNode array(String place, JsonNode node) {
    if (!node.isArray()) {
      throw new Malformed(place + ".coordinates", "coordinates-malformed", Map.of());
    }
    return node;
  }
}
