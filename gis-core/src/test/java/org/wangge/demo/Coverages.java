package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.wangge.grid.Area;

/** Judges, on whole numbers, whether areas fit together. */
final class Coverages {
  private Coverages() {}

  /** Every outline is one valid polygon and no two leave a gap or overlap where they meet. */
  static void assertSeamless(List<Area> areas) {
    Geometry[] shapes = areas.stream().map(Coverages::polygon).toArray(Geometry[]::new);
    for (int i = 0; i < shapes.length; i++) {
      assertThat(shapes[i].isValid()).as("valid: " + areas.get(i)).isTrue();
    }
    Geometry[] faults = CoverageValidator.validate(shapes);
    for (int i = 0; i < faults.length; i++) {
      assertThat(faults[i] == null).as("no fault of " + areas.get(i)).isTrue();
    }
  }

  /**
   * The directed edges of the children, after those that two of them share are struck out, are
   * exactly the edges of the parent: same vertices, nothing dropped, no gap, no overlap.
   */
  static void assertChildrenCoverParents(List<Area> areas) {
    Map<String, List<Area>> byParent =
        areas.stream()
            .filter(area -> area.parentCode().isPresent())
            .collect(Collectors.groupingBy(area -> area.parentCode().orElseThrow()));
    Map<String, Area> byCode = areas.stream().collect(Collectors.toMap(Area::code, area -> area));
    byParent.forEach(
        (code, children) ->
            assertSameEdges(List.of(Objects.requireNonNull(byCode.get(code))), children));
  }

  /** Two ways of dividing the same ground have the same outer edges, vertex for vertex. */
  static void assertSameEdges(List<Area> some, List<Area> others) {
    assertThat(outerEdges(others)).isEqualTo(outerEdges(some));
    assertThat(area(others)).isEqualTo(area(some));
  }

  private static Set<Edge> outerEdges(List<Area> areas) {
    Set<Edge> edges = new HashSet<>();
    for (Area area : areas) {
      Polygon polygon = polygon(area);
      addRing(edges, polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addRing(edges, polygon.getInteriorRingN(i), false);
      }
    }
    return edges;
  }

  private static void addRing(Set<Edge> edges, LinearRing ring, boolean outer) {
    Coordinate[] all = ring.getCoordinates();
    boolean forward = Orientation.isCCW(all) == outer;
    for (int i = 0; i + 1 < all.length; i++) {
      Edge edge = new Edge(all[forward ? i : i + 1], all[forward ? i + 1 : i]);
      if (!edges.remove(new Edge(edge.to(), edge.from()))) {
        assertThat(edges.add(edge)).as("edge used twice: " + edge).isTrue();
      }
    }
  }

  /** Every vertex of some areas. */
  static Set<Coordinate> vertices(List<Area> areas) {
    Set<Coordinate> all = new HashSet<>();
    areas.forEach(area -> all.addAll(List.of(polygon(area).getCoordinates())));
    return all;
  }

  /** The vertices of small areas that lie on the borders of big ones. */
  static List<Coordinate> verticesOnRims(List<Area> small, List<Area> big) {
    List<Coordinate> found = new ArrayList<>();
    for (Area area : big) {
      var locator = new IndexedPointInAreaLocator(polygon(area));
      for (Coordinate vertex : vertices(small)) {
        if (locator.locate(vertex) == Location.BOUNDARY) {
          found.add(vertex);
        }
      }
    }
    return found;
  }

  /** The summed area in square lattice units, doubled, exactly. */
  static BigInteger area(List<Area> areas) {
    BigInteger sum = BigInteger.ZERO;
    for (Area area : areas) {
      Polygon polygon = polygon(area);
      sum = sum.add(doubled(polygon.getExteriorRing()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        sum = sum.subtract(doubled(polygon.getInteriorRingN(i)));
      }
    }
    return sum;
  }

  private static BigInteger doubled(LinearRing ring) {
    Coordinate[] all = ring.getCoordinates();
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i + 1 < all.length; i++) {
      BigInteger one = whole(all[i].x).multiply(whole(all[i + 1].y));
      sum = sum.add(one.subtract(whole(all[i + 1].x).multiply(whole(all[i].y))));
    }
    return sum.abs();
  }

  private static BigInteger whole(double ordinate) {
    return BigInteger.valueOf((long) ordinate);
  }

  static Polygon polygon(Area area) {
    Geometry scaled = area.shape().orElseThrow().scaled();
    assertThat(scaled.getNumGeometries()).as("pieces of " + area).isEqualTo(1);
    return (Polygon) scaled.getGeometryN(0);
  }

  private record Edge(Coordinate from, Coordinate to) {}
}
