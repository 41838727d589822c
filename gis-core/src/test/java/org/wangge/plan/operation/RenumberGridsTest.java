package org.wangge.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Areas;
import org.wangge.grid.Level;
import org.wangge.plan.PlanTown;
import org.wangge.plan.operation.PlanOperation.Merge;
import org.wangge.plan.operation.PlanOperation.Renumber;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Topology;

/** The grids of a community under new numbers, on the ground they had. */
class RenumberGridsTest {
  private static final Instant NOW = Instant.parse("2026-11-03T07:20:00Z");
  private static final Renumber ALL = new Renumber(PlanTown.COMMUNITY, "");
  private static final String SOUTH = PlanTown.COMMUNITY + "005";

  /** A third grid, south of the western one, whose number does not follow theirs. */
  private static Topology town() {
    return Topology.of(areas());
  }

  private static List<Area> areas() {
    List<Area> areas = new ArrayList<>(PlanTown.areas());
    int side = PlanTown.SIDE;
    LatticeShape community =
        PlanTown.shape(
            0, 0, 0, -9_000, side, -9_000, side, 0, 2 * side, 0, 2 * side, side, side, side, 5_000,
            side, 0, side, 0, 5_000);
    areas.replaceAll(
        area ->
            area.code().equals(PlanTown.COMMUNITY) ? area.edit().shape(community).build() : area);
    areas.add(
        Areas.aGrid(SOUTH)
            .name("南边第5网格")
            .households(77)
            .population(200)
            .shape(PlanTown.shape(0, 0, 0, -9_000, side, -9_000, side, 0, 5_000, 0))
            .build());
    return areas;
  }

  private static Drawn renumbered(Topology topology, int seq) {
    return Operations.apply(topology, ALL, seq);
  }

  private static Redraw redraw(Topology topology) {
    return PlanTown.redraw(topology, List.of(), (prefix, digits) -> digits(prefix), NOW);
  }

  private static int digits(String prefix) {
    return prefix.equals(PlanTown.COMMUNITY) ? 41 : 0;
  }

  private static List<Area> born(Redraw redraw, Level level) {
    return redraw.born().values().stream().filter(area -> area.level() == level).toList();
  }

  @Test
  void every_grid_gets_the_next_number_from_west_to_east_on_the_ground_it_had() {
    Topology before = town();
    Drawn drawn = renumbered(before, 3);
    assertThat(drawn.made()).containsExactly("e3-1", "e3-2", "e3-3");
    assertThat(drawn.gone()).hasSize(7).contains(PlanTown.WEST, PlanTown.EAST, SOUTH);
    Redraw redraw = redraw(drawn.topology());
    List<Area> grids = born(redraw, Level.GRID);
    assertThat(grids)
        .extracting(Area::code)
        .containsExactly(
            PlanTown.COMMUNITY + "042", PlanTown.COMMUNITY + "043", PlanTown.COMMUNITY + "044");
    assertThat(grids)
        .extracting(area -> area.shape().orElseThrow())
        .containsExactly(
            before.getFace(PlanTown.WEST).shape(),
            before.getFace(SOUTH).shape(),
            before.getFace(PlanTown.EAST).shape());
    assertThat(born(redraw, Level.MICRO_GRID))
        .extracting(area -> area.parentCode().orElseThrow())
        .containsOnly(PlanTown.COMMUNITY + "042")
        .hasSize(4);
    Seams.assertSeamless(drawn.topology());
    assertThat(drawn.topology().neighboursOf("e3-1"))
        .containsExactlyInAnyOrderElementsOf(List.of("e3-2", "e3-3"));
  }

  @Test
  void old_codes_end_with_one_line_to_each_new_one_under_the_next_version_of_the_scheme() {
    Topology topology = renumbered(town(), 1).topology();
    Redraw redraw = redraw(topology);
    assertThat(redraw.retired()).extracting(Area::code).contains(SOUTH).hasSize(7);
    assertThat(redraw.lineage(topology, 9, NOW))
        .hasSize(7)
        .extracting(line -> line.old().code())
        .doesNotHaveDuplicates();
    assertThat(redraw.born().values()).extracting(Area::scheme).containsOnly("gb-grid/2");
  }

  @Test
  void who_lives_there_is_not_counted_anew_and_a_name_changes_only_where_it_tells_the_number() {
    Redraw redraw = redraw(renumbered(town(), 1).topology());
    Area south = born(redraw, Level.GRID).get(1);
    assertThat(south.households()).isEqualTo(77);
    assertThat(south.population()).isEqualTo(200);
    assertThat(south.name()).isEqualTo("南边第43网格");
    Area west = born(redraw, Level.GRID).get(0);
    assertThat(west.households()).isEqualTo(600);
    assertThat(west.name()).isEqualTo("测试" + PlanTown.WEST);
    assertThat(born(redraw, Level.MICRO_GRID).get(0).name()).isEqualTo("第42网格1号微网格");
  }

  @Test
  void what_the_plan_has_brought_forth_before_is_numbered_among_the_others() {
    Drawn split =
        Operations.apply(
            town(), PlanTown.split(PlanTown.EAST, 15_000, -500, 15_000, PlanTown.SIDE + 500), 1);
    Drawn drawn = renumbered(split.topology(), 2);
    assertThat(drawn.made()).containsExactly("e2-1", "e2-2");
    assertThat(drawn.changed()).containsExactlyElementsOf(split.made());
    assertThat(born(redraw(drawn.topology()), Level.GRID))
        .extracting(Area::code)
        .containsExactly(
            PlanTown.COMMUNITY + "042",
            PlanTown.COMMUNITY + "043",
            PlanTown.COMMUNITY + "044",
            PlanTown.COMMUNITY + "045");
    assertThat(born(redraw(drawn.topology()), Level.GRID))
        .extracting(Area::scheme)
        .containsOnly("gb-grid/2");
  }

  @Test
  void what_was_renumbered_is_drawn_in_as_before_and_keeps_all_its_people() {
    Topology after = renumbered(town(), 1).topology();
    Drawn merged = Operations.apply(after, new Merge(List.of("e1-2", "e1-1"), ""), 2);
    Seams.assertSeamless(merged.topology());
    Redraw redraw = redraw(merged.topology());
    assertThat(born(redraw, Level.GRID)).hasSize(2);
    assertThat(born(redraw, Level.GRID).stream().mapToInt(Area::population).sum()).isEqualTo(2701);
    assertThat(redraw.lineage(merged.topology(), 9, NOW))
        .extracting(line -> line.old().code())
        .contains(PlanTown.WEST, SOUTH, PlanTown.EAST);
    Drawn reshaped =
        Operations.apply(
            after,
            new PlanOperation.Reshape(
                "e1-1", "e1-2", PlanTown.line(2_000, 0, 5_000, -2_000, 8_000, 0), ""),
            2);
    assertThat(
            born(redraw(reshaped.topology()), Level.GRID).stream().mapToInt(Area::population).sum())
        .isEqualTo(2701);
  }

  @Test
  void numbers_in_order_no_grids_and_a_child_without_an_outline_are_refused() {
    refused(PlanTown.topology(), ALL, "renumber-same");
    refused(renumbered(town(), 1).topology(), ALL, "renumber-same");
    refused(town(), new Renumber("990101001009", ""), "renumber-no-grids");
    Area unseen = Areas.anArea(Level.MICRO_GRID, SOUTH + "001").parentCode(SOUTH).build();
    List<Area> areas = areas();
    areas.add(unseen.edit().shape(null).build());
    refused(Topology.of(areas), ALL, "child-without-outline");
    assertThatThrownBy(
            () ->
                PlanTown.redraw(
                    renumbered(town(), 1).topology(), List.of(), (prefix, digits) -> 997, NOW))
        .hasMessageContaining("codes-exhausted")
        .hasMessageContaining("lon=");
  }

  private static void refused(Topology topology, Renumber renumber, String code) {
    assertThatThrownBy(() -> Operations.apply(topology, renumber, 2))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(code);
  }
}
