package org.wangge.tiles;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map.
 *
 * @param id stable across versions of the data and unique in its layer, 0 to 2^53 − 1, so that a
 *     page can keep it (in JavaScript) as the feature that is chosen
 * @param geometry points, lines or polygons of one dimension, in lattice units; not to be changed
 * @param attributes what the tile says of it
 * @param minZoom first zoom that shows it, where that is later than its layer's
 */
public record TileFeature(long id, Geometry geometry, Attributes attributes, int minZoom) {
  /** The largest whole number that JavaScript counts exactly. */
  public static final long MAX_ID = (1L << 53) - 1;

  public TileFeature {
    if (id < 0 || id > MAX_ID) {
      throw new IllegalArgumentException("id out of range: " + id);
    }
  }

  /** A feature that is shown at every zoom of its layer. */
  public static TileFeature of(long id, Geometry geometry, Map<String, ?> attributes) {
    return new TileFeature(id, geometry, Attributes.of(attributes), 0);
  }

  public TileFeature from(int firstZoom) {
    return new TileFeature(id, geometry, attributes, firstZoom);
  }

  TileFeature withGeometry(Geometry other) {
    return new TileFeature(id, other, attributes, minZoom);
  }
}
