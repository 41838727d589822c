package org.wangge.plan.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.cut.Cut;
import org.wangge.plan.cut.Noding;
import org.wangge.plan.cut.Settlement;
import org.wangge.plan.operation.PlanOperation.Reshape;
import org.wangge.plan.planar.Chains;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/**
 * Draws the border between two grids anew, wholly or from one place of it to another. Of the ways
 * in which old and new border can be put together, that one is taken which moves the least ground.
 * Pure.
 */
final class ReshapeBorder {
  private final Cut cut;
  private final Set<String> own;

  private ReshapeBorder(Cut cut, Set<String> own) {
    this.cut = cut;
    this.own = own;
  }

  /**
   * Does it.
   *
   * @throws Invalid with code {@code not-neighbours}, {@code reshape-divides-nothing} and what
   *     regions, lines and settlements refuse
   */
  static Drawn apply(Topology topology, Reshape reshape, int seq) {
    Region region = Region.of(topology, List.of(reshape.face(), reshape.neighbour()));
    Set<Edge> common = region.bordersOfGrids();
    if (region.grids().size() != 2 || common.isEmpty()) {
      throw Refusal.at(
          region.face().label(), "neighbour", "not-neighbours", Map.of("face", reshape.face()));
    }
    Cut cut = Cut.along(Noding.between(region, reshape.line(), common));
    Set<String> own = new LinkedHashSet<>();
    cut.origins()
        .forEach(
            (piece, origin) -> {
              if (reshape.face().equals(cut.region().topology().gridOf(origin))) {
                own.add(piece);
              }
            });
    return new ReshapeBorder(cut, own).settle(reshape, seq);
  }

  private Drawn settle(Reshape reshape, int seq) {
    Set<String> best = null;
    long least = Long.MAX_VALUE;
    for (Set<Edge> kept : waysToKeep()) {
      Set<Edge> barriers = new HashSet<>(cut.borders());
      barriers.addAll(kept);
      List<Set<String>> parts = cut.parts(barriers);
      if (parts.size() == 2) {
        Set<String> mine = ownPart(parts);
        long moved = moved(mine);
        if (moved > 0 && moved < least) {
          least = moved;
          best = mine;
        }
      }
    }
    if (best == null) {
      throw Refusal.at(
          reshape.line().get(0),
          "line",
          "reshape-divides-nothing",
          Map.of("face", reshape.face(), "neighbour", reshape.neighbour()));
    }
    Set<String> rest = cut.pieces();
    rest.removeAll(best);
    return new Settlement(cut, seq)
        .keep(cut.region().grids().get(0), best)
        .keep(cut.region().grids().get(1), rest)
        .make();
  }

  /** That part of two which has more of the first grid's ground. */
  private Set<String> ownPart(List<Set<String>> parts) {
    return ownGround(parts.get(0)) >= ownGround(parts.get(1)) ? parts.get(0) : parts.get(1);
  }

  private long ownGround(Set<String> part) {
    Set<String> mine = new LinkedHashSet<>(part);
    mine.retainAll(own);
    return cut.doubledArea(mine);
  }

  /** Ground that changes hands when the first grid gets these pieces. */
  private long moved(Set<String> mine) {
    Set<String> taken = new LinkedHashSet<>(mine);
    taken.removeAll(own);
    Set<String> given = new LinkedHashSet<>(own);
    given.removeAll(mine);
    return cut.doubledArea(taken) + cut.doubledArea(given);
  }

  /**
   * What may be left of the old border: none, all before or after the places where the new one
   * meets it, or both.
   */
  private List<Set<Edge>> waysToKeep() {
    List<List<Edge>> chains = Chains.of(commonBorder());
    List<LatticePoint> met = cut.paths().stream().flatMap(List::stream).toList();
    List<Set<Edge>> ways = new ArrayList<>(List.of(Set.<Edge>of()));
    for (List<Edge> chain : chains) {
      List<Set<Edge>> next = new ArrayList<>();
      for (Set<Edge> way : ways) {
        for (Set<Edge> part : Chains.partsOutside(chain, met)) {
          Set<Edge> both = new HashSet<>(way);
          both.addAll(part);
          next.add(both);
        }
      }
      ways = next;
    }
    return ways;
  }

  /** The old border, with the nodes it has now. */
  private Set<Edge> commonBorder() {
    Set<String> others = cut.pieces();
    others.removeAll(own);
    Set<Edge> common = new LinkedHashSet<>();
    cut.mosaic().between(own, others).forEach(edge -> common.add(edge.undirected()));
    return common;
  }
}
