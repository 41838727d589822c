package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WallMarksTest {
  private static final double HUNDRED_METERS = 2.5e-6;

  private static WallMarks marks(double... eastAndSouth) {
    List<WallMarks.Place> places = new ArrayList<>();
    for (int i = 0; i < eastAndSouth.length; i += 2) {
      places.add(new WallMarks.Place(eastAndSouth[i], eastAndSouth[i + 1]));
    }
    return new WallMarks(places);
  }

  @Test
  void the_same_marks_in_another_order_from_elsewhere_are_the_same() {
    WallMarks one = marks(0, 0, 0.001, -0.002, 0.003, 0.001);
    WallMarks other = marks(0.803, 0.401, 0.8, 0.4, 0.801, 0.398);
    assertThat(one.otherwise(other)).isZero();
  }

  @Test
  void a_mark_that_stands_elsewhere_is_missed_on_both_sides() {
    WallMarks one = marks(0, 0, 0.001, -0.002, 0.003, 0.001);
    WallMarks other = marks(0, 0, 0.001 + HUNDRED_METERS, -0.002, 0.003, 0.001);
    assertThat(one.otherwise(other)).isEqualTo(2);
  }

  @Test
  void a_mark_that_is_not_there_is_missed() {
    assertThat(marks(0, 0, 0.003, 0.001).otherwise(marks(0, 0))).isEqualTo(1);
  }
}
