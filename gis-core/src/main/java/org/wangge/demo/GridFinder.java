package org.wangge.demo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;

/**
 * Which grid of the town holds a point, by the rule of {@link org.wangge.grid.GridIndex} with slots
 * in the order of codes.
 */
final class GridFinder {
  private final List<Entry> entries;

  GridFinder(List<Area> grids) {
    entries =
        grids.stream()
            .sorted((a, b) -> a.key().compareTo(b.key()))
            .flatMap(grid -> grid.shape().map(shape -> Entry.of(grid.code(), shape)).stream())
            .toList();
  }

  private record Entry(String code, Envelope box, IndexedPointInAreaLocator outline) {
    static Entry of(String code, LatticeShape shape) {
      return new Entry(
          code,
          shape.scaled().getEnvelopeInternal(),
          new IndexedPointInAreaLocator(shape.scaled()));
    }

    synchronized boolean holds(Coordinate point) {
      return box.contains(point) && outline.locate(point) != Location.EXTERIOR;
    }
  }

  Optional<String> at(LatticePoint point) {
    Coordinate coordinate = new Coordinate(point.lon(), point.lat());
    return entries.stream().filter(entry -> entry.holds(coordinate)).map(Entry::code).findFirst();
  }
}
