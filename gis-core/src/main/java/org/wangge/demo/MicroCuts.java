package org.wangge.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Divides blocks into faces for micro-grids by straight lines that pass between the buildings, the
 * most even ones first.
 */
final class MicroCuts {
  private static final double CLEAR_METERS = 0.6;
  private static final double SNAP_METERS = 0.7;
  private static final int FEW_DWELLINGS = 50;

  private final Mesh mesh;
  private final Dice dice;

  MicroCuts(Mesh mesh, Dice dice) {
    this.mesh = mesh;
    this.dice = dice;
  }

  /** Divides a face before anything is built there, into pieces of about a size. */
  void bySize(Face face, double squareMeters) {
    Ring ring = mesh.ring(face);
    if (ring.area() < squareMeters * dice.between(1.1, 1.6)) {
      return;
    }
    double axis = ring.longAxis();
    Spot through = ring.centroid().move(axis, ring.extent(axis) * dice.between(-0.06, 0.06), 0);
    Optional<Cut> cut = Cut.find(mesh, face, through, axis + Math.PI / 2, 4);
    if (cut.isPresent()) {
      Face other = cut.get().make(mesh, 0, null);
      own(other);
      bySize(face, squareMeters);
      bySize(other, squareMeters);
    }
  }

  private void own(Face face) {
    face.micro = mesh.faces().indexOf(face) + 100_000;
  }

  /** Divides a built-up face between its buildings. */
  void betweenBuildings(Face face) {
    int dwellings = face.buildings.stream().mapToInt(building -> building.dwellings).sum();
    if (dwellings <= FEW_DWELLINGS || face.buildings.size() < 2) {
      return;
    }
    double radians = Rows.facingSouth(mesh.ring(face));
    List<Candidate> candidates = new ArrayList<>();
    gaps(face, radians, candidates);
    gaps(face, radians + Math.PI / 2, candidates);
    candidates.sort(Comparator.comparingDouble(Candidate::unevenness));
    for (Candidate candidate : candidates) {
      Optional<Cut> cut =
          Cut.find(mesh, face, candidate.through, candidate.radians, SNAP_METERS)
              .filter(this::clear);
      if (cut.isPresent()) {
        Face other = cut.get().make(mesh, 0, null);
        own(other);
        handOver(face, other);
        betweenBuildings(face);
        betweenBuildings(other);
        return;
      }
    }
  }

  /** A line that might do. */
  private record Candidate(Spot through, double radians, double unevenness) {}

  /** Lines along a direction that no building reaches across. */
  private void gaps(Face face, double radians, List<Candidate> candidates) {
    double left = radians + Math.PI / 2;
    List<Draft> sorted = new ArrayList<>(face.buildings);
    sorted.sort(Comparator.comparingDouble(building -> building.footprint.reach(left)[0]));
    int all = sorted.stream().mapToInt(building -> building.dwellings).sum();
    double reached = sorted.get(0).footprint.reach(left)[1];
    int below = sorted.get(0).dwellings;
    Spot center = mesh.ring(face).centroid();
    double centerLeft =
        -center.x() * StrictMath.sin(radians) + center.y() * StrictMath.cos(radians);
    for (Draft building : sorted.subList(1, sorted.size())) {
      double[] reach = building.footprint.reach(left);
      if (reach[0] - reached > 2 * CLEAR_METERS && below > 0 && below < all) {
        Spot through = center.move(radians, 0, (reach[0] + reached) / 2 - centerLeft);
        candidates.add(new Candidate(through, radians, Math.abs(all - 2.0 * below)));
      }
      reached = Math.max(reached, reach[1]);
      below += building.dwellings;
    }
  }

  private boolean clear(Cut cut) {
    LineString line =
        Ring.METERS.createLineString(
            new Coordinate[] {
              new Coordinate(cut.from().spot().x(), cut.from().spot().y()),
              new Coordinate(cut.to().spot().x(), cut.to().spot().y())
            });
    return cut.face().buildings.stream()
        .allMatch(building -> building.footprint.polygon().distance(line) >= CLEAR_METERS);
  }

  private void handOver(Face face, Face other) {
    var there = mesh.ring(other).polygon();
    List<Draft> moved =
        face.buildings.stream()
            .filter(building -> there.covers(building.footprint.polygon()))
            .toList();
    face.buildings.removeAll(moved);
    other.buildings.addAll(moved);
  }
}
