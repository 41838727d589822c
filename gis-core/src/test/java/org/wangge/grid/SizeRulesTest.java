package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wangge.grid.SizeRule.Measure;

class SizeRulesTest {
  private static final SizeRule EVERYWHERE =
      SizeRule.everywhere(Level.GRID, GridKind.BASE, Measure.HOUSEHOLDS, 300, 500);
  private static final SizeRule STREET = said("990101001", 200, 400, true);
  private static final SizeRule COMMUNITY_OFF = said("990101001002", 1, 2, false);
  private static final SizeRules RULES = new SizeRules(List.of(EVERYWHERE, COMMUNITY_OFF, STREET));

  @Test
  void what_is_said_nearest_above_an_area_judges_it() {
    assertThat(find("990102001001001")).contains(EVERYWHERE);
    assertThat(find("990101001001001")).contains(STREET);
  }

  @Test
  void a_rule_out_of_force_keeps_that_of_an_area_above_from_judging() {
    assertThat(find("990101001002001")).isEmpty();
  }

  @Test
  void another_kind_level_or_measure_is_not_judged() {
    Area exclusive = Areas.aGrid("990101001001001").kind(GridKind.EXCLUSIVE).build();
    assertThat(RULES.find(exclusive, Measure.HOUSEHOLDS)).isEmpty();
    assertThat(RULES.find(Areas.aCommunity("990101001001").build(), Measure.HOUSEHOLDS)).isEmpty();
    assertThat(RULES.find(Areas.aGrid("990101001001001").build(), Measure.BUILDINGS)).isEmpty();
  }

  @Test
  void the_deviation_tells_how_much_there_is_too_much_or_missing() {
    assertThat(List.of(EVERYWHERE.deviation(290), EVERYWHERE.deviation(300)))
        .containsExactly(-10, 0);
    assertThat(List.of(EVERYWHERE.deviation(500), EVERYWHERE.deviation(672)))
        .containsExactly(0, 172);
  }

  private static Optional<SizeRule> find(String code) {
    return RULES.find(Areas.aGrid(code).build(), Measure.HOUSEHOLDS);
  }

  private static SizeRule said(String area, int min, int max, boolean inForce) {
    return new SizeRule(
        1, 1, area, Level.GRID, GridKind.BASE, Measure.HOUSEHOLDS, min, max, inForce);
  }
}
