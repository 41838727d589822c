package org.wangge.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void one_is_one() {
    assertThat(Fault.one()).isEqualTo(1);
  }
}
