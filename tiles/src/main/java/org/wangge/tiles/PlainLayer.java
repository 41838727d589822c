package org.wangge.tiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.geo.LatticeBox;

/** A layer of features that share no borders with one another: buildings, streets, labels. */
final class PlainLayer implements TileLayer {
  private final String name;
  private final ZoomRange zooms;
  private final Detail detail;
  private final FeatureIndex index;
  private final Map<String, String> fields;

  PlainLayer(String name, ZoomRange zooms, Detail detail, List<TileFeature> features) {
    this.name = name;
    this.zooms = zooms;
    this.detail = detail;
    this.index = new FeatureIndex(features);
    this.fields = Fields.of(features);
  }

  Optional<LatticeBox> bounds() {
    return index.bounds();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ZoomRange zooms() {
    return zooms;
  }

  @Override
  public Map<String, String> fields() {
    return fields;
  }

  @Override
  public Detail detail() {
    return detail;
  }

  @Override
  public List<TileFeature> features(int zoom, LatticeBox box) {
    return index.query(zoom, box);
  }
}
