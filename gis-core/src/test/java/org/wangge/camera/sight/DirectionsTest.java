package org.wangge.camera.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.wangge.geo.LatticeShape;

class DirectionsTest {
  private static final int FOOT_LON = 1_160_000_000;
  private static final int FOOT_LAT = 399_000_000;

  @Test
  void directions_go_round_once_and_never_back() {
    int last = 0;
    for (int i = 0; i < 100_000; i++) {
      double turn = 2 * Math.PI * i / 100_000;
      int direction =
          Directions.of(Math.round(1e6 * Math.cos(turn)), Math.round(1e6 * Math.sin(turn)));
      assertThat(direction - last).isBetween(0, 1);
      last = direction;
    }
    assertThat(last).isEqualTo(255);
    assertThat(Directions.of(0, 0)).isZero();
  }

  @Test
  void no_place_in_a_box_is_out_of_its_directions_and_most_directions_are() {
    Random random = new Random(3);
    int away = 0;
    for (int i = 0; i < 3_000; i++) {
      int west = FOOT_LON + random.nextInt(4_001) - 2_000;
      int south = FOOT_LAT + random.nextInt(4_001) - 2_000;
      int east = west + 1 + random.nextInt(700);
      int north = south + 1 + random.nextInt(700);
      byte[] spans =
          Directions.of(new Blocker[] {box(west, south, east, north)}, FOOT_LON, FOOT_LAT);
      for (int lon : new int[] {west, west + (east - west) / 2, east}) {
        for (int lat : new int[] {south, south + (north - south) / 2, north}) {
          int direction = Directions.of(lon - FOOT_LON, lat - FOOT_LAT);
          assertThat(Directions.meet(spans, 0, direction)).isTrue();
        }
      }
      away += Directions.meet(spans, 0, random.nextInt(256)) ? 0 : 1;
    }
    assertThat(away).isGreaterThan(2_000);
  }

  private static Blocker box(int west, int south, int east, int north) {
    var outline = LatticeShape.SCALED.toGeometry(new Envelope(west, east, south, north));
    return new Blocker("b", LatticeShape.ofScaled(outline), 1_000);
  }
}
