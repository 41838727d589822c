package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupQueueTest {
  private final GroupQueue queue = new GroupQueue();

  @Test
  void nothing_comes_before_a_key_picture() {
    queue.offer(numbered(1, false));
    assertThat(queue.poll()).isNull();
    queue.offer(numbered(2, true));
    queue.offer(numbered(3, false));
    assertThat(taken()).containsExactly(2, 3);
  }

  @Test
  void who_is_too_slow_loses_whole_groups_and_goes_on_with_a_key_picture() {
    for (int i = 0; i < 10; i++) {
      queue.offer(numbered(i, i % 4 == 0));
    }
    // Two seconds were full with the eighth, which starts a group: everything older is gone.
    assertThat(taken()).containsExactly(8, 9);
    for (int i = 0; i <= 8; i++) {
      queue.offer(numbered(100 + i, i == 0));
    }
    // Full in the middle of a group: nothing until the next one.
    queue.offer(numbered(200, false));
    assertThat(taken()).isEmpty();
    queue.offer(numbered(201, true));
    assertThat(taken()).containsExactly(201);
  }

  @Test
  void whoever_comes_gets_the_group_under_way_though_it_is_longer_than_may_wait_else() {
    List<Fragment> group = IntStream.range(0, 16).mapToObj(i -> numbered(i, i == 0)).toList();
    queue.begin(group);
    assertThat(taken()).hasSize(16);
    queue.offer(numbered(16, false));
    assertThat(taken()).containsExactly(16);
    queue.begin(List.of());
    queue.offer(numbered(17, false));
    assertThat(taken()).isEmpty();
  }

  private List<Integer> taken() {
    List<Integer> taken = new ArrayList<>();
    for (Fragment next = queue.poll(); next != null; next = queue.poll()) {
      taken.add(next.bytes()[0] & 0xff);
    }
    return taken;
  }

  private static Fragment numbered(int number, boolean startsGroup) {
    return new Fragment(
        new byte[] {(byte) number},
        startsGroup,
        Duration.ZERO,
        Duration.ofMillis(250),
        Instant.EPOCH);
  }
}
