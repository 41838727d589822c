package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class FixCodecTest {

  @Test
  void fixes_come_back_as_they_were_wherever_they_are() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Fix> fixes = new ArrayList<>();
      Instant at = Instant.ofEpochMilli(random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L));
      for (int i = random.nextInt(40); i >= 0; i--) {
        at = at.plusMillis(random.nextLong(1, 10_000_000));
        fixes.add(
            new Fix(
                new LatticePoint(
                    random.nextInt(-1_800_000_000, 1_800_000_000),
                    random.nextInt(-900_000_000, 900_000_000)),
                at));
      }
      assertThat(FixCodec.decode(FixCodec.encode(fixes))).isEqualTo(fixes);
    }
  }

  @Test
  void a_walk_takes_less_than_8_bytes_a_fix() {
    List<Fix> walk = new ArrayList<>();
    Random random = new Random(1);
    int lon = 1_126_000_000;
    int lat = 289_000_000;
    for (int i = 0; i < 1000; i++) {
      lon += random.nextInt(-700, 700);
      lat += random.nextInt(-700, 700);
      walk.add(new Fix(new LatticePoint(lon, lat), Instant.ofEpochSecond(1_790_000_000L + i * 5L)));
    }
    assertThat(FixCodec.encode(walk).length).isLessThan(8 * walk.size());
  }

  @Test
  void bytes_cut_short_or_with_something_after_them_are_refused() {
    byte[] bytes =
        FixCodec.encode(List.of(new Fix(new LatticePoint(1, 2), Instant.ofEpochSecond(3))));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> FixCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> FixCodec.decode(longer)).isInstanceOf(IllegalArgumentException.class);
  }
}
