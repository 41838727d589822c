package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FartherTest {
  @Test
  void is_farther_says_what_the_exact_distance_says_near_and_far_everywhere() {
    Random random = new Random(7);
    int farther = 0;
    for (int i = 0; i < 200_000; i++) {
      double reach = Math.pow(10, random.nextDouble() * 7);
      LatticePoint a =
          new LatticePoint(
              random.nextInt(1_700_000_000), random.nextInt(1_700_000_000) - 850_000_000);
      LatticePoint b =
          new LatticePoint(
              a.lon() + (int) (reach * random.nextGaussian()),
              Math.max(
                  -890_000_000,
                  Math.min(890_000_000, a.lat() + (int) (reach * random.nextGaussian()))));
      double exact = Geodesy.distanceMeters(a, b);
      double meters = exact * (0.95 + random.nextDouble() * 0.1);
      assertThat(Geodesy.isFarther(a, b, meters))
          .as("%s %s %s", a, b, meters)
          .isEqualTo(exact > meters);
      farther += exact > meters ? 1 : 0;
    }
    assertThat(farther).isBetween(80_000, 120_000);
  }
}
