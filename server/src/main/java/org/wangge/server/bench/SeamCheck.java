package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.wangge.grid.Level;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * Judges outlines of a plan without the code that made them: on the scaled whole numbers, by edges
 * and by the validator of JTS. Each check tells what is wrong, or nothing.
 */
final class SeamCheck {
  private SeamCheck() {}

  /** An edge with the ground to its left, as text. */
  private record Side(long fromX, long fromY, long toX, long toY) {
    Side reversed() {
      return new Side(toX, toY, fromX, fromY);
    }
  }

  /**
   * The faces round a change: closed rings, every edge of a changed grid once in a neighbour the
   * other way round or in the outline above the same way.
   */
  static Optional<String> local(Topology before, Drawn drawn) {
    Topology after = drawn.topology();
    List<Face> changed = new ArrayList<>();
    drawn.made().forEach(id -> changed.add(after.getFace(id)));
    drawn.changed().forEach(id -> changed.add(after.getFace(id)));
    if (changed.isEmpty()) {
      return Optional.of("an edit that changed nothing");
    }
    for (Face face : changed) {
      Geometry shape = face.shape().scaled();
      if (!shape.isValid() || shape.getNumGeometries() != 1) {
        return Optional.of("not one valid piece: " + face.id());
      }
    }
    Map<String, Face> near = new LinkedHashMap<>();
    for (Face face : changed) {
      near.put(face.id(), face);
      after.neighboursOf(face.id()).forEach(id -> near.put(id, after.getFace(id)));
    }
    double lost = lostGround(before, drawn, near);
    if (lost != 0) {
      return Optional.of("ground is not what it was, by " + lost);
    }
    Map<Side, Integer> sides = new HashMap<>();
    near.values().forEach(face -> add(sides, face.shape().scaled()));
    for (Face face : changed) {
      Map<Side, Integer> above = new HashMap<>();
      face.parent().flatMap(after::find).ifPresent(up -> add(above, up.shape().scaled()));
      Map<Side, Integer> own = new HashMap<>();
      add(own, face.shape().scaled());
      for (Side side : own.keySet()) {
        int same = sides.getOrDefault(side, 0);
        int other = sides.getOrDefault(side.reversed(), 0);
        boolean onOutline = above.containsKey(side);
        if (same != 1 || other > 1 || (other == 0 && !onOutline)) {
          return Optional.of("a torn border of " + face.id() + " at " + side);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Ground that is nobody's any more. A node that is put on a border is rounded to the lattice, so
   * neighbours and the outline of all may have a little more or less too.
   */
  private static double lostGround(Topology before, Drawn drawn, Map<String, Face> near) {
    double lost = 0;
    for (String id : drawn.gone()) {
      Face face = before.getFace(id);
      lost += Topology.isGrid(face) ? face.shape().scaled().getArea() : 0;
    }
    for (Face face : near.values()) {
      lost += before.find(face.id()).map(was -> was.shape().scaled().getArea()).orElse(0.0);
      lost -= face.shape().scaled().getArea();
    }
    return lost + wholeGround(drawn.topology()) - wholeGround(before);
  }

  private static double wholeGround(Topology topology) {
    return topology.faces().stream()
        .filter(face -> face.level() == Level.DISTRICT)
        .mapToDouble(face -> face.shape().scaled().getArea())
        .sum();
  }

  /** All grids: the validator of JTS finds nothing, and every outline above is their union. */
  static Optional<String> full(Topology topology) {
    List<Face> grids = topology.faces().stream().filter(Topology::isGrid).toList();
    Geometry[] shapes = grids.stream().map(face -> face.shape().scaled()).toArray(Geometry[]::new);
    Geometry[] faults = CoverageValidator.validate(shapes);
    for (int i = 0; i < faults.length; i++) {
      if (faults[i] != null) {
        return Optional.of("the validator finds a fault of " + grids.get(i).id());
      }
    }
    Map<String, Map<Side, Integer>> below = new HashMap<>();
    for (Face grid : grids) {
      grid.parent()
          .ifPresent(
              parent ->
                  add(below.computeIfAbsent(parent, id -> new HashMap<>()), grid.shape().scaled()));
    }
    for (Map.Entry<String, Map<Side, Integer>> one : below.entrySet()) {
      Optional<Face> parent = topology.find(one.getKey());
      if (parent.isPresent() && !outer(one.getValue()).equals(sides(parent.get()))) {
        return Optional.of("the union is not the outline of " + one.getKey());
      }
    }
    return Optional.empty();
  }

  private static Set<Side> sides(Face face) {
    Map<Side, Integer> sides = new HashMap<>();
    add(sides, face.shape().scaled());
    return sides.keySet();
  }

  /** Edges that no other of the same ground has the other way round. */
  private static Set<Side> outer(Map<Side, Integer> sides) {
    Set<Side> outer = new HashSet<>(sides.keySet());
    outer.removeIf(side -> sides.containsKey(side.reversed()));
    return outer;
  }

  private static void add(Map<Side, Integer> sides, Geometry shape) {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Polygon part = (Polygon) shape.getGeometryN(i);
      add(sides, part.getExteriorRing(), true);
      for (int k = 0; k < part.getNumInteriorRing(); k++) {
        add(sides, part.getInteriorRingN(k), false);
      }
    }
  }

  private static void add(Map<Side, Integer> sides, LineString ring, boolean outer) {
    Coordinate[] all = ring.getCoordinates();
    boolean forward = Orientation.isCCW(all) == outer;
    for (int i = 0; i + 1 < all.length; i++) {
      Coordinate from = all[forward ? i : i + 1];
      Coordinate to = all[forward ? i + 1 : i];
      sides.merge(
          new Side((long) from.x, (long) from.y, (long) to.x, (long) to.y), 1, Integer::sum);
    }
  }
}
