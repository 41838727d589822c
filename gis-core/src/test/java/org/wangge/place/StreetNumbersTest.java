package org.wangge.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class StreetNumbersTest {
  private final StreetNumbers numbers =
      new StreetNumbers(List.of(at(1, 0), at(9, 8000), at(2, 100), at(12, 10100)));

  @Test
  void a_known_number_is_where_it_stands() {
    assertThat(numbers.find(9)).hasValue(new StreetNumbers.Found(new LatticePoint(8000, 5), false));
  }

  @Test
  void a_number_between_is_reckoned_on_its_own_side() {
    assertThat(numbers.find(3)).hasValue(new StreetNumbers.Found(new LatticePoint(2000, 5), true));
    assertThat(numbers.find(4)).hasValue(new StreetNumbers.Found(new LatticePoint(2100, 5), true));
  }

  @Test
  void beyond_the_last_known_number_nothing_is_made_up() {
    assertThat(numbers.find(11)).isEmpty();
    assertThat(numbers.find(14)).isEmpty();
  }

  private static StreetNumber at(int number, int lon) {
    return new StreetNumber("n" + number, "s", number, new LatticePoint(lon, 5));
  }
}
