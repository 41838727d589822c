package org.wangge.tiles;

import java.util.List;
import java.util.Optional;
import org.wangge.geo.LatticeBox;

/** One layer of given features at all zooms. */
record FixedSource(String version, List<TileLayer> layers) implements TileSource {

  static FixedSource of(TileFeature... features) {
    return of(TileLayer.Detail.FULL, features);
  }

  static FixedSource of(TileLayer.Detail detail, TileFeature... features) {
    ZoomRange all = new ZoomRange(0, TileCoord.MAX_ZOOM);
    return new FixedSource("1", List.of(new PlainLayer("things", all, detail, List.of(features))));
  }

  @Override
  public String id() {
    return "fixed";
  }

  @Override
  public Optional<LatticeBox> bounds() {
    return Optional.empty();
  }
}
