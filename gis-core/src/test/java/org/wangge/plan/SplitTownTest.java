package org.wangge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wangge.demo.DemoTown;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Level;
import org.wangge.plan.PlanOperation.Split;

/** Splits grids of the generated town by the dozen and looks whether everything still fits. */
class SplitTownTest {
  private static final DemoTown TOWN = DemoTown.generate(5, Instant.parse("2026-11-03T07:20:00Z"));

  @Test
  void every_grid_split_across_its_middle_leaves_all_levels_seamless() {
    Topology topology = Topology.of(TOWN.areas());
    Seams.assertSeamless(topology);
    Map<String, Integer> refused = new HashMap<>();
    int seq = 0;
    int done = 0;
    for (Face grid : topology.faces()) {
      if (grid.level() != Level.GRID) {
        continue;
      }
      try {
        Split split = new Split(grid.id(), across(grid, new Random(seq)), "");
        Drawn drawn = SplitFace.apply(topology, split, ++seq);
        topology = drawn.topology();
        assertThat(drawn.made()).containsExactly("e" + seq + "-1", "e" + seq + "-2");
        done++;
      } catch (Invalid refusal) {
        refused.merge(refusal.code(), 1, Integer::sum);
      }
    }
    Seams.assertSeamless(topology);
    assertThat(done).as("refused: " + refused).isGreaterThan(30);
  }

  static List<LatticePoint> across(Face grid, Random random) {
    LatticeBox box = grid.shape().bounds();
    LatticePoint at = grid.label();
    double turn = random.nextDouble() * Math.PI;
    int reach = Math.max(box.east() - box.west(), box.north() - box.south()) + 1_000;
    int dx = (int) (reach * Math.cos(turn));
    int dy = (int) (reach * Math.sin(turn));
    List<LatticePoint> line = new ArrayList<>();
    line.add(new LatticePoint(at.lon() - dx, at.lat() - dy));
    line.add(at);
    line.add(new LatticePoint(at.lon() + dx, at.lat() + dy));
    return line;
  }
}
