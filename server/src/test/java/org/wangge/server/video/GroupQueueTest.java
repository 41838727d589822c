package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    for (int i = 0; i < GroupQueue.MOST + 2; i++) {
      queue.offer(numbered(i, i % 4 == 0));
    }
    // The queue was full at 24, which starts a group: everything older is gone.
    assertThat(taken()).containsExactly(24, 25);
    for (int i = 0; i <= GroupQueue.MOST; i++) {
      queue.offer(numbered(100 + i, i == 0));
    }
    // Full in the middle of a group: nothing until the next one.
    queue.offer(numbered(200, false));
    assertThat(taken()).isEmpty();
    queue.offer(numbered(201, true));
    assertThat(taken()).containsExactly(201);
  }

  private List<Integer> taken() {
    List<Integer> taken = new ArrayList<>();
    for (Fragment next = queue.poll(); next != null; next = queue.poll()) {
      taken.add(next.bytes()[0] & 0xff);
    }
    return taken;
  }

  private static Fragment numbered(int number, boolean startsGroup) {
    return new Fragment(new byte[] {(byte) number}, startsGroup);
  }
}
