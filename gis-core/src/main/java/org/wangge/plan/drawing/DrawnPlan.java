package org.wangge.plan.drawing;

import java.util.List;
import java.util.Set;
import org.wangge.grid.Level;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanHistory;
import org.wangge.plan.redraw.Lineage;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * A plan with all that is drawn in it.
 *
 * @param plan as it stands
 * @param history every edit, undone ones too
 * @param topology its faces
 * @param redraw what it does or, when it is published, did
 * @param lineage what became of what, once it is published
 * @param changedSince codes of areas that others have changed since it began: while there are any,
 *     it cannot be published
 */
public record DrawnPlan(
    Plan plan,
    PlanHistory history,
    Topology topology,
    Redraw redraw,
    List<Lineage> lineage,
    Set<String> changedSince) {

  public DrawnPlan {
    lineage = List.copyOf(lineage);
    changedSince = Set.copyOf(changedSince);
  }

  /** The grids of the area under plan, old and new, in the order of new numbers. */
  public List<Face> grids() {
    return Topology.inOrder(
        topology.faces().stream()
            .filter(face -> face.level() == Level.GRID)
            .filter(face -> topology.isWithin(face, plan.areaCode()))
            .toList());
  }
}
