package org.wangge.tiles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wangge.geo.LatticeBox;

/**
 * The base map as tiles: layers {@code water}, {@code green}, {@code block}, {@code building} and
 * {@code street}. Immutable; safe for use by many threads.
 */
public final class BaseMapTiles implements TileSource {
  /**
   * An eighth of a screen pixel more or less is not seen, and smaller than 2 × 2 pixels neither.
   */
  private static final TileLayer.Detail GROUND = new TileLayer.Detail(2, 16);

  private static final TileLayer.Detail LINES = new TileLayer.Detail(2, 0);

  private final String version;
  private final List<PlainLayer> layers;

  private BaseMapTiles(String version, List<PlainLayer> layers) {
    this.version = version;
    this.layers = layers;
  }

  /**
   * The tiles of one version of the base map.
   *
   * @param version differs whenever the map does
   */
  public static BaseMapTiles of(String version, BaseMap map, BaseMapZooms zooms) {
    List<TileFeature> streets =
        map.streets().stream().map(street -> street.from(firstZoom(street, zooms))).toList();
    return new BaseMapTiles(
        version,
        List.of(
            new PlainLayer("water", zooms.water(), GROUND, map.water()),
            new PlainLayer("green", zooms.green(), GROUND, map.green()),
            new PlainLayer("block", zooms.block(), GROUND, map.blocks()),
            new PlainLayer("building", zooms.building(), GROUND, map.buildings()),
            new PlainLayer("street", zooms.street(), LINES, streets)));
  }

  private static int firstZoom(TileFeature street, BaseMapZooms zooms) {
    Object streetClass = street.attributes().values().getOrDefault("class", "");
    return Math.max(street.minZoom(), zooms.firstOfStreet(streetClass));
  }

  @Override
  public String id() {
    return "base";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<TileLayer> layers() {
    return List.copyOf(layers);
  }

  @Override
  public Optional<LatticeBox> bounds() {
    Stream<LatticeBox> boxes = layers.stream().flatMap(layer -> layer.bounds().stream());
    return boxes.reduce(LatticeBox::union);
  }
}
