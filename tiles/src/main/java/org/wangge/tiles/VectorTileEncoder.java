package org.wangge.tiles;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticeBox;

/**
 * Makes the bytes of a tile by the Mapbox Vector Tile specification 2.1. The same source gives the
 * same bytes, on every machine. Has no state: safe for use by many threads.
 */
public final class VectorTileEncoder {
  /** How far lines and polygons reach over the tile's edge: 8 pixels of a screen. */
  public static final int BUFFER_PIXELS = 64;

  private static final MvtLayerParams PARAMS = new MvtLayerParams(TileCoord.EXTENT);

  /** The tile's bytes, not compressed; none where the source has nothing to show there. */
  public byte[] encode(TileSource source, TileCoord tile) {
    VectorTile.Tile.Builder message = VectorTile.Tile.newBuilder();
    for (TileLayer layer : source.layers()) {
      if (layer.zooms().contains(tile.z())) {
        addLayer(layer, tile, message);
      }
    }
    return message.build().toByteArray();
  }

  private static void addLayer(TileLayer layer, TileCoord tile, VectorTile.Tile.Builder message) {
    LatticeBox box = tile.bufferedBounds(BUFFER_PIXELS);
    TileGeometry geometry = new TileGeometry(tile, BUFFER_PIXELS, layer.detail());
    VectorTile.Tile.Layer.Builder out = MvtUtil.newLayerBuilder(layer.name(), PARAMS);
    MvtLayerProps properties = new MvtLayerProps();
    for (TileFeature feature : layer.features(tile.z(), box)) {
      geometry
          .fit(feature.geometry())
          .ifPresent(pixels -> out.addFeatures(encode(feature, pixels, properties)));
    }
    if (out.getFeaturesCount() > 0) {
      MvtUtil.writeProps(out, properties);
      message.addLayers(out);
    }
  }

  private static VectorTile.Tile.Feature encode(
      TileFeature feature, Geometry pixels, MvtLayerProps properties) {
    VectorTile.Tile.Feature.Builder out = VectorTile.Tile.Feature.newBuilder();
    out.setId(feature.id());
    feature
        .attributes()
        .forEach(
            (name, value) -> {
              out.addTags(properties.addKey(name));
              out.addTags(properties.addValue(value));
            });
    GeometryCommands.write(pixels, out);
    return out.build();
  }
}
