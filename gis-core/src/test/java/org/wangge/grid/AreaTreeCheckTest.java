package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aStreet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AreaTreeCheckTest {
  private final Area district = aDistrict("990001").build();
  private final Area street = aStreet("990001001").build();

  @Test
  void areas_are_planned_parents_first_whatever_their_order_in_the_file() {
    List<AreaDraft> drafts =
        new ArrayList<>(
            List.of(
                draft(1, Level.GRID, "990002001001001", "990002001001"),
                draft(2, Level.COMMUNITY, "990002001001", "990002001"),
                draft(3, Level.STREET, "990002001", "990002"),
                draft(4, Level.DISTRICT, "990002", null)));
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(drafts, new Random(seed));
      AreaPlan plan = plan(false, drafts);
      assertThat(plan.findings()).isEmpty();
      assertThat(plan.added())
          .extracting(AreaDraft::level)
          .containsExactly(Level.DISTRICT, Level.STREET, Level.COMMUNITY, Level.GRID);
    }
  }

  @Test
  void a_grid_may_hang_from_a_district_or_a_street_but_a_street_not_from_a_grid() {
    AreaPlan plan =
        plan(
            false,
            List.of(
                draft(1, Level.GRID, "990001001001001", "990001"),
                draft(2, Level.GRID, "990001001001002", "990001001"),
                draft(3, Level.STREET, "990001009", "990001001001001")));
    assertThat(plan.added()).hasSize(2);
    assertThat(problems(plan)).containsExactly("parent-level");
  }

  @Test
  void what_hangs_below_a_refused_area_is_refused_down_to_the_last() {
    AreaPlan plan =
        plan(
            false,
            List.of(
                draft(1, Level.STREET, "990001007", "770001"),
                draft(2, Level.COMMUNITY, "990001007001", "990001007"),
                draft(3, Level.GRID, "990001007001001", "990001007001")));
    assertThat(problems(plan))
        .containsExactly("parent-unknown", "parent-refused", "parent-refused");
    assertThat(plan.added()).isEmpty();
  }

  @Test
  void an_area_that_is_its_own_parent_is_a_cycle_of_one() {
    AreaPlan plan = plan(false, List.of(draft(1, Level.STREET, "990001007", "990001007")));
    assertThat(problems(plan)).containsExactly("parent-cycle");
    assertThat(plan.findings().get(0).details()).containsEntry("cycle", "990001007 → 990001007");
  }

  @Test
  void two_cycles_are_told_apart() {
    AreaPlan plan =
        plan(
            false,
            List.of(
                draft(1, Level.STREET, "990001011", "990001012"),
                draft(2, Level.STREET, "990001012", "990001011"),
                draft(3, Level.STREET, "990001021", "990001022"),
                draft(4, Level.STREET, "990001022", "990001021")));
    assertThat(plan.findings())
        .extracting(finding -> finding.details().get("cycle"))
        .containsExactly(
            "990001011 → 990001012 → 990001011",
            "990001011 → 990001012 → 990001011",
            "990001021 → 990001022 → 990001021",
            "990001021 → 990001022 → 990001021");
  }

  @Test
  void a_code_that_does_not_begin_with_its_parents_is_taken_with_a_warning() {
    AreaPlan plan = plan(false, List.of(draft(1, Level.STREET, "880001001", "990001")));
    assertThat(plan.added()).hasSize(1);
    assertThat(problems(plan)).containsExactly("code-not-below-parent");
    assertThat(plan.refusesAny()).isFalse();
  }

  @Test
  void an_existing_area_is_unchanged_taken_or_replaced() {
    AreaDraft same = AreaDraft.of(RecordPlace.ofRecord(1), Level.STREET, "990001001", "", "990001");
    assertThat(plan(false, List.of(same)).unchanged()).hasSize(1);
    AreaDraft other = draft(1, Level.STREET, "990001001", "990001");
    assertThat(problems(plan(false, List.of(other)))).containsExactly("code-taken");
    assertThat(plan(true, List.of(other)).changed()).hasSize(1);
  }

  @Test
  void a_replacement_may_not_change_the_level() {
    AreaTreeCheck check =
        new AreaTreeCheck(
            new CodeScheme("free", 1, Map.of()),
            Map.of(district.code(), district, street.code(), street),
            code -> false,
            true);
    AreaPlan plan = check.plan(List.of(draft(1, Level.GRID, "990001001", "990001")));
    assertThat(problems(plan)).containsExactly("level-changed");
  }

  @Test
  void a_code_once_used_is_never_used_again() {
    AreaPlan plan = plan(false, List.of(draft(1, Level.DISTRICT, "660001", null)));
    assertThat(problems(plan)).containsExactly("code-used");
  }

  @Test
  void a_new_area_needs_a_name() {
    AreaDraft nameless =
        AreaDraft.of(RecordPlace.ofRecord(1), Level.STREET, "990001002", "", "990001");
    assertThat(problems(plan(false, List.of(nameless)))).containsExactly("name-missing");
  }

  private AreaPlan plan(boolean replace, List<AreaDraft> drafts) {
    return new AreaTreeCheck(
            CodeScheme.GB_GRID_1,
            Map.of(district.code(), district, street.code(), street),
            Set.of("660001")::contains,
            replace)
        .plan(drafts);
  }

  private static List<String> problems(AreaPlan plan) {
    return plan.findings().stream().map(AreaFinding::problem).toList();
  }

  private static AreaDraft draft(int record, Level level, String code, @Nullable String parent) {
    return AreaDraft.of(RecordPlace.ofRecord(record), level, code, "新" + code, parent);
  }
}
