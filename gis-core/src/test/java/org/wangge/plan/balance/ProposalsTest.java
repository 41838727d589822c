package org.wangge.plan.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Building;
import org.wangge.plan.operation.Operations;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/** Proposals for every grid of the generated town, held against the split itself. */
class ProposalsTest {
  private static final Topology TOPOLOGY = Topology.of(BalanceTown.TOWN.areas());
  private static final PlanGround GROUND = BalanceTown.townGround();
  private static final Redraw NOTHING = Redraw.NOTHING;

  private final List<String> refused = new ArrayList<>();

  @Test
  void what_is_proposed_for_any_grid_is_accepted_by_the_split_and_cuts_no_building() {
    Set<String> helped = new HashSet<>();
    int proposed = 0;
    for (Face grid : BalanceTown.grids(TOPOLOGY)) {
      List<Proposal> proposals = new Proposals(GROUND, line -> trial(grid, line)).of(grid);
      assertThat(proposals).hasSizeLessThanOrEqualTo(3);
      for (Proposal one : proposals) {
        helped.add(grid.id());
        proposed++;
        Drawn drawn = Operations.apply(TOPOLOGY, new Split(grid.id(), one.line(), ""), 1);
        assertThat(drawn.made()).hasSize(2);
        for (String half : drawn.made()) {
          assertThat(newlyCut(grid, drawn.topology().getFace(half))).isEmpty();
        }
      }
    }
    assertThat(helped).as("refused: " + refused).hasSizeGreaterThan(20);
    // A line that follows streets from border to border is hardly ever none.
    assertThat(refused).as("of " + proposed).hasSizeLessThan(1 + proposed / 10);
  }

  @Test
  void for_the_grid_that_has_outgrown_the_rule_the_best_line_makes_two_that_keep_it() {
    Face grid = BalanceTown.largest(TOPOLOGY).orElseThrow();
    List<Proposal> proposals = new Proposals(GROUND, line -> trial(grid, line)).of(grid);
    assertThat(proposals).isNotEmpty();
    assertThat(proposals.get(0).keepsRules()).isTrue();
    assertThat(proposals.get(0).unevenness()).isLessThan(0.3);
    assertThat(proposals)
        .isSortedAccordingTo((a, b) -> Boolean.compare(!a.keepsRules(), !b.keepsRules()));
  }

  private Optional<Proposal> trial(Face grid, List<LatticePoint> line) {
    try {
      Drawn drawn = Operations.apply(TOPOLOGY, new Split(grid.id(), line, ""), 1);
      return Optional.of(
          new Proposal(
              line,
              drawn.made().stream().map(id -> half(drawn.topology().getFace(id))).toList(),
              0));
    } catch (Invalid refusal) {
      refused.add(grid.id() + " " + refusal.code() + " " + refusal.details());
      return Optional.empty();
    }
  }

  private static GridBalance half(Face face) {
    GroundFigures figures = GROUND.of(face.shape());
    Face counted =
        new Face(
            face.id(),
            List.of(face.area().edit().households(figures.housed()).build()),
            true,
            face.parentOrNull(),
            face.shape(),
            face.label(),
            face.traits(),
            false);
    return GridBalance.of(counted, NOTHING, figures, BalanceTown.RULES);
  }

  /** Buildings that a half cuts and the whole grid did not, found without any index. */
  private static List<String> newlyCut(Face whole, Face half) {
    List<String> cut = new ArrayList<>();
    for (Building one : BalanceTown.TOWN.buildings()) {
      Geometry footprint = one.footprint().scaled();
      if (one.footprint().bounds().intersects(half.shape().bounds())
          && whole.shape().scaled().covers(footprint)) {
        double shared = half.shape().scaled().intersection(footprint).getArea();
        if (shared > 1 && shared < footprint.getArea() - 1) {
          cut.add(one.id());
        }
      }
    }
    return cut;
  }
}
