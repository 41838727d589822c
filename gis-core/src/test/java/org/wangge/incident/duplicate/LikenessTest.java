package org.wangge.incident.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
  private static final Likeness USUAL = Likeness.USUAL;

  @Test
  void the_same_place_time_and_category_is_all_there_is_and_nothing_counts_beyond_the_reach() {
    assertThat(USUAL.of(0, T0, T0, true)).isEqualTo(1);
    assertThat(USUAL.of(120, T0, T0, true)).isZero();
    assertThat(USUAL.place(60)).isEqualTo(0.5);
    assertThat(USUAL.time(T0, T0.minus(Duration.ofDays(30)))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "5,1,true,true",
    "40,3,true,true",
    "80,1,true,true",
    "100,6,true,false",
    "10,0,false,true",
    "60,1,false,false",
    "10,7,false,false"
  })
  void what_is_near_and_soon_is_alike_and_another_category_has_to_be_nearer(
      double meters, int days, boolean same, boolean alike) {
    double score = USUAL.of(meters, T0, T0.plus(Duration.ofDays(days)), same);
    assertThat(score >= USUAL.least()).as("%s", score).isEqualTo(alike);
  }

  @Test
  void it_does_not_matter_which_came_first() {
    Instant later = T0.plusSeconds(5_000);
    assertThat(USUAL.of(30, T0, later, true)).isEqualTo(USUAL.of(30, later, T0, true));
  }
}
