package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventChainTest {
  private final EventChain chain = new EventChain();

  @Test
  void a_chain_hangs_together_over_cuts_and_over_what_is_for_others() {
    chain.change(2, 0);
    chain.change(5, 2);
    chain.beat(7);
    chain.change(9, 5);
    chain.beat(12);
    chain.resume();
    chain.change(13, 12);
    assertThat(chain.numbers()).containsExactly(2L, 5L, 9L, 13L);
    assertThat(chain.breaks() + chain.doubled()).isZero();
  }

  @Test
  void what_was_lost_on_the_way_breaks_the_chain() {
    chain.change(1, 0);
    chain.change(3, 2);
    assertThat(chain.breaks()).isOne();
  }

  @Test
  void what_comes_again_is_counted_and_not_taken_twice() {
    chain.change(1, 0);
    chain.change(2, 1);
    chain.resume();
    chain.change(2, 1);
    assertThat(chain.doubled()).isOne();
    assertThat(chain.numbers()).containsExactly(1L, 2L);
  }

  @Test
  void a_reset_is_a_loss() {
    chain.reset();
    assertThat(chain.breaks()).isOne();
  }
}
