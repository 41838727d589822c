package org.wangge.plan.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wangge.access.AreaScope;
import org.wangge.grid.Area;
import org.wangge.plan.compare.GroundMove;
import org.wangge.plan.compare.Move;
import org.wangge.plan.compare.OutlineChange;
import org.wangge.plan.compare.Redrawn;

/**
 * What changes hands between two states of the grids. Immutable.
 *
 * @param retired grids whose code ends
 * @param born grids whose code begins
 * @param outlines grids that keep their code and get another outline
 * @param ground how much ground goes where
 * @param handed what goes with it, thing by thing
 * @param whole whether this is all of it, or only what concerns some grids
 */
public record Impact(
    List<Area> retired,
    List<Area> born,
    List<OutlineChange> outlines,
    List<GroundMove> ground,
    List<Handed> handed,
    boolean whole) {

  public Impact {
    retired = List.copyOf(retired);
    born = List.copyOf(born);
    outlines = List.copyOf(outlines);
    ground = List.copyOf(ground);
    handed = List.copyOf(handed);
  }

  static Impact of(Redrawn redrawn, List<Handed> handed) {
    return new Impact(
        redrawn.retired(), redrawn.born(), redrawn.outlines(), redrawn.ground(), handed, true);
  }

  /** What of it concerns the grids of a scope: what they give and what they get. */
  public Impact within(AreaScope scope) {
    List<GroundMove> near = ground.stream().filter(one -> one.move().touches(scope)).toList();
    Set<String> codes = new HashSet<>();
    near.forEach(one -> codes.addAll(List.of(one.move().from(), one.move().to())));
    return new Impact(
        retired.stream().filter(area -> codes.contains(area.code())).toList(),
        born.stream().filter(area -> codes.contains(area.code())).toList(),
        outlines.stream().filter(one -> scope.covers(one.code())).toList(),
        near,
        handed.stream().filter(one -> one.move().touches(scope)).toList(),
        false);
  }

  /** Whether nothing is different. */
  public boolean isNone() {
    return retired.isEmpty() && born.isEmpty() && outlines.isEmpty() && handed.isEmpty();
  }

  /** All that goes from one grid to another, in the order of the codes. */
  public List<Flow> flows() {
    Map<Move, Double> meters = new TreeMap<>();
    ground.forEach(one -> meters.merge(one.move(), one.squareMeters(), Double::sum));
    Map<Move, Map<String, Integer>> figures = new TreeMap<>();
    for (Handed one : handed) {
      meters.putIfAbsent(one.move(), 0.0);
      Handed.add(figures.computeIfAbsent(one.move(), move -> Handed.none()), one.figures());
    }
    List<Flow> flows = new ArrayList<>();
    meters.forEach(
        (move, squareMeters) ->
            flows.add(new Flow(move, squareMeters, figures.getOrDefault(move, Map.of()))));
    return flows;
  }

  /** Figures added up, each thing and each person once, however many grids it goes to. */
  public Map<String, Integer> totals() {
    Map<String, Integer> totals = Handed.none();
    Set<List<String>> counted = new HashSet<>();
    for (Handed one : handed) {
      if (counted.add(List.of(one.kind(), one.id()))) {
        Handed.add(totals, one.figures());
      }
    }
    return totals;
  }
}
