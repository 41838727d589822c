package org.wangge.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalmTest {
  @Test
  void a_text_has_a_length() {
    assertThat(Calm.length("网格")).isEqualTo(2);
  }
}
