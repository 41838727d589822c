package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotNumbersTest {

  @Test
  void new_ones_stand_evenly_between_their_neighbours() {
    int[] slots = {0, 10, 0, 0, 40, 0, 0};
    assertThat(SlotNumbers.fill(slots, 100)).isTrue();
    assertThat(slots).containsExactly(5, 10, 20, 30, 40, 140, 240);
  }

  @Test
  void the_first_of_all_are_a_stride_apart() {
    int[] slots = {0, 0, 0};
    assertThat(SlotNumbers.fill(slots, 256)).isTrue();
    assertThat(slots).containsExactly(256, 512, 768);
  }

  @Test
  void slots_that_stand_already_stay() {
    int[] slots = {1, 2, 3};
    assertThat(SlotNumbers.fill(slots, 256)).isTrue();
    assertThat(slots).containsExactly(1, 2, 3);
  }

  @Test
  void where_there_is_no_room_it_says_so() {
    assertThat(SlotNumbers.fill(new int[] {1, 0, 2}, 256)).isFalse();
    assertThat(SlotNumbers.fill(new int[] {0, 1}, 256)).isFalse();
    assertThat(SlotNumbers.fill(new int[] {Integer.MAX_VALUE - 1, 0}, 256)).isFalse();
  }
}
