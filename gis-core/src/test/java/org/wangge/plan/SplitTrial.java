package org.wangge.plan;

import java.util.List;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.PlanOperation.Split;

/** Lets tests of other packages split a grid as a plan does. */
public final class SplitTrial {
  private SplitTrial() {}

  /**
   * The faces after a split.
   *
   * @throws Invalid when it is refused
   */
  public static Drawn apply(Topology topology, String face, List<LatticePoint> line, int seq) {
    return Operations.apply(topology, new Split(face, line, ""), seq);
  }
}
