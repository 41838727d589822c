package org.wangge.plan.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Invalid;
import org.wangge.grid.Area;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;
import org.wangge.place.Building;
import org.wangge.plan.PlanTown;
import org.wangge.plan.operation.CutBuildings;
import org.wangge.plan.operation.Operations;
import org.wangge.plan.topology.Topology;

/** Codes, names and figures of what a plan brings forth. */
class RedrawTest {
  private static final Instant NOW = Instant.parse("2026-11-03T07:20:00Z");
  private static final List<Building> BUILDINGS =
      List.of(
          PlanTown.building("a", 1_000, 1_000, 500, 100),
          PlanTown.building("b", 6_000, 1_000, 500, 120),
          PlanTown.building("c", 6_000, 7_000, 500, 380));

  private final Topology topology =
      Operations.apply(
              PlanTown.topology(), PlanTown.split(PlanTown.WEST, -500, 3_000, 11_000, 3_000), 1)
          .topology();

  private Redraw redraw(List<Building> buildings) {
    return PlanTown.redraw(
        topology, buildings, (prefix, digits) -> prefix.length() == 12 ? 7 : 0, NOW);
  }

  private Area grid(Redraw redraw, String code) {
    return redraw.born().values().stream()
        .filter(area -> area.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void new_grids_take_the_next_numbers_and_micro_grids_count_on_from_theirs() {
    Redraw redraw = redraw(BUILDINGS);
    assertThat(redraw.born().values().stream().filter(area -> area.level() == Level.GRID))
        .extracting(Area::code)
        .containsExactly(PlanTown.COMMUNITY + "008", PlanTown.COMMUNITY + "009");
    assertThat(redraw.born().values().stream().filter(area -> area.level() == Level.MICRO_GRID))
        .extracting(Area::code)
        .containsExactlyInAnyOrder(
            PlanTown.COMMUNITY + "008001",
            PlanTown.COMMUNITY + "008002",
            PlanTown.COMMUNITY + "008003",
            PlanTown.COMMUNITY + "008004",
            PlanTown.COMMUNITY + "009001",
            PlanTown.COMMUNITY + "009002");
    assertThat(redraw.retired()).extracting(Area::code).contains(PlanTown.WEST).hasSize(5);
    assertThat(redraw.lineage(topology, 3, NOW)).hasSize(8);
  }

  @Test
  void households_are_those_of_the_buildings_and_people_are_shared_out_to_the_last_one() {
    Redraw redraw = redraw(BUILDINGS);
    Area north = grid(redraw, PlanTown.COMMUNITY + "008");
    Area south = grid(redraw, PlanTown.COMMUNITY + "009");
    assertThat(north.households()).isEqualTo(380);
    assertThat(south.households()).isEqualTo(220);
    assertThat(north.population() + south.population()).isEqualTo(1501);
    assertThat(north.population()).isBetween(950, 951);
    assertThat(redraw.figures().values()).noneMatch(FaceFigures::estimated);
    assertThat(redraw.figures().values().stream().mapToInt(FaceFigures::buildings).sum())
        .as("each building in one grid and one micro-grid")
        .isEqualTo(6);
  }

  @Test
  void where_no_building_is_known_households_follow_the_ground_and_that_is_said() {
    Redraw redraw = redraw(List.of());
    Area north = grid(redraw, PlanTown.COMMUNITY + "008");
    Area south = grid(redraw, PlanTown.COMMUNITY + "009");
    assertThat(north.households()).isEqualTo(420);
    assertThat(south.households()).isEqualTo(180);
    assertThat(redraw.figures().values()).allMatch(FaceFigures::estimated);
  }

  @Test
  void a_new_area_keeps_what_it_was_but_for_number_and_ground() {
    Area north = grid(redraw(BUILDINGS), PlanTown.COMMUNITY + "008");
    assertThat(north.parentCode()).contains(PlanTown.COMMUNITY);
    assertThat(north.version()).isEqualTo(1);
    assertThat(north.name()).isEqualTo("测试" + PlanTown.WEST + " 8");
    assertThat(north.validity().from()).isEqualTo(NOW);
    Area micro = grid(redraw(BUILDINGS), PlanTown.COMMUNITY + "009002");
    assertThat(micro.name()).isEqualTo("第9网格2号微网格");
    assertThat(micro.parentCode()).contains(PlanTown.COMMUNITY + "009");
  }

  @Test
  void numbers_that_are_used_up_or_are_no_numbers_are_told() {
    assertThatThrownBy(() -> PlanTown.redraw(topology, BUILDINGS, (prefix, digits) -> 998, NOW))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("codes-exhausted");
    CodeScheme free = new CodeScheme("free", 1, Map.of());
    Terms terms = PlanTown.terms(BUILDINGS, free, (prefix, digits) -> 0, NOW);
    assertThatThrownBy(() -> Outcome.of(topology, terms))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("codes-not-numbered");
  }

  @Test
  void shares_add_up_to_the_total_whatever_the_weights() {
    assertThat(Census.shares(100, new double[] {1, 1, 1})).containsExactly(33, 34, 33);
    assertThat(Census.shares(7, new double[] {0, 5})).containsExactly(0, 7);
  }

  @Test
  void a_border_through_a_building_wants_a_reason() {
    List<Building> cut = CutBuildings.by(PlanTown.line(0, 1_200, 10_000, 1_200), BUILDINGS);
    assertThat(cut).extracting(Building::id).containsExactly("a", "b");
    assertThat(CutBuildings.by(PlanTown.line(0, 1_000, 10_000, 1_000), BUILDINGS))
        .as("along a wall is not through it")
        .isEmpty();
    assertThatThrownBy(() -> CutBuildings.refuse(cut, " "))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("cuts-building")
        .hasMessageContaining("count=2");
    CutBuildings.refuse(cut, "分属两个小区");
    CutBuildings.refuse(List.of(), "");
  }
}
