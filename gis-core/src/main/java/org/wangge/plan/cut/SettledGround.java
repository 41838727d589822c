package org.wangge.plan.cut;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.GridKind;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/** Judges what a settlement made, without trusting how it was made. */
final class SettledGround {
  private SettledGround() {}

  /**
   * @throws org.wangge.fault.Invalid with code {@code not-one-piece}, {@code hole-in-grid}, {@code
   *     sliver} or {@code line-too-close}, and the place
   */
  static void require(Cut cut, Collection<Face> put) {
    Region region = cut.region();
    List<Face> grids = put.stream().filter(Topology::isGrid).toList();
    for (Face grid : grids) {
      Geometry shape = grid.shape().scaled();
      if (shape.getNumGeometries() != 1) {
        throw Refusal.at(
            labelOfSmallest(shape), "line", "not-one-piece", Map.of("face", grid.id()));
      }
    }
    for (Face grid : grids) {
      if (!new IsValidOp(grid.shape().scaled()).isValid()) {
        throw Refusal.at(grid.label(), "line", "line-too-close", Map.of("face", grid.id()));
      }
      requireHolesOfExclusives(region.topology(), grids, grid);
    }
    long ground = grids.stream().mapToLong(grid -> Pieces.doubledArea(grid.shape())).sum();
    if (ground != Pieces.doubledArea(region.shape())) {
      throw Refusal.at(region.face().label(), "line", "line-too-close");
    }
    Slivers.refuse(
        region.grids().stream().map(Face::shape).toList(),
        grids.stream().map(Face::shape).toList(),
        region.scale());
  }

  private static Coordinate labelOfSmallest(Geometry shape) {
    Geometry smallest = shape.getGeometryN(0);
    for (int i = 1; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i).getArea() < smallest.getArea()) {
        smallest = shape.getGeometryN(i);
      }
    }
    return smallest.getInteriorPoint().getCoordinate();
  }

  /** A grid has no hole, but where an exclusive grid lies in it. */
  private static void requireHolesOfExclusives(Topology before, List<Face> grids, Face grid) {
    Polygon polygon = (Polygon) grid.shape().scaled().getGeometryN(0);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      Polygon inside = LatticeShape.SCALED.createPolygon(hole);
      Coordinate place = inside.getInteriorPoint().getCoordinate();
      boolean exclusive =
          grids.stream()
              .filter(other -> Pieces.holds(other.shape().scaled(), place))
              .findFirst()
              .or(() -> laidAt(before, place))
              .map(other -> other.kind() == GridKind.EXCLUSIVE)
              .orElse(hadHole(before, grid, hole));
      if (!exclusive && !hadHole(before, grid, hole)) {
        throw Refusal.at(place, "line", "hole-in-grid", Map.of("face", grid.id()));
      }
    }
  }

  private static Optional<Face> laidAt(Topology before, Coordinate place) {
    return before.faces().stream()
        .filter(Topology::isGrid)
        .filter(face -> face.shape().scaled().getEnvelopeInternal().contains(place))
        .filter(face -> Pieces.holds(face.shape().scaled(), place))
        .findFirst();
  }

  private static boolean hadHole(Topology before, Face grid, LinearRing hole) {
    return before
        .find(grid.id())
        .map(
            face -> {
              Polygon was = (Polygon) face.shape().scaled().getGeometryN(0);
              for (int i = 0; i < was.getNumInteriorRing(); i++) {
                if (was.getInteriorRingN(i).norm().equalsExact(hole.norm())) {
                  return true;
                }
              }
              return false;
            })
        .orElse(false);
  }
}
