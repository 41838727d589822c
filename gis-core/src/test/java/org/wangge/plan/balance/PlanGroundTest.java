package org.wangge.plan.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wangge.plan.balance.BalanceTown.at;
import static org.wangge.plan.balance.BalanceTown.box;
import static org.wangge.plan.balance.BalanceTown.building;
import static org.wangge.plan.balance.BalanceTown.street;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.StreetEdge;

class PlanGroundTest {
  private static final LatticeShape SQUARE = box(0, 0, 11_350, 10_000);

  @Test
  void a_building_counts_where_its_middle_is_and_is_cut_where_the_border_runs_through_it() {
    PlanGround ground =
        ground(
            List.of(
                building("inside", 4_000, 4_000, 30),
                building("mostly outside", -700, 2_000, 50),
                building("wall to wall with the border", 10_350, 3_000, 20),
                building("next door, wall to wall", 11_350, 3_000, 70),
                building("far", 40_000, 0, 90)),
            List.of());
    GroundFigures figures = ground.of(SQUARE);
    assertThat(figures.buildings()).isEqualTo(2);
    assertThat(figures.housed()).isEqualTo(50);
    assertThat(figures.cutBuildings()).isEqualTo(1);
  }

  @Test
  void cameras_are_counted_inside() {
    PlanGround ground =
        new PlanGround(
            List.of(), List.of(at(100, 100), at(9_000, 9_000), at(-100, 100)), List.of());
    assertThat(ground.of(SQUARE).cameras()).isEqualTo(2);
  }

  @Test
  void a_square_is_as_compact_as_a_square_and_a_strip_is_less() {
    PlanGround ground = ground(List.of(), List.of());
    GroundFigures square = ground.of(SQUARE);
    // A degree of longitude is shorter than one of latitude: 11,350 by 10,000 units is a square.
    assertThat(square.compactness()).isCloseTo(Math.PI / 4, within(0.002));
    assertThat(square.squareMeters()).isCloseTo(Geodesy.areaSquareMeters(SQUARE), within(0.1));
    assertThat(ground.of(box(0, 0, 113_500, 10_000)).compactness()).isLessThan(0.27);
  }

  @Test
  void the_border_along_a_street_counts_and_what_only_crosses_it_does_not() {
    PlanGround ground =
        ground(
            List.of(),
            List.of(
                street("beside the south", -3_000, -800, 20_000, -800),
                street("across", 5_000, -9_000, 5_000, 20_000),
                street("far in the north", -3_000, 13_000, 20_000, 13_000)));
    assertThat(ground.of(SQUARE).onStreets()).isCloseTo(0.25, within(0.03));
    assertThat(ground(List.of(), List.of()).of(SQUARE).onStreets()).isZero();
  }

  private static PlanGround ground(List<Building> buildings, List<StreetEdge> streets) {
    return new PlanGround(buildings, List.of(), streets);
  }
}
