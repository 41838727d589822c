package org.wangge.plan.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Invalid;
import org.wangge.plan.PlanTown;
import org.wangge.plan.operation.Operations;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanOperation.Merge;
import org.wangge.plan.operation.PlanOperation.Reshape;
import org.wangge.plan.topology.Topology;

/** Comments on borders, and where they are found after the border was redrawn. */
class BorderPinsTest {
  private static final Comment.Ends BORDER =
      new Comment.Ends(PlanTown.at(10_000, 0), PlanTown.at(10_000, 10_000));

  private final Topology before = PlanTown.topology();
  private final Comment.Pin pin = pins(before).near(PlanTown.at(10_300, 4_000));

  private static BorderPins pins(Topology topology) {
    return new BorderPins(topology, topology.faces().stream().filter(Topology::isGrid).toList());
  }

  private PinnedBorder after(PlanOperation operation) {
    return pins(Operations.apply(before, operation, 1).topology()).now(pin).orElseThrow();
  }

  @Test
  void a_place_near_a_border_is_put_on_it_and_its_ends_are_kept() {
    assertThat(pin.placeOrNull()).isEqualTo(PlanTown.at(10_000, 4_000));
    assertThat(pin.endsOrNull()).isEqualTo(BORDER);
    PinnedBorder now = pins(before).now(pin).orElseThrow();
    assertThat(now.moved()).isFalse();
    assertThat(now.grids()).containsExactly(PlanTown.WEST, PlanTown.EAST);
    assertThat(now.line())
        .containsExactlyElementsOf(PlanTown.line(10_000, 0, 10_000, 5_000, 10_000, 10_000));
  }

  @Test
  void two_grids_name_their_border_and_its_middle() {
    Comment.Pin named =
        pins(before).between(before.getFace(PlanTown.EAST), before.getFace(PlanTown.WEST));
    assertThat(named.placeOrNull()).isEqualTo(PlanTown.at(10_000, 5_000));
    assertThat(named.endsOrNull()).isEqualTo(BORDER);
  }

  @Test
  void the_outline_of_the_plan_is_a_border_too() {
    Comment.Pin outer = pins(before).near(PlanTown.at(-200, 7_000));
    PinnedBorder now = pins(before).now(outer).orElseThrow();
    assertThat(now.grids()).containsExactly(PlanTown.WEST);
    assertThat(now.line()).hasSizeGreaterThan(4);
  }

  @Test
  void a_border_drawn_anew_between_the_same_ends_is_shown_where_it_runs_now() {
    PinnedBorder now =
        after(
            new Reshape(
                PlanTown.WEST,
                PlanTown.EAST,
                PlanTown.line(10_000, 0, 18_000, 5_000, 10_000, 10_000),
                ""));
    assertThat(now.moved()).isTrue();
    assertThat(now.line())
        .containsExactlyElementsOf(PlanTown.line(10_000, 0, 18_000, 5_000, 10_000, 10_000));
  }

  @Test
  void a_grid_split_at_the_border_leaves_it_where_it_was() {
    PinnedBorder now = after(PlanTown.split(PlanTown.EAST, 9_500, 6_000, 20_500, 6_000));
    assertThat(now.moved()).isFalse();
    assertThat(now.grids()).hasSize(2).contains(PlanTown.WEST);
    assertThat(now.line()).contains(PlanTown.at(10_000, 0), PlanTown.at(10_000, 6_000));
  }

  @Test
  void a_border_that_went_a_little_is_followed_and_one_that_is_gone_is_told() {
    PinnedBorder now =
        after(
            new Reshape(
                PlanTown.WEST, PlanTown.EAST, PlanTown.line(11_000, -500, 11_000, 10_500), ""));
    assertThat(now.moved()).isTrue();
    assertThat(now.place().lon()).isEqualTo(PlanTown.LON + 11_000);
    Topology merged =
        Operations.apply(before, new Merge(List.of(PlanTown.WEST, PlanTown.EAST), ""), 1)
            .topology();
    Comment.Pin middle =
        pins(before).between(before.getFace(PlanTown.EAST), before.getFace(PlanTown.WEST));
    assertThat(pins(merged).now(middle)).isEmpty();
  }

  @Test
  void what_is_far_from_every_border_and_grids_apart_are_refused() {
    assertThatThrownBy(() -> pins(before).near(PlanTown.at(40_000, 40_000)))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("comment-no-border")
        .hasMessageContaining("lon=");
    Topology split =
        Operations.apply(before, PlanTown.split(PlanTown.EAST, 15_000, -500, 15_000, 10_500), 1)
            .topology();
    assertThatThrownBy(
            () -> pins(split).between(split.getFace(PlanTown.WEST), split.getFace("e1-2")))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("not-neighbours");
  }
}
