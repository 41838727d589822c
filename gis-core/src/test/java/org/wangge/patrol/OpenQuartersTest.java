package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class OpenQuartersTest {
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private final OpenQuarters open = new OpenQuarters();

  private static PersonFixes said(String code, int... seconds) {
    return new PersonFixes(
        code, Arrays.stream(seconds).mapToObj(OpenQuartersTest::fix).toList(), true);
  }

  private static Fix fix(int second) {
    return new Fix(new LatticePoint(1_126_000_000 - second, second * 7), T0.plusSeconds(second));
  }

  private static Set<Integer> seconds(List<PersonFixes> said) {
    Set<Integer> all = new TreeSet<>();
    said.forEach(
        one ->
            one.fixes()
                .forEach(fix -> all.add((int) (fix.at().getEpochSecond() - T0.getEpochSecond()))));
    return all;
  }

  @Test
  void what_came_in_out_of_order_and_twice_is_told_in_order_once() {
    open.add(1, List.of(said("D1", 50, 60)));
    open.add(2, List.of(said("D1", 10, 50), said("D2", 5)));
    assertThat(open.said("D1"::equals)).containsExactly(said("D1", 10, 50, 60));
    assertThat(open.holds("D1", T0.plusSeconds(10))).isTrue();
    assertThat(open.holds("D1", T0.plusSeconds(11))).isFalse();
    assertThat(open.holds("D3", T0)).isFalse();
  }

  @Test
  void what_is_over_is_sealed_by_quarters_and_seen_until_it_is_packed() {
    open.add(1, List.of(said("D1", 100, 950), said("D2", 1_000)));
    OpenQuarters.Sealed sealed = open.seal(T0.plusSeconds(900));
    assertThat(sealed.staffCodes()).containsExactly("D1");
    assertThat(sealed.of(List.of("D1"))).containsExactly(said("D1", 100));
    assertThat(sealed.rows()).as("the row has what is not over yet").isEmpty();
    open.add(2, List.of(said("D1", 120)));
    assertThat(open.holds("D1", T0.plusSeconds(100))).isTrue();
    assertThat(seconds(open.said("D1"::equals))).containsExactly(100, 120, 950);
    sealed.packed(List.of("D1"));
    assertThat(seconds(open.said("D1"::equals))).containsExactly(120, 950);
    OpenQuarters.Sealed rest = open.seal(T0.plusSeconds(1_800));
    assertThat(rest.staffCodes()).containsExactly("D1", "D2");
    assertThat(rest.rows()).containsExactly(1L, 2L);
    rest.packed(rest.staffCodes());
    rest.forgotten();
    assertThat(open.said(code -> true)).isEmpty();
    assertThat(open.seal(T0.plusSeconds(9_000)).rows()).isEmpty();
  }

  @Test
  void what_could_not_be_packed_is_sealed_again_with_what_came_late() {
    open.add(1, List.of(said("D1", 100, 130)));
    OpenQuarters.Sealed unused = open.seal(T0.plusSeconds(900));
    assertThat(unused.rows()).containsExactly(1L);
    open.add(2, List.of(said("D1", 90, 130)));
    OpenQuarters.Sealed again = open.seal(T0.plusSeconds(900));
    assertThat(again.of(List.of("D1"))).containsExactly(said("D1", 90, 100, 130));
    assertThat(again.rows()).containsExactly(1L, 2L);
  }

  @Test
  void whatever_the_pieces_nothing_is_lost_and_nothing_packed_twice() {
    Random random = new Random(5);
    Set<Integer> told = new TreeSet<>();
    List<Integer> packed = new ArrayList<>();
    for (int row = 0; row < 400; row++) {
      int from = random.nextInt(9_000);
      if (told.add(from)) {
        open.add(row, List.of(said("D1", from)));
      }
      if (random.nextInt(10) == 0) {
        OpenQuarters.Sealed sealed = open.seal(Quarter.of(T0.plusSeconds(random.nextInt(9_000))));
        if (random.nextBoolean()) {
          packed.addAll(seconds(sealed.of(sealed.staffCodes())));
          sealed.packed(sealed.staffCodes());
          sealed.forgotten();
        }
      }
      Set<Integer> known = new TreeSet<>(packed);
      assertThat(known).hasSameSizeAs(packed);
      known.addAll(seconds(open.said(code -> true)));
      assertThat(known).isEqualTo(told);
    }
  }
}
