package org.wangge.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wangge.demo.DemoTown;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.CoverageCheck;
import org.wangge.grid.CoverageFlaw;
import org.wangge.grid.Level;
import org.wangge.grid.Located;
import org.wangge.plan.PlanTown;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

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

  @Test
  void hundreds_of_random_splits_one_after_another_leave_no_seam() {
    Topology topology = Topology.of(TOWN.areas());
    Random random = new Random(11);
    int seq = 0;
    int done = 0;
    for (int i = 0; i < 400; i++) {
      List<Face> grids =
          topology.faces().stream().filter(face -> face.level() == Level.GRID).toList();
      Face grid = grids.get(random.nextInt(grids.size()));
      try {
        Split split = new Split(grid.id(), across(grid, random), "");
        topology = SplitFace.apply(topology, split, ++seq).topology();
        done++;
      } catch (Invalid refusal) {
        assertThat(refusal.details()).containsKeys("lon", "lat");
      }
    }
    Seams.assertSeamless(topology);
    assertThat(flaws(topology)).isEmpty();
    assertThat(done).isGreaterThan(250);
  }

  /** What the check of coverages finds in the grids against their communities. */
  private static List<CoverageFlaw> flaws(Topology topology) {
    List<Face> grids =
        topology.faces().stream().filter(face -> face.level() == Level.GRID).toList();
    List<CoverageCheck.Parent> parents =
        topology.faces().stream()
            .filter(face -> face.level() == Level.COMMUNITY)
            .map(
                face ->
                    new CoverageCheck.Parent(
                        face.id(),
                        face.shape(),
                        grids.stream()
                            .filter(grid -> grid.parent().equals(Optional.of(face.id())))
                            .map(Face::id)
                            .collect(Collectors.toSet())))
            .toList();
    return CoverageCheck.check(
            grids.stream()
                .map(grid -> new CoverageCheck.Member(grid.id(), grid.shape(), true))
                .toList(),
            parents,
            CoverageCheck.Bounds.USUAL)
        .flaws();
  }

  @Test
  void twenty_thousand_points_outside_the_split_grid_have_the_owners_they_had() {
    Topology before = Topology.of(TOWN.areas());
    Face grid =
        before.faces().stream()
            .filter(face -> face.level() == Level.GRID)
            .max(Comparator.comparingInt(face -> face.area().households()))
            .orElseThrow();
    Topology after =
        SplitFace.apply(before, new Split(grid.id(), across(grid, new Random(3)), ""), 1)
            .topology();
    AreaAtlas was = AreaAtlas.of(TOWN.areas(), TOWN.partitions(), 1);
    AreaAtlas is = AreaAtlas.of(inForce(after), TOWN.partitions(), 2);
    LatticeBox box = before.getFace("990101").shape().bounds();
    Random random = new Random(7);
    int inside = 0;
    for (int i = 0; i < 20_000; i++) {
      LatticePoint point =
          new LatticePoint(
              random.nextInt(box.west(), box.east()), random.nextInt(box.south(), box.north()));
      List<String> old = codes(was, point);
      if (old.contains(grid.id())) {
        inside++;
        assertThat(codes(is, point).subList(0, 3)).isEqualTo(old.subList(0, 3));
        assertThat(codes(is, point)).doesNotContain(grid.id());
      } else {
        assertThat(codes(is, point)).as("at " + point).isEqualTo(old);
      }
    }
    assertThat(inside).isGreaterThan(100);
  }

  private static List<Area> inForce(Topology topology) {
    List<Area> areas = new ArrayList<>();
    Redraw redraw =
        PlanTown.redraw(
            topology,
            TOWN.buildings(),
            (prefix, digits) -> prefix.length() == 12 ? 99 : 0,
            TOWN.areas().get(0).validity().from());
    areas.addAll(redraw.born().values());
    areas.addAll(redraw.altered());
    topology.faces().stream()
        .filter(face -> !face.born() && !face.isAltered())
        .forEach(face -> areas.add(face.area()));
    return areas;
  }

  private static List<String> codes(AreaAtlas atlas, LatticePoint point) {
    Located located = atlas.locate(point);
    List<String> codes = new ArrayList<>();
    located.chain().forEach(area -> codes.add(area.code()));
    located.overlays().forEach(area -> codes.add(area.code()));
    return codes;
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
