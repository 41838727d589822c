package org.wangge.plan.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.redraw.Outcome;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * What is other in a plan than somebody saw it: enough to bring what they have up to date, however
 * many grids the plan has.
 *
 * @param since version of the plan they saw
 * @param keptEdits how many of the edits in force then still are: the first ones
 * @param changed ids of grids of the area under plan that are new or other than they saw them, in
 *     ground, name, code or figures; in the order of new numbers
 * @param gone ids of grids that are no more
 */
public record PlanDifference(int since, int keptEdits, List<String> changed, List<String> gone) {

  public PlanDifference {
    changed = List.copyOf(changed);
    gone = List.copyOf(gone);
  }

  /** A plan as it was or is seen: its faces and what they come to. */
  record State(List<PlanEdit> edits, Outcome outcome) {

    private Optional<Face> find(String id) {
      return outcome.topology().find(id);
    }

    private Optional<Face> grid(String id, String areaCode) {
      return find(id)
          .filter(face -> Topology.isGrid(face) && outcome.topology().isWithin(face, areaCode));
    }

    /** Whether a later state says the same of a face as this one. */
    private boolean isSame(String id, State later) {
      Redraw redraw = outcome.redraw();
      Redraw after = later.outcome.redraw();
      return find(id).equals(later.find(id))
          && redraw.codeOf(id).equals(after.codeOf(id))
          && Objects.equals(redraw.figures().get(id), after.figures().get(id));
    }

    private Optional<String> above(String id) {
      return find(id).flatMap(Face::parent);
    }
  }

  /**
   * The difference of two states of a plan.
   *
   * @param plan as it stands after
   */
  static PlanDifference of(int since, State before, State after, Plan plan) {
    Set<String> other = new LinkedHashSet<>();
    for (String id : after.outcome().candidates(before.outcome())) {
      if (!before.isSame(id, after)) {
        other.add(id);
        // A grid tells how many micro-grids it has.
        before.above(id).ifPresent(other::add);
        after.above(id).ifPresent(other::add);
      }
    }
    List<Face> changed = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String id : other) {
      Optional<Face> grid = after.grid(id, plan.areaCode());
      if (grid.isPresent()) {
        changed.add(grid.get());
      } else if (before.grid(id, plan.areaCode()).isPresent()) {
        gone.add(id);
      }
    }
    List<String> ordered = Topology.inOrder(changed).stream().map(Face::id).toList();
    return new PlanDifference(since, common(before.edits(), after.edits()), ordered, gone);
  }

  private static int common(List<PlanEdit> before, List<PlanEdit> after) {
    int most = Math.min(before.size(), after.size());
    int common = 0;
    while (common < most && before.get(common).equals(after.get(common))) {
      common++;
    }
    return common;
  }
}
