package org.wangge.plan.operation;

import org.wangge.plan.operation.PlanOperation.Attributes;
import org.wangge.plan.operation.PlanOperation.Carve;
import org.wangge.plan.operation.PlanOperation.Merge;
import org.wangge.plan.operation.PlanOperation.PutBack;
import org.wangge.plan.operation.PlanOperation.Renumber;
import org.wangge.plan.operation.PlanOperation.Reshape;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.operation.PlanOperation.Vertex;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Topology;

/** What each operation makes of the faces: pure functions from topology to topology. */
public final class Operations {
  private Operations() {}

  /**
   * Does an operation: all of it, or nothing.
   *
   * @param seq number of the edit; new faces are named after it
   * @throws org.wangge.fault.Invalid with field, code and place of what stands against it
   */
  public static Drawn apply(Topology topology, PlanOperation operation, int seq) {
    if (operation instanceof Split split) {
      return SplitFace.apply(topology, split, seq);
    }
    if (operation instanceof Merge merge) {
      return MergeFaces.apply(topology, merge, seq);
    }
    if (operation instanceof Reshape reshape) {
      return ReshapeBorder.apply(topology, reshape, seq);
    }
    if (operation instanceof PlanOperation.MoveGround move) {
      return MoveGround.apply(topology, move, seq);
    }
    if (operation instanceof Carve carve) {
      return CarveGrid.apply(topology, carve, seq);
    }
    if (operation instanceof PutBack back) {
      return CarveGrid.apply(topology, back, seq);
    }
    if (operation instanceof Vertex vertex) {
      return EditVertex.apply(topology, vertex);
    }
    if (operation instanceof Attributes attributes) {
      return EditAttributes.apply(topology, attributes);
    }
    if (operation instanceof Renumber renumber) {
      return RenumberGrids.apply(topology, renumber, seq);
    }
    throw new IllegalArgumentException("no such operation: " + operation.kind());
  }
}
