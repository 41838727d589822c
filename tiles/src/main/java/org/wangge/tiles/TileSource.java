package org.wangge.tiles;

import java.util.List;
import java.util.Optional;
import org.wangge.geo.LatticeBox;

/**
 * A set of layers served as one tile: the base map, the areas. A value of one version of the data;
 * new data are a new source. Implementations are immutable and safe for use by many threads.
 */
public interface TileSource {

  /** In URLs and as part of cache keys: {@code base}, {@code areas}. */
  String id();

  /** Differs whenever a tile of it may differ. */
  String version();

  /** In the order in which tiles hold them. */
  List<TileLayer> layers();

  /** What its features cover, or nothing when it has none. */
  Optional<LatticeBox> bounds();

  /** From the first zoom of any layer to the last. */
  default ZoomRange zooms() {
    int min = layers().stream().mapToInt(layer -> layer.zooms().min()).min().orElse(0);
    int max = layers().stream().mapToInt(layer -> layer.zooms().max()).max().orElse(0);
    return new ZoomRange(min, max);
  }
}
