package org.wangge.plan.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.cut.Cut;
import org.wangge.plan.cut.Noding;
import org.wangge.plan.cut.Settlement;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/** Gives the ground within a ring from one grid to its neighbour; both go on. Pure. */
final class MoveGround {
  private MoveGround() {}

  /**
   * Does it.
   *
   * @throws org.wangge.fault.Invalid with code {@code not-neighbours}, {@code ground-not-inside}
   *     and what regions, lines and settlements refuse
   */
  static Drawn apply(Topology topology, PlanOperation.MoveGround move, int seq) {
    Region both = Region.of(topology, List.of(move.from(), move.to()));
    if (both.grids().size() != 2) {
      throw Refusal.at(both.face().label(), "to", "not-neighbours", Map.of("face", move.from()));
    }
    Region giving = Region.of(topology, List.of(move.from()));
    Cut cut = within(Noding.around(giving, move.ring()), both);
    Set<String> inside = inside(cut, giving.face().id(), move.ring());
    Set<String> staying = new LinkedHashSet<>();
    Set<String> taken = new LinkedHashSet<>(inside);
    cut.origins()
        .forEach(
            (piece, origin) -> {
              boolean gives = move.from().equals(cut.region().topology().gridOf(origin));
              if (!gives) {
                taken.add(piece);
              } else if (!inside.contains(piece)) {
                staying.add(piece);
              }
            });
    if (inside.isEmpty() || staying.isEmpty()) {
      throw Refusal.at(
          move.ring().get(0), "ring", "ground-not-inside", Map.of("face", move.from()));
    }
    return new Settlement(cut, seq)
        .keep(cut.region().topology().getFace(move.from()), staying)
        .keep(cut.region().topology().getFace(move.to()), taken)
        .make();
  }

  /** The cut of one grid, seen as one of the region of both. */
  private static Cut within(Noding noding, Region both) {
    Cut cut = Cut.along(noding);
    Region later = both.in(cut.region().topology());
    Map<String, String> origins = new LinkedHashMap<>(cut.origins());
    for (String piece : later.pieces()) {
      if (!cut.origins().containsValue(piece)) {
        origins.put(piece, piece);
      }
    }
    return new Cut(later, cut.mosaic(), origins, cut.borders(), cut.paths());
  }

  /** Pieces of a grid that lie within a ring. */
  static Set<String> inside(Cut cut, String grid, List<LatticePoint> ring) {
    Geometry ground = polygon(ring);
    Set<String> inside = new LinkedHashSet<>();
    cut.origins()
        .forEach(
            (piece, origin) -> {
              LatticeShape shape = cut.mosaic().shape(piece);
              if (grid.equals(cut.region().topology().gridOf(origin))
                  && Pieces.holds(ground, shape.scaled().getInteriorPoint().getCoordinate())) {
                inside.add(piece);
              }
            });
    return inside;
  }

  private static Geometry polygon(List<LatticePoint> ring) {
    List<LatticePoint> closed = new ArrayList<>(ring);
    if (!closed.get(0).equals(closed.get(closed.size() - 1))) {
      closed.add(closed.get(0));
    }
    if (closed.size() < 4) {
      throw Refusal.at(closed.get(0), "ring", "ring-too-short", Map.of("fewest", 3));
    }
    return RingEdges.FLOATING.createPolygon(
        closed.stream().map(GroundScale::coordinate).toArray(Coordinate[]::new));
  }
}
