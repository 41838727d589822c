package org.wangge.tiles;

import java.util.List;

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
}
