package org.wangge.plan.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wangge.grid.Areas.aGrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.grid.Duty;
import org.wangge.grid.GridKind;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRule;

class BalanceTest {
  private static final SizeRule RULE =
      SizeRule.everywhere(Level.GRID, GridKind.BASE, SizeRule.Measure.HOUSEHOLDS, 300, 500);

  private static GridBalance grid(String face, int households, int cut, String... staff) {
    return new GridBalance(
        face,
        aGrid("990101001001001")
            .households(households)
            .population(3 * households)
            .inCharge(
                Arrays.stream(staff).map(code -> new InCharge(Duty.GRID_WORKER, code)).toList())
            .build(),
        false,
        new GroundFigures(households / 10, households, 2, households + 0.4, 400, 0.5, cut),
        List.of(new Judgement(RULE, households)));
  }

  @Test
  void whoever_has_two_grids_counts_once_until_both_are_gone() {
    Balance both =
        Balance.of(1, List.of(grid("a", 400, 0, "D1", "D2"), grid("b", 400, 0, "D1", "D3")));
    assertThat(both.totals().staff()).isEqualTo(3);
    Balance one = both.after(2, Set.of("a"), List.of());
    assertThat(one.totals().staff()).isEqualTo(2);
    assertThat(one.after(3, Set.of("b"), List.of()).totals())
        .isEqualTo(new Balance.Totals(0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(both.totals().staff()).as("of what was before").isEqualTo(3);
  }

  @Test
  void areas_are_rounded_one_by_one_before_they_are_added_up() {
    Balance balance = Balance.of(1, List.of(grid("a", 400, 0), grid("b", 400, 0)));
    assertThat(balance.totals()).isEqualTo(new Balance.Totals(2, 800, 2400, 80, 0, 4, 800, 0));
  }

  @Test
  void a_grid_with_two_things_wrong_is_one_problem() {
    GridBalance wrong = grid("a", 299, 1);
    assertThat(wrong.problems()).containsExactly("households-below", "cuts-building");
    assertThat(wrong.keepsRules()).isFalse();
    GridBalance cut = grid("b", 500, 3);
    assertThat(cut.problems()).containsExactly("cuts-building");
    assertThat(cut.keepsRules()).as("a cut is no rule of size").isTrue();
    Balance balance = Balance.of(1, List.of(wrong, cut, grid("c", 300, 0)));
    assertThat(balance.totals().problems()).isEqualTo(2);
    Balance mended = balance.after(2, Set.of(), List.of(grid("a", 300, 0)));
    assertThat(mended.totals().problems()).isEqualTo(1);
  }

  @Test
  void a_change_takes_the_place_of_what_was_there() {
    Balance before = Balance.of(1, List.of(grid("a", 400, 0), grid("b", 300, 0)));
    GridBalance other = grid("a", 350, 0);
    Balance after = before.after(2, List.of("b", "unknown"), List.of(other, grid("c", 310, 0)));
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.grids()).extracting(GridBalance::face).containsExactlyInAnyOrder("a", "c");
    assertThat(after.find("a")).contains(other);
    assertThat(after.find("b")).isEmpty();
    assertThat(after.totals().households()).isEqualTo(660);
    assertThat(before.find("b")).as("what was before stays").isPresent();
  }

  @Test
  void many_changes_add_up_to_what_counting_anew_gives() {
    Random random = new Random(11);
    Map<String, GridBalance> expected = new HashMap<>();
    Balance balance = Balance.of(1, List.of());
    for (int version = 2; version < 300; version++) {
      String gone = "f" + random.nextInt(20);
      expected.remove(gone);
      List<GridBalance> other = new ArrayList<>();
      for (int face = random.nextInt(3); face < 20; face += 7) {
        GridBalance grid =
            grid("f" + face, 250 + random.nextInt(300), 0, "D" + random.nextInt(6), "D9");
        other.add(grid);
        expected.put(grid.face(), grid);
      }
      balance = balance.after(version, Set.of(gone), other);
      Balance anew = Balance.of(version, List.copyOf(expected.values()));
      assertThat(balance.totals()).isEqualTo(anew.totals());
      assertThat(balance.spread()).isEqualTo(anew.spread());
      assertThat(balance.grids()).containsExactlyInAnyOrderElementsOf(anew.grids());
    }
  }

  @Test
  void the_spread_is_of_all_grids_and_not_of_a_sample() {
    List<GridBalance> grids = new ArrayList<>();
    for (int households : new int[] {9, 4, 2, 4, 5, 4, 7, 5}) {
      grids.add(grid("f" + grids.size(), households, 0));
    }
    assertThat(Balance.of(1, grids).spread()).contains(new Balance.Spread(2, 9, 5, 2));
    assertThat(Balance.of(1, List.of()).spread()).isEmpty();
  }

  @Test
  void someone_with_two_duties_in_a_grid_is_one_person_there() {
    GridBalance grid = grid("a", 400, 0, "D1", "D1", "D2");
    assertThat(grid.staff()).isEqualTo(2);
    Balance balance = Balance.of(1, List.of(grid));
    assertThat(balance.totals().staff()).isEqualTo(2);
    assertThat(balance.after(2, Set.of("a"), List.of()).totals().staff()).isZero();
  }

  @Test
  void a_circle_is_the_most_compact_and_what_has_no_border_is_not_compact() {
    double circle = new GroundFigures(0, 0, 0, Math.PI * 100, Math.PI * 20, 0, 0).compactness();
    assertThat(circle).isCloseTo(1, within(1e-12));
    assertThat(new GroundFigures(0, 0, 0, 100, 40, 0, 0).compactness())
        .isCloseTo(Math.PI / 4, within(1e-12));
    assertThat(new GroundFigures(0, 0, 0, 0, 0, 0, 0).compactness()).isZero();
  }
}
