package org.wangge.plan;

import java.util.List;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Drawn;

/**
 * What an edit would make.
 *
 * @param drawn the faces after it
 * @param redraw what the plan would then do, with figures
 * @param cutBuildings ids of buildings that the border runs through: made for good, the edit wants
 *     a reason then
 */
public record Preview(Drawn drawn, Redraw redraw, List<String> cutBuildings) {

  public Preview {
    cutBuildings = List.copyOf(cutBuildings);
  }
}
