package org.wangge.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/** Judges on whole numbers, without the code under test, whether faces fit together. */
final class Seams {
  private Seams() {}

  /** No gap, no overlap, in any level of any partition; below and above have the same edges. */
  static void assertSeamless(Topology topology) {
    Map<String, List<Face>> sheets =
        topology.faces().stream()
            .collect(
                Collectors.groupingBy(
                    face -> face.area().key().partition() + "/" + face.level().word()));
    sheets.forEach((name, faces) -> assertSeamless(name, faces));
    topology.faces().stream()
        .filter(face -> face.level() != Level.MICRO_GRID)
        .filter(face -> face.area().key().partition().equals(Partition.TREE))
        .filter(face -> !topology.children(face.id()).isEmpty())
        .forEach(
            face ->
                assertThat(outerEdges(topology.children(face.id())))
                    .as("edges below " + face.id())
                    .isEqualTo(outerEdges(List.of(face))));
  }

  private static void assertSeamless(String name, List<Face> faces) {
    Geometry[] shapes =
        faces.stream().map(face -> face.shape().scaled().getGeometryN(0)).toArray(Geometry[]::new);
    for (int i = 0; i < shapes.length; i++) {
      assertThat(shapes[i].isValid()).as(name + " valid: " + faces.get(i).id()).isTrue();
    }
    Geometry[] faults = CoverageValidator.validate(shapes);
    for (int i = 0; i < faults.length; i++) {
      assertThat(faults[i] == null).as(name + " no fault of " + faces.get(i).id()).isTrue();
    }
  }

  private static Set<String> outerEdges(List<Face> faces) {
    Set<String> edges = new HashSet<>();
    for (Face face : faces) {
      Polygon polygon = (Polygon) face.shape().scaled().getGeometryN(0);
      addRing(edges, polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addRing(edges, polygon.getInteriorRingN(i), false);
      }
    }
    return edges;
  }

  private static void addRing(Set<String> edges, LinearRing ring, boolean outer) {
    Coordinate[] all = ring.getCoordinates();
    boolean forward = Orientation.isCCW(all) == outer;
    for (int i = 0; i + 1 < all.length; i++) {
      Coordinate from = all[forward ? i : i + 1];
      Coordinate to = all[forward ? i + 1 : i];
      if (!edges.remove(name(to, from))) {
        assertThat(edges.add(name(from, to))).as("edge used twice " + name(from, to)).isTrue();
      }
    }
  }

  private static String name(Coordinate from, Coordinate to) {
    return (long) from.x + " " + (long) from.y + " " + (long) to.x + " " + (long) to.y;
  }
}
