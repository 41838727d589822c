package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class PositionBatchTest {
  private static final Instant BEGIN = Instant.parse("2026-11-02T01:00:00Z");

  private static PersonFixes person(String code, int many) {
    Random random = new Random(code.hashCode());
    List<Fix> fixes = new ArrayList<>();
    int lon = 1_126_000_000;
    int lat = 289_000_000;
    for (int i = 0; i < many; i++) {
      lon += random.nextInt(-700, 700);
      lat += random.nextInt(-700, 700);
      fixes.add(new Fix(new LatticePoint(lon, lat), BEGIN.plusSeconds(i * 5L)));
    }
    return new PersonFixes(code, fixes, many % 2 == 0);
  }

  @Test
  void a_batch_comes_back_as_it_was() {
    List<PersonFixes> batch = List.of(person("D0001", 3), person("王-" + "长".repeat(60), 200));
    assertThat(PositionBatch.decode(PositionBatch.encode(batch))).isEqualTo(batch);
    assertThat(PositionBatch.decode(PositionBatch.encode(List.of()))).isEmpty();
  }

  @Test
  void one_fix_of_each_of_many_takes_less_than_a_third_of_json() {
    List<PersonFixes> batch = new ArrayList<>();
    StringBuilder json = new StringBuilder("{\"fixes\":[");
    for (int i = 0; i < 500; i++) {
      PersonFixes one = person("D%05d".formatted(i), 1);
      Fix fix = one.fixes().get(0);
      batch.add(one);
      json.append(
          "{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":%s,\"lat\":%s},"
              .formatted(
                  one.staffCode(),
                  fix.at(),
                  fix.location().lonDegrees(),
                  fix.location().latDegrees()));
    }
    assertThat(PositionBatch.encode(batch).length)
        .isLessThan(json.toString().getBytes(StandardCharsets.UTF_8).length / 3);
  }

  @Test
  void bytes_that_are_none_are_refused() {
    byte[] bytes = PositionBatch.encode(List.of(person("D0001", 3)));
    for (int length = 2; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> PositionBatch.decode(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (byte[] none :
        List.of(
            new byte[0],
            new byte[] {9},
            "{\"fixes\":[]}".getBytes(StandardCharsets.UTF_8),
            PositionBatch.encode(
                List.of(
                    new PersonFixes(
                        "D1",
                        List.of(new Fix(new LatticePoint(1_900_000_000, 1), BEGIN)),
                        false))))) {
      assertThatThrownBy(() -> PositionBatch.decode(none))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void any_bytes_are_read_or_refused_in_one_way() {
    Random random = new Random(4);
    byte[] bytes = PositionBatch.encode(List.of(person("D0001", 9), person("D0002", 9)));
    for (int round = 0; round < 2_000; round++) {
      byte[] broken = bytes.clone();
      broken[1 + random.nextInt(broken.length - 1)] = (byte) random.nextInt();
      try {
        assertThat(PositionBatch.decode(broken)).isNotNull();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
  }
}
