package org.wangge.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Level;

/**
 * The areas of one coverage version as tiles: for each level a layer named by its word with the
 * outlines, and a layer {@code <word>-label} with one point an area. Immutable; safe for use by
 * many threads.
 */
public final class AreaTiles implements TileSource {
  private final String version;
  private final List<TileLayer> layers;
  private final Optional<LatticeBox> bounds;

  private AreaTiles(String version, List<TileLayer> layers, Optional<LatticeBox> bounds) {
    this.version = version;
    this.layers = List.copyOf(layers);
    this.bounds = bounds;
  }

  /**
   * The tiles of one coverage version.
   *
   * @param version of the coverage
   * @param areas as valid at one instant; those without outline have only a label, at their anchor,
   *     and those without either are in no tile
   * @param verdict the size rule's word on an area: {@code within}, {@code below}, {@code above} or
   *     {@code none}
   */
  public static AreaTiles of(
      String version, List<Area> areas, Function<Area, String> verdict, AreaZooms zooms) {
    List<TileLayer> layers = new ArrayList<>();
    List<LatticeBox> boxes = new ArrayList<>();
    zooms
        .byLevel()
        .forEach(
            (level, range) -> {
              List<Area> ofLevel = areas.stream().filter(area -> area.level() == level).toList();
              CoverageLayer outlines = outlines(level, range, ofLevel, verdict);
              PlainLayer labels = labels(level, range, ofLevel, verdict);
              layers.add(outlines);
              layers.add(labels);
              outlines.bounds().ifPresent(boxes::add);
              labels.bounds().ifPresent(boxes::add);
            });
    return new AreaTiles(version, layers, boxes.stream().reduce(LatticeBox::union));
  }

  /** Areas of different partitions lie over one another, so each partition is its own coverage. */
  private static CoverageLayer outlines(
      Level level, ZoomRange range, List<Area> areas, Function<Area, String> verdict) {
    Map<String, List<TileFeature>> byPartition = new TreeMap<>();
    for (Area area : areas) {
      area.shape()
          .ifPresent(
              shape ->
                  byPartition
                      .computeIfAbsent(area.key().partition(), partition -> new ArrayList<>())
                      .add(outline(area, shape, verdict.apply(area))));
    }
    return new CoverageLayer(level.word(), range, List.copyOf(byPartition.values()));
  }

  private static TileFeature outline(Area area, LatticeShape shape, String verdict) {
    return TileFeature.of(AreaIds.of(area.key()), shape.scaled(), attributes(area, verdict));
  }

  private static PlainLayer labels(
      Level level, ZoomRange range, List<Area> areas, Function<Area, String> verdict) {
    List<TileFeature> labels = new ArrayList<>();
    for (Area area : areas) {
      labelPoint(area).ifPresent(point -> labels.add(label(area, point, verdict.apply(area))));
    }
    return new PlainLayer(level.word() + "-label", range, TileLayer.Detail.FULL, labels);
  }

  private static Optional<LatticePoint> labelPoint(Area area) {
    return area.anchor().or(() -> area.shape().map(LatticeShape::labelPoint));
  }

  private static TileFeature label(Area area, LatticePoint at, String verdict) {
    return TileFeature.of(
        AreaIds.of(area.key()), LatticeGeometry.point(at), attributes(area, verdict));
  }

  /** The same for outline and label, so that a style can write what it colours. */
  private static Map<String, Object> attributes(Area area, String verdict) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("code", area.code());
    attributes.put("name", area.name());
    attributes.put("partition", area.key().partition());
    attributes.put("kind", area.kind().word());
    attributes.put("households", area.households());
    attributes.put("verdict", verdict);
    return attributes;
  }

  /**
   * Simplifies the outlines for all zooms, which otherwise the first request of each zoom does. For
   * a background thread after start; may be left out.
   */
  public void prepare() {
    for (TileLayer layer : layers) {
      if (layer instanceof CoverageLayer coverage) {
        coverage.prepare();
      }
    }
  }

  @Override
  public String id() {
    return "areas";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<TileLayer> layers() {
    return layers;
  }

  @Override
  public Optional<LatticeBox> bounds() {
    return bounds;
  }
}
