package org.wangge.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticeBox;

/**
 * A layer of areas that share borders, and keep sharing them when simplified.
 *
 * <p>Simplifying each polygon by itself would draw a shared border twice, differently. So each
 * coverage is simplified as a whole, once for each low zoom, the first time that zoom is asked for,
 * and then kept (half a second for 8,256 grids of 60 vertices). From {@link #FULL_DETAIL_ZOOM} on,
 * where simplifying takes away hardly a vertex of such grids, the outlines are used as they are.
 */
final class CoverageLayer implements TileLayer {
  /** The first zoom with every vertex: a pixel is 0.5 m there. */
  static final int FULL_DETAIL_ZOOM = 14;

  /** Half a pixel of a screen that shows a tile 512 wide. */
  static final double TOLERANCE_PIXELS = 4;

  private final String name;
  private final ZoomRange zooms;
  private final List<List<TileFeature>> coverages;
  private final FeatureIndex full;
  private final Map<String, String> fields;
  private final Map<Integer, FeatureIndex> simplified = new ConcurrentHashMap<>();

  /**
   * @param coverages sets of areas that do not overlap within a set; each is simplified by itself
   */
  CoverageLayer(String name, ZoomRange zooms, List<List<TileFeature>> coverages) {
    List<TileFeature> all = coverages.stream().flatMap(List::stream).toList();
    this.name = name;
    this.zooms = zooms;
    this.coverages = coverages.stream().<List<TileFeature>>map(List::copyOf).toList();
    this.full = new FeatureIndex(all);
    this.fields = Fields.of(all);
  }

  Optional<LatticeBox> bounds() {
    return full.bounds();
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
    return Detail.FULL;
  }

  @Override
  public List<TileFeature> features(int zoom, LatticeBox box) {
    return forZoom(zoom).query(zoom, box);
  }

  /** Simplifies for every zoom that needs it, so that no request has to wait for it. */
  void prepare() {
    for (int zoom = zooms.min(); zoom <= zooms.max(); zoom++) {
      forZoom(zoom);
    }
  }

  private FeatureIndex forZoom(int zoom) {
    return zoom >= FULL_DETAIL_ZOOM ? full : simplified.computeIfAbsent(zoom, this::simplify);
  }

  private FeatureIndex simplify(int zoom) {
    double tolerance = TOLERANCE_PIXELS * TileProjection.unitsPerPixel(zoom);
    List<TileFeature> features = new ArrayList<>();
    for (List<TileFeature> coverage : coverages) {
      Geometry[] outlines = coverage.stream().map(TileFeature::geometry).toArray(Geometry[]::new);
      Geometry[] simple = CoverageSimplifier.simplify(outlines, tolerance);
      for (int i = 0; i < simple.length; i++) {
        features.add(coverage.get(i).withGeometry(simple[i]));
      }
    }
    return new FeatureIndex(features);
  }
}
