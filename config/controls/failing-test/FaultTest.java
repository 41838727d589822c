package org.wangge.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void three_is_four() {
    assertThat(3).isEqualTo(4);
  }
}
