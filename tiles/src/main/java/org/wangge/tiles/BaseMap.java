package org.wangge.tiles;

import java.util.List;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Street;

/**
 * The ground below the areas, as far as it is known. Geometries are in lattice units.
 *
 * @param water polygons of water, or lines of streams; attributes as their source has them
 * @param green parks and other planted ground
 * @param blocks ground between streets, by use of land
 * @param buildings footprints, with {@code height} in metres
 * @param streets middle lines, with {@code class}, {@code name_zh} and {@code name_en}
 */
public record BaseMap(
    List<TileFeature> water,
    List<TileFeature> green,
    List<TileFeature> blocks,
    List<TileFeature> buildings,
    List<TileFeature> streets) {

  public BaseMap {
    water = List.copyOf(water);
    green = List.copyOf(green);
    blocks = List.copyOf(blocks);
    buildings = List.copyOf(buildings);
    streets = List.copyOf(streets);
  }

  /** The base map of registered places; each piece of ground in the layer of its kind. */
  public static BaseMap of(List<Street> streets, List<Building> buildings, List<Ground> grounds) {
    return new BaseMap(
        PlaceFeatures.grounds(grounds, GroundKind.Layer.WATER),
        PlaceFeatures.grounds(grounds, GroundKind.Layer.GREEN),
        PlaceFeatures.grounds(grounds, GroundKind.Layer.BLOCK),
        PlaceFeatures.buildings(buildings),
        PlaceFeatures.streets(streets));
  }
}
