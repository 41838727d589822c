package org.wangge.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticeBox;

/**
 * What a map page must know of a tile source, by TileJSON 3.0.0.
 *
 * @param name shown to people
 * @param attribution who the data are from; perhaps empty
 * @param tiles URL template with {@code {z}}, {@code {x}} and {@code {y}}
 * @param zooms of all layers together
 * @param bounds what the features cover; nothing for a source that has none
 * @param vectorLayers in the order of the tiles
 */
public record TileJson(
    String name,
    String attribution,
    String tiles,
    ZoomRange zooms,
    Optional<LatticeBox> bounds,
    List<VectorLayer> vectorLayers) {

  /**
   * A layer within the tiles.
   *
   * @param id its name
   * @param zooms the zooms that have it
   * @param fields attribute to {@code String}, {@code Number} or {@code Boolean}
   */
  public record VectorLayer(String id, ZoomRange zooms, Map<String, String> fields) {
    private Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", id);
      map.put("minzoom", zooms.min());
      map.put("maxzoom", zooms.max());
      map.put("fields", fields);
      return map;
    }
  }

  public TileJson {
    vectorLayers = List.copyOf(vectorLayers);
  }

  /** Describes a source whose tiles are found by a URL template. */
  public static TileJson of(
      TileSource source, String name, String attribution, String urlTemplate) {
    List<VectorLayer> layers =
        source.layers().stream()
            .map(layer -> new VectorLayer(layer.name(), layer.zooms(), layer.fields()))
            .toList();
    return new TileJson(name, attribution, urlTemplate, source.zooms(), source.bounds(), layers);
  }

  /** The members of the JSON document, in its order: strings, numbers, lists and maps. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tilejson", "3.0.0");
    map.put("name", name);
    if (!attribution.isEmpty()) {
      map.put("attribution", attribution);
    }
    map.put("scheme", "xyz");
    map.put("tiles", List.of(tiles));
    map.put("minzoom", zooms.min());
    map.put("maxzoom", zooms.max());
    bounds.ifPresent(box -> map.put("bounds", degrees(box)));
    map.put("vector_layers", vectorLayers.stream().map(VectorLayer::toMap).toList());
    return map;
  }

  private static List<Double> degrees(LatticeBox box) {
    return List.of(
        Lattice.toDegrees(box.west()),
        Lattice.toDegrees(box.south()),
        Lattice.toDegrees(box.east()),
        Lattice.toDegrees(box.north()));
  }
}
