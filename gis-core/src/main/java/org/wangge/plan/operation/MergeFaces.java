package org.wangge.plan.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.wangge.fault.Invalid;
import org.wangge.plan.cut.Cut;
import org.wangge.plan.cut.Settlement;
import org.wangge.plan.operation.PlanOperation.Merge;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/** Makes one new grid of neighbours; their micro-grids are numbered anew below it. Pure. */
final class MergeFaces {
  private MergeFaces() {}

  /**
   * Does it.
   *
   * @throws Invalid with code {@code merge-needs-two}, {@code merge-kinds-differ}, {@code
   *     faces-apart}, {@code outside-parent} and what a region refuses
   */
  static Drawn apply(Topology topology, Merge merge, int seq) {
    if (new LinkedHashSet<>(merge.faces()).size() < 2) {
      throw new Invalid("faces", "merge-needs-two", Map.of("given", merge.faces().size()));
    }
    Region region = Region.of(topology, merge.faces());
    Face first = region.face();
    List<Face> others = region.grids().subList(1, region.grids().size());
    for (Face other : others) {
      if (other.kind() != first.kind()) {
        throw Refusal.at(
            other.label(),
            "faces",
            "merge-kinds-differ",
            Map.of("face", other.id(), "other", first.id()));
      }
    }
    Cut whole = Cut.none(region);
    return new Settlement(whole, seq)
        .begin(Map.of(whole.pieces(), first.joinedBy(others).unnamed()))
        .make();
  }
}
