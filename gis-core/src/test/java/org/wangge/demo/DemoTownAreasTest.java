package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

class DemoTownAreasTest {
  private static final Instant NOW = Towns.NOW;
  private static final DemoTown TOWN = Towns.town(1);

  @Test
  void it_has_one_district_one_street_seven_communities_and_forty_grids() {
    assertThat(tree(TOWN, Level.DISTRICT)).hasSize(1);
    assertThat(tree(TOWN, Level.STREET)).hasSize(1);
    assertThat(tree(TOWN, Level.COMMUNITY)).hasSize(7);
    assertThat(tree(TOWN, Level.GRID)).hasSize(40);
    assertThat(tree(TOWN, Level.GRID).stream().filter(g -> g.kind() == GridKind.EXCLUSIVE))
        .hasSize(3);
    for (Area grid : tree(TOWN, Level.GRID)) {
      long micro =
          tree(TOWN, Level.MICRO_GRID).stream()
              .filter(area -> area.parentCode().orElseThrow().equals(grid.code()))
              .count();
      assertThat(micro).as("micro-grids of " + grid).isBetween(1L, 60L);
    }
  }

  @Test
  void every_base_grid_but_the_one_to_be_split_has_300_to_500_households() {
    List<Area> outside =
        tree(TOWN, Level.GRID).stream()
            .filter(grid -> grid.kind() == GridKind.BASE)
            .filter(grid -> grid.households() < 300 || grid.households() > 500)
            .toList();
    assertThat(outside).hasSize(1);
    assertThat(outside.get(0).households()).isBetween(600, 720);
  }

  @Test
  void every_level_of_any_town_is_seamless() {
    for (long seed = 1; seed <= 3; seed++) {
      DemoTown town = Towns.town(seed);
      for (Level level : List.of(Level.COMMUNITY, Level.GRID, Level.MICRO_GRID)) {
        Coverages.assertSeamless(tree(town, level));
      }
      Coverages.assertChildrenCoverParents(
          town.areas().stream().filter(a -> a.key().partition().equals(Partition.TREE)).toList());
    }
  }

  @Test
  void the_overlays_cover_the_same_ground_by_other_lines_of_the_same_edges() {
    List<Area> beats = TOWN.areas("police-beat", Level.OVERLAY);
    List<Area> inspection = TOWN.areas("inspection", Level.OVERLAY);
    for (List<Area> overlay : List.of(beats, inspection)) {
      Coverages.assertSeamless(overlay);
      Coverages.assertSameEdges(tree(TOWN, Level.STREET), overlay);
    }
    assertThat(beats.stream().map(DemoTownAreasTest::shape))
        .doesNotContainAnyElementsOf(inspection.stream().map(DemoTownAreasTest::shape).toList());
  }

  @Test
  void an_overlay_has_every_vertex_of_the_micro_grids_it_runs_along() {
    var corners = Coverages.vertices(tree(TOWN, Level.MICRO_GRID));
    assertThat(corners).containsAll(Coverages.vertices(TOWN.areas("police-beat", Level.OVERLAY)));
    for (Coordinate vertex :
        Coverages.verticesOnRims(
            tree(TOWN, Level.MICRO_GRID), TOWN.areas("police-beat", Level.OVERLAY))) {
      assertThat(Coverages.vertices(TOWN.areas("police-beat", Level.OVERLAY))).contains(vertex);
    }
  }

  @Test
  void only_exclusive_grids_are_cut_out_of_others() {
    for (Area grid : tree(TOWN, Level.GRID)) {
      int holes = Coverages.polygon(grid).getNumInteriorRing();
      assertThat(holes).as(grid.toString()).isLessThanOrEqualTo(1);
    }
    assertThat(
            tree(TOWN, Level.GRID).stream()
                .mapToInt(grid -> Coverages.polygon(grid).getNumInteriorRing())
                .sum())
        .isEqualTo(1);
  }

  @Test
  void codes_follow_the_scheme_and_are_unique_in_their_partition() {
    for (Area area : TOWN.areas()) {
      CodeScheme.GB_GRID_1.check("code", area.level(), area.code());
    }
    assertThat(TOWN.areas().stream().map(Area::key)).doesNotHaveDuplicates();
  }

  @Test
  void grids_are_numbered_from_west_to_east() {
    for (Area community : tree(TOWN, Level.COMMUNITY)) {
      List<Integer> lons =
          tree(TOWN, Level.GRID).stream()
              .filter(grid -> grid.parentCode().orElseThrow().equals(community.code()))
              .map(grid -> shape(grid).labelPoint().lon())
              .toList();
      assertThat(lons).isSorted();
    }
  }

  @Test
  void the_same_seed_gives_the_same_areas_and_another_seed_others() {
    DemoTown again = DemoTown.generate(1, NOW);
    assertThat(again.areas()).hasSameSizeAs(TOWN.areas());
    for (int i = 0; i < TOWN.areas().size(); i++) {
      assertThat(again.areas().get(i).sameStateAs(TOWN.areas().get(i))).isTrue();
    }
    List<LatticeShape> others =
        Towns.town(2).areas().stream().map(DemoTownAreasTest::shape).toList();
    assertThat(TOWN.areas().stream().map(DemoTownAreasTest::shape))
        .doesNotContainAnyElementsOf(others);
  }

  private static List<Area> tree(DemoTown town, Level level) {
    return town.areas(Partition.TREE, level);
  }

  private static LatticeShape shape(Area area) {
    return area.shape().orElseThrow();
  }
}
