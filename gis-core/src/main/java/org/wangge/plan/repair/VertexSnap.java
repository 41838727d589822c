package org.wangge.plan.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;

/**
 * Which vertices of dirty borders go to a vertex of another outline close by. No two vertices of
 * one outline fall together, so that no edge is lost.
 */
final class VertexSnap {
  private static final int CELL = 512;

  private final GroundScale scale;
  private final double tolerance;
  private final Map<LatticePoint, Set<String>> users = new LinkedHashMap<>();
  private final Map<Long, List<LatticePoint>> keepers = new HashMap<>();
  private final Map<LatticePoint, LatticePoint> moves = new LinkedHashMap<>();

  private VertexSnap(GroundScale scale, double tolerance) {
    this.scale = scale;
    this.tolerance = tolerance;
  }

  /**
   * The moves.
   *
   * @param loose vertices that may move
   * @param toleranceMeters how far at most
   */
  static VertexSnap of(
      List<Plot> plots, Set<LatticePoint> loose, GroundScale scale, double toleranceMeters) {
    VertexSnap snap = new VertexSnap(scale, toleranceMeters);
    for (Plot plot : plots) {
      plot.outlines()
          .forEach(
              (id, shape) ->
                  RingEdges.edges(shape)
                      .forEach(
                          edge ->
                              snap.users
                                  .computeIfAbsent(edge.a(), key -> new LinkedHashSet<>())
                                  .add(id)));
    }
    snap.users.keySet().stream().filter(point -> !loose.contains(point)).forEach(snap::keep);
    loose.stream()
        .filter(snap.users::containsKey)
        .sorted(
            Comparator.comparing((LatticePoint point) -> -snap.usersOf(point).size())
                .thenComparing(LatticePoint::lon)
                .thenComparing(LatticePoint::lat))
        .forEach(snap::place);
    return snap;
  }

  private Set<String> usersOf(LatticePoint point) {
    return users.getOrDefault(point, Set.of());
  }

  private void place(LatticePoint point) {
    LatticePoint nearest = nearest(point);
    if (nearest == null) {
      keep(point);
      return;
    }
    moves.put(point, nearest);
    users.computeIfAbsent(nearest, key -> new LinkedHashSet<>()).addAll(usersOf(point));
  }

  private @Nullable LatticePoint nearest(LatticePoint point) {
    LatticePoint best = null;
    double least = tolerance;
    for (int x = -1; x <= 1; x++) {
      for (int y = -1; y <= 1; y++) {
        long cell = cell(point.lon() + x * CELL, point.lat() + y * CELL);
        for (LatticePoint keeper : keepers.getOrDefault(cell, List.of())) {
          double meters = scale.meters(point, keeper);
          if (meters < least && usersOf(keeper).stream().noneMatch(usersOf(point)::contains)) {
            least = meters;
            best = keeper;
          }
        }
      }
    }
    return best;
  }

  private void keep(LatticePoint point) {
    keepers.computeIfAbsent(cell(point.lon(), point.lat()), key -> new ArrayList<>()).add(point);
  }

  private static long cell(int lon, int lat) {
    return ((long) Math.floorDiv(lon, CELL) << 32) ^ Math.floorDiv(lat, CELL);
  }

  /** New places of the vertices that move. */
  Map<LatticePoint, LatticePoint> moves() {
    return moves;
  }

  LatticePoint moved(LatticePoint point) {
    return moves.getOrDefault(point, point);
  }

  /** An outline with its vertices where they go. */
  LatticeShape moved(LatticeShape shape) {
    Geometry copy = shape.scaled().copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence vertices, int i) {
            LatticePoint to =
                moved(new LatticePoint((int) vertices.getX(i), (int) vertices.getY(i)));
            vertices.setOrdinate(i, 0, to.lon());
            vertices.setOrdinate(i, 1, to.lat());
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return LatticeShape.ofScaled(copy);
  }
}
