package org.wangge.geo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.geo.ShapeFault.Spot;

/** One ring of an outline under check, as given and on the lattice. */
final class OutlineRing {
  private static final int FEWEST_CORNERS = 3;
  private static final int MAX_FAULTS_A_RING = 5;

  private final int part;
  private final int ring;
  private final List<Position> given;

  /**
   * @param part which polygon of the outline
   * @param ring which of its rings, 0 being the shell
   */
  OutlineRing(int part, int ring, List<Position> given) {
    this.part = part;
    this.ring = ring;
    this.given = given;
  }

  int part() {
    return part;
  }

  /** What can be seen without rounding; the other methods ask for a ring without such faults. */
  List<ShapeFault> faultsAsGiven() {
    List<ShapeFault> faults = new ArrayList<>();
    for (int i = 0; i < given.size() && faults.size() < MAX_FAULTS_A_RING; i++) {
      Position place = given.get(i);
      int vertex = i;
      PlausibleRange.WORLD
          .fault(place.lonDegrees(), place.latDegrees())
          .ifPresent(code -> faults.add(fault(code, vertex)));
    }
    if (!faults.isEmpty()) {
      return faults;
    }
    if (new HashSet<>(given).size() < FEWEST_CORNERS) {
      return List.of(
          given.isEmpty()
              ? new ShapeFault("ring-too-few-points", new Spot(part, ring, 0), null)
              : fault("ring-too-few-points", 0));
    }
    int last = given.size() - 1;
    return given.get(0).equals(given.get(last)) ? List.of() : List.of(fault("ring-unclosed", last));
  }

  /** A ring without an inside: one line there and back. */
  Optional<ShapeFault> faultOfFlatness() {
    if (!isFlat(scaled())) {
      return Optional.empty();
    }
    return Optional.of(fault(isFlat(degrees()) ? "area-zero" : TopologyCheck.COLLAPSES, 0));
  }

  private static boolean isFlat(Coordinate[] vertices) {
    Coordinate first = vertices[0];
    Coordinate other = first;
    for (Coordinate vertex : vertices) {
      if (other.equals2D(first)) {
        other = vertex;
      } else if (Orientation.index(first, other, vertex) != Orientation.COLLINEAR) {
        return false;
      }
    }
    return true;
  }

  Coordinate[] degrees() {
    return given.stream()
        .map(place -> new Coordinate(place.lonDegrees(), place.latDegrees()))
        .toArray(Coordinate[]::new);
  }

  /** The vertices in lattice units, without those that fall on the one before. */
  Coordinate[] scaled() {
    List<Coordinate> vertices = new ArrayList<>(given.size());
    for (Position place : given) {
      LatticePoint point = place.toLattice();
      Coordinate vertex = new Coordinate(point.lon(), point.lat());
      if (vertices.isEmpty() || !vertices.get(vertices.size() - 1).equals2D(vertex)) {
        vertices.add(vertex);
      }
    }
    return vertices.toArray(Coordinate[]::new);
  }

  Envelope scaledExtent() {
    Envelope extent = new Envelope();
    for (Coordinate vertex : scaled()) {
      extent.expandToInclude(vertex);
    }
    return extent;
  }

  /** The first vertex of the edge that comes nearest to a place, and how near, in degrees. */
  Edge nearestEdge(Coordinate place) {
    Coordinate[] vertices = degrees();
    int nearest = 0;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 1; i < vertices.length; i++) {
      double here = Distance.pointToSegment(place, vertices[i - 1], vertices[i]);
      if (here < distance) {
        distance = here;
        nearest = i - 1;
      }
    }
    return new Edge(new Spot(part, ring, nearest), distance);
  }

  record Edge(Spot spot, double distanceDegrees) {}

  private ShapeFault fault(String code, int vertex) {
    return new ShapeFault(code, new Spot(part, ring, vertex), given.get(vertex));
  }
}
