package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void of_several_measurements_of_a_ratio_the_smallest_counts() {
    Figures figures = new Figures("any");
    figures.ratio("vs_rival", 3.5);
    figures.ratio("vs_rival", 2.25);
    figures.ratio("vs_rival", 4);
    assertThat(figures.ratios()).containsEntry("vs_rival", 2.25);
  }

  @Test
  void one_disagreement_is_never_forgotten() {
    Figures figures = new Figures("any");
    figures.agreed(false);
    figures.agreed(true);
    assertThat(figures.equalAnswers()).isFalse();
    assertThat(figures.toJson()).contains("\"equalAnswers\":false");
  }
}
