package org.wangge.plan.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.plan.cut.Cut;
import org.wangge.plan.cut.Noding;
import org.wangge.plan.cut.Settlement;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/**
 * Divides a grid along a drawn line: topology to topology, all of it or nothing. Where the line
 * ends, every face that has that border gets the vertex; nobody else's ground changes. What lies
 * below the grid is divided by the same line where it crosses it, and otherwise goes to the part it
 * lies in. Pure.
 */
final class SplitFace {
  private SplitFace() {}

  /**
   * Does it.
   *
   * @param seq number of the edit; new faces are named after it
   * @throws org.wangge.fault.Invalid with field, code and place of what stands against it
   */
  static Drawn apply(Topology topology, Split split, int seq) {
    Region region = Region.of(topology, List.of(split.face()));
    Cut cut = Cut.along(Noding.across(region, split.line()));
    List<Set<String>> parts = cut.parts(cut.borders());
    if (parts.size() < 2) {
      throw Refusal.at(
          split.line().get(0), "line", "line-misses-face", Map.of("face", split.face()));
    }
    Map<Set<String>, Face> grids = new LinkedHashMap<>();
    parts.forEach(part -> grids.put(part, cut.region().face().unnamed()));
    return new Settlement(cut, seq).begin(grids).make();
  }
}
