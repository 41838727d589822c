package org.wangge.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether rings make a valid multipolygon on the lattice, by the rules of OGC Simple Features. The
 * whole is checked first, which is all that a sound outline costs; only a faulty one is taken apart
 * to name the ring, polygon or pair that is at fault.
 */
final class TopologyCheck {
  static final String COLLAPSES = "collapses-on-lattice";

  private final List<OutlineRing> rings;

  /**
   * @param rings closed, within range, none flat on the lattice; the shell of each part first
   */
  TopologyCheck(List<OutlineRing> rings) {
    this.rings = rings;
  }

  /** The outline in lattice units. */
  MultiPolygon scaled() {
    return assemble(rings, OutlineRing::scaled, LatticeShape.SCALED);
  }

  List<ShapeFault> faults() {
    if (new IsValidOp(scaled()).isValid()) {
      return List.of();
    }
    List<ShapeFault> faults = new ArrayList<>();
    for (OutlineRing ring : rings) {
      check(List.of(ring), "ring-self-crossing").ifPresent(faults::add);
    }
    if (faults.isEmpty()) {
      for (List<OutlineRing> part : parts(rings)) {
        check(part, "rings-cross").ifPresent(faults::add);
      }
    }
    if (faults.isEmpty()) {
      check(rings, "parts-overlap").ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<ShapeFault> check(List<OutlineRing> rings, String codeOfCrossing) {
    TopologyValidationError error = error(rings, OutlineRing::scaled, LatticeShape.SCALED);
    if (error == null) {
      return Optional.empty();
    }
    boolean soundInDegrees = error(rings, OutlineRing::degrees, LatticeShape.DEGREES) == null;
    String code = soundInDegrees ? COLLAPSES : code(error.getErrorType(), codeOfCrossing);
    Coordinate place = error.getCoordinate();
    Coordinate degrees =
        new Coordinate(place.x / Lattice.UNITS_PER_DEGREE, place.y / Lattice.UNITS_PER_DEGREE);
    OutlineRing.Edge edge =
        rings.stream()
            .map(ring -> ring.nearestEdge(degrees))
            .min(Comparator.comparingDouble(OutlineRing.Edge::distanceDegrees))
            .orElseThrow();
    return Optional.of(new ShapeFault(code, edge.spot(), new Position(degrees.x, degrees.y)));
  }

  private static String code(int type, String codeOfCrossing) {
    return switch (type) {
      case TopologyValidationError.RING_SELF_INTERSECTION -> "ring-touches-itself";
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "hole-outside-shell";
      case TopologyValidationError.NESTED_HOLES -> "holes-nested";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "interior-disconnected";
      case TopologyValidationError.NESTED_SHELLS -> "parts-overlap";
      default -> codeOfCrossing;
    };
  }

  private static @Nullable TopologyValidationError error(
      List<OutlineRing> rings,
      Function<OutlineRing, Coordinate[]> vertices,
      GeometryFactory factory) {
    return new IsValidOp(assemble(rings, vertices, factory)).getValidationError();
  }

  private static MultiPolygon assemble(
      List<OutlineRing> rings,
      Function<OutlineRing, Coordinate[]> vertices,
      GeometryFactory factory) {
    return factory.createMultiPolygon(
        parts(rings).stream()
            .map(
                part -> {
                  LinearRing[] made =
                      part.stream()
                          .map(ring -> factory.createLinearRing(vertices.apply(ring)))
                          .toArray(LinearRing[]::new);
                  LinearRing[] holes = new LinearRing[made.length - 1];
                  System.arraycopy(made, 1, holes, 0, holes.length);
                  return factory.createPolygon(made[0], holes);
                })
            .toArray(Polygon[]::new));
  }

  private static List<List<OutlineRing>> parts(List<OutlineRing> rings) {
    return List.copyOf(
        rings.stream()
            .collect(Collectors.groupingBy(OutlineRing::part, TreeMap::new, Collectors.toList()))
            .values());
  }
}
