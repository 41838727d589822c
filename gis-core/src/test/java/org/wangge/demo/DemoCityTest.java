package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;

class DemoCityTest {
  private static final Instant NOW = Instant.parse("2026-11-03T04:00:00Z");
  private static final DemoCity CITY = DemoCity.generate(7, 1_543, NOW);

  @Test
  void it_has_exactly_as_many_grids_as_asked_for() {
    assertThat(CITY.areas(Level.GRID)).hasSize(1_543);
    for (int count : new int[] {16, 17, 40, 41, 102, 623}) {
      assertThat(DemoCity.generate(1, count, NOW).areas(Level.GRID)).hasSize(count);
    }
  }

  @Test
  void every_level_is_a_valid_coverage_of_the_same_ground() {
    for (Level level : List.of(Level.STREET, Level.COMMUNITY, Level.GRID)) {
      Coverages.assertSeamless(CITY.areas(level));
      assertThat(Coverages.area(CITY.areas(level)))
          .isEqualTo(Coverages.area(CITY.areas(Level.DISTRICT)));
    }
  }

  @Test
  void children_cover_their_parent_exactly_with_the_same_vertices() {
    Coverages.assertChildrenCoverParents(CITY.areas());
  }

  @Test
  void codes_follow_the_scheme_and_are_unique() {
    for (Area area : CITY.areas()) {
      CodeScheme.GB_GRID_1.check("code", area.level(), area.code());
    }
    assertThat(CITY.areas().stream().map(Area::code)).doesNotHaveDuplicates();
  }

  @Test
  void an_upper_area_has_as_many_households_as_its_grids() {
    assertThat(CITY.areas(Level.DISTRICT).stream().mapToInt(Area::households).sum())
        .isEqualTo(CITY.areas(Level.GRID).stream().mapToInt(Area::households).sum());
  }

  @Test
  void grids_have_about_sixty_vertices_and_are_small_in_the_centre() {
    List<Area> grids = CITY.areas(Level.GRID);
    assertThat(grids.stream().mapToInt(g -> shape(g).vertexCount()).average().orElseThrow())
        .isBetween(55.0, 65.0);
    List<Double> areas = grids.stream().map(g -> shape(g).scaled().getArea()).sorted().toList();
    assertThat(areas.get(1_400)).isGreaterThan(5 * areas.get(140));
  }

  @Test
  void the_same_seed_gives_the_same_city_and_another_seed_another() {
    DemoCity again = DemoCity.generate(7, 1_543, NOW);
    List<Area> areas = new ArrayList<>(again.areas());
    for (int i = 0; i < areas.size(); i++) {
      assertThat(areas.get(i).sameStateAs(CITY.areas().get(i))).isTrue();
    }
    List<LatticeShape> others =
        DemoCity.generate(8, 1_543, NOW).areas().stream().map(DemoCityTest::shape).toList();
    assertThat(CITY.areas().stream().map(DemoCityTest::shape)).doesNotContainAnyElementsOf(others);
  }

  private static LatticeShape shape(Area area) {
    return area.shape().orElseThrow();
  }
}
