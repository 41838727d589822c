package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.START;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.geo.Validity;

class AreaRulesTest {
  private static final Caller PLANNER = caller(Role.PLANNER);
  private static final Area COMMUNITY = aCommunity("990101001001").build();

  private static Caller caller(Role role) {
    return Caller.of("test", Set.of(role), AreaScope.unlimited(), Purpose.USE);
  }

  private static Area add(Area area, Optional<Area> parent) {
    return AreaRules.add(PLANNER, CodeScheme.GB_GRID_1, area, parent);
  }

  private static Area change(Area current, int ifVersion, Area wanted) {
    return AreaRules.change(PLANNER, current, ifVersion, wanted, Optional.of(COMMUNITY));
  }

  @Test
  void a_new_area_starts_with_version_1() {
    Area grid = aGrid("990101001001001").version(7).build();
    assertThat(add(grid, Optional.of(COMMUNITY)).version()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"RESIDENT", "WALL", "OPERATOR", "WORKER", "LIAISON", "SUPERVISOR"})
  void only_a_planner_or_an_administrator_may_add(Role role) {
    Area grid = aGrid("990101001001001").build();
    assertThatThrownBy(
            () -> AreaRules.add(caller(role), CodeScheme.GB_GRID_1, grid, Optional.of(COMMUNITY)))
        .isInstanceOf(Forbidden.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DISTRICT,99010",
    "DISTRICT,9901011",
    "STREET,990101",
    "COMMUNITY,99010100100A",
    "GRID,99010100100100",
    "GRID,9901010010010011",
    "MICRO_GRID,990101001001001"
  })
  void a_code_of_the_wrong_length_or_with_letters_is_refused(Level level, String code) {
    assertThatThrownBy(() -> CodeScheme.GB_GRID_1.check("code", level, code))
        .isInstanceOf(Invalid.class)
        .extracting(e -> ((Invalid) e).code())
        .isEqualTo("code-length");
  }

  @Test
  void a_grid_may_hang_from_a_district_a_street_or_a_community() {
    Area grid = aGrid("990101001001001").build();
    assertThat(add(grid, Optional.of(aDistrict("990101").build()))).isNotNull();
    assertThat(add(grid, Optional.of(aStreet("990101001").build()))).isNotNull();
    assertThat(add(grid, Optional.of(COMMUNITY))).isNotNull();
  }

  @Test
  void a_parent_of_the_same_or_a_lower_level_is_refused_so_that_no_cycle_can_be_made() {
    Area street = aStreet("990101001").parentCode("990101001001").build();
    assertThatThrownBy(() -> add(street, Optional.of(COMMUNITY)))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("parent-level");
  }

  @Test
  void a_missing_or_unknown_parent_is_refused() {
    Area orphan = aGrid("990101001001001").parentCode(null).build();
    assertThatThrownBy(() -> add(orphan, Optional.empty())).hasMessageContaining("parent-missing");
    Area lost = aGrid("990101001001001").build();
    assertThatThrownBy(() -> add(lost, Optional.empty())).hasMessageContaining("parent-unknown");
    Area district = aDistrict("990101").parentCode("99").build();
    assertThatThrownBy(() -> add(district, Optional.empty()))
        .hasMessageContaining("parent-not-wanted");
  }

  @Test
  void a_change_counts_the_version_up() {
    Area current = aGrid("990101001001001").version(4).build();
    Area wanted = current.edit().name("新").build();
    assertThat(change(current, 4, wanted).version()).isEqualTo(5);
  }

  @Test
  void a_change_from_an_old_version_is_a_conflict_that_names_both() {
    Area current = aGrid("990101001001001").version(4).build();
    assertThatThrownBy(() -> change(current, 3, current))
        .isInstanceOf(Conflict.class)
        .extracting(e -> ((Conflict) e).details())
        .isEqualTo(java.util.Map.of("given", 3, "newest", 4));
  }

  @Test
  void code_and_level_stay_and_counts_are_not_negative() {
    Area current = aGrid("990101001001001").build();
    assertThatThrownBy(
            () -> change(current, 1, current.edit().key(AreaKey.tree("990101001001002")).build()))
        .hasMessageContaining("code-fixed");
    assertThatThrownBy(() -> change(current, 1, current.edit().level(Level.MICRO_GRID).build()))
        .hasMessageContaining("level-fixed");
    assertThatThrownBy(() -> change(current, 1, current.edit().households(-1).build()))
        .hasMessageContaining("count-negative");
    assertThatThrownBy(() -> change(current, 1, current.edit().name(" ").build()))
        .hasMessageContaining("name-length");
  }

  @Test
  void a_change_cannot_reach_back_before_the_newest_state_began() {
    Area current = aGrid("990101001001001").build();
    Area early = current.edit().validity(Validity.since(START.minusSeconds(1))).build();
    assertThatThrownBy(() -> change(current, 1, early))
        .hasMessageContaining("valid-from-too-early");
  }

  @ParameterizedTest
  @CsvSource({"299,BELOW", "300,WITHIN", "500,WITHIN", "501,ABOVE"})
  void the_size_rule_includes_both_its_ends(int households, SizeRule.Verdict verdict) {
    SizeRule rule =
        SizeRule.everywhere(Level.GRID, GridKind.BASE, SizeRule.Measure.HOUSEHOLDS, 300, 500);
    assertThat(rule.judge(households)).isEqualTo(verdict);
  }
}
