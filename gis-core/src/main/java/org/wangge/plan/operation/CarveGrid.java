package org.wangge.plan.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.grid.GridKind;
import org.wangge.plan.cut.Cut;
import org.wangge.plan.cut.Noding;
import org.wangge.plan.cut.Settlement;
import org.wangge.plan.operation.PlanOperation.Carve;
import org.wangge.plan.operation.PlanOperation.PutBack;
import org.wangge.plan.planar.Lengths;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.FaceTraits;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/** Cuts exclusive grids out of base grids, which go on, and gives them back. Pure. */
final class CarveGrid {
  private CarveGrid() {}

  /**
   * Cuts out.
   *
   * @throws org.wangge.fault.Invalid with code {@code carve-from-exclusive}, {@code
   *     ground-not-inside} and what regions, lines and settlements refuse
   */
  static Drawn apply(Topology topology, Carve carve, int seq) {
    Region region = Region.of(topology, List.of(carve.face()));
    if (region.face().kind() == GridKind.EXCLUSIVE) {
      throw Refusal.at(
          region.face().label(), "face", "carve-from-exclusive", Map.of("face", carve.face()));
    }
    Cut cut = Cut.along(Noding.around(region, carve.ring()));
    Set<String> inside = MoveGround.inside(cut, carve.face(), carve.ring());
    Set<String> staying = new LinkedHashSet<>(cut.pieces());
    staying.removeAll(inside);
    if (inside.isEmpty() || staying.isEmpty()) {
      throw Refusal.at(
          carve.ring().get(0), "ring", "ground-not-inside", Map.of("face", carve.face()));
    }
    Face around = cut.region().face();
    FaceTraits traits =
        new FaceTraits(
            carve.name().isBlank() ? null : carve.name(),
            GridKind.EXCLUSIVE,
            around.traits().schemeOrNull());
    return new Settlement(cut, seq)
        .keep(around, staying)
        .begin(Map.of(inside, around.with(traits)))
        .make();
  }

  /**
   * Gives back.
   *
   * @throws org.wangge.fault.Invalid with code {@code put-back-not-exclusive} or {@code
   *     put-back-nowhere}
   */
  static Drawn apply(Topology topology, PutBack back, int seq) {
    Face exclusive = Region.of(topology, List.of(back.face())).face();
    if (exclusive.kind() != GridKind.EXCLUSIVE) {
      throw Refusal.at(
          exclusive.label(), "face", "put-back-not-exclusive", Map.of("face", back.face()));
    }
    Face around = around(topology, exclusive);
    Region both = Region.of(topology, List.of(around.id(), exclusive.id()));
    Cut whole = Cut.none(both);
    return new Settlement(whole, seq)
        .keep(around.joinedBy(List.of(exclusive)), whole.pieces())
        .make();
  }

  /** The base grid of the same community with which it has the longest border. */
  private static Face around(Topology topology, Face exclusive) {
    Mosaic mosaic = topology.mosaic();
    Set<String> own = topology.piecesOf(exclusive.id());
    Face best = null;
    double most = 0;
    for (Face other : topology.children(exclusive.parent().orElse(""))) {
      if (other.kind() == GridKind.BASE && topology.isLaid(other)) {
        double length = Lengths.units(mosaic.between(own, topology.piecesOf(other.id())));
        if (length > most) {
          most = length;
          best = other;
        }
      }
    }
    if (best == null) {
      throw Refusal.at(
          exclusive.label(), "face", "put-back-nowhere", Map.of("face", exclusive.id()));
    }
    return best;
  }
}
