package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.wangge.place.StreetClass;

/** What is left of a face once streets, canals and the distance from them are taken off. */
final class Land {
  private static final double BESIDE_OTHERS_METERS = 0.9;
  private static final double SMALL_SQUARE_METERS = 12_000;
  private static final int SIXTH_OF_A_CIRCLE = 2;

  private Land() {}

  /** Where buildings may stand. */
  static Polygon buildable(Mesh mesh, Face face) {
    return left(mesh, face, Strand::setbackMeters, BESIDE_OTHERS_METERS);
  }

  /** What is not carriageway. */
  static Polygon plot(Mesh mesh, Face face) {
    return left(mesh, face, Land::kerbMeters, 0);
  }

  /** From the centre-line to the kerb. */
  static double kerbMeters(Strand strand) {
    return switch (strand.streetClass()) {
      case ARTERIAL -> 20;
      case COLLECTOR -> 13;
      case LOCAL -> 7;
      case LANE -> 2.8;
      case PATH -> 1.4;
    };
  }

  private static Polygon left(
      Mesh mesh, Face face, ToDoubleFunction<Strand> streetMeters, double otherMeters) {
    double[] meters = new double[face.ring.size()];
    for (int i = 0; i < meters.length; i++) {
      int a = face.ring.get(i);
      int b = Mesh.next(face, i);
      Optional<Strand> strand = mesh.strand(a, b);
      double water = strand.filter(s -> atWater(mesh, s, a, b)).map(s -> s.water() + 9).orElse(0.0);
      meters[i] = strand.map(s -> streetMeters.applyAsDouble(s)).orElse(otherMeters) + water;
    }
    Ring ring = mesh.ring(face);
    return ring.area() < SMALL_SQUARE_METERS
        ? ring.inset(meters).polygon()
        : roundedInset(ring, meters);
  }

  /** Follows curved streets, which {@link Ring#inset} would cut short. */
  private static Polygon roundedInset(Ring ring, double[] meters) {
    Map<Double, List<LineString>> byDistance = new TreeMap<>();
    for (int i = 0; i < meters.length; i++) {
      if (meters[i] > 0) {
        Spot a = ring.corners().get(i);
        Spot b = ring.corners().get((i + 1) % meters.length);
        LineString side =
            Ring.METERS.createLineString(
                new Coordinate[] {new Coordinate(a.x(), a.y()), new Coordinate(b.x(), b.y())});
        byDistance.computeIfAbsent(meters[i], key -> new ArrayList<>()).add(side);
      }
    }
    Geometry rest = ring.polygon();
    for (Map.Entry<Double, List<LineString>> entry : byDistance.entrySet()) {
      Geometry lines =
          Ring.METERS.createMultiLineString(entry.getValue().toArray(new LineString[0])).union();
      rest =
          rest.difference(
              lines.buffer(entry.getKey(), SIXTH_OF_A_CIRCLE, BufferParameters.CAP_ROUND));
    }
    return Ring.biggest(rest);
  }

  /** A canal runs along the left of its street, which was laid northward. */
  private static boolean atWater(Mesh mesh, Strand strand, int from, int to) {
    return strand.water() > 0 && mesh.spot(to).y() > mesh.spot(from).y();
  }

  /** Whether a street carries through traffic. */
  static boolean busy(Strand strand) {
    return strand.streetClass().compareTo(StreetClass.COLLECTOR) <= 0;
  }
}
