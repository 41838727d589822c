package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void every_contestant_runs_once_in_every_round_after_the_warm_up() {
    List<String> runs = new ArrayList<>();
    new Rounds(5, 1).enter("a", () -> runs.add("a")).enter("b", () -> runs.add("b")).run(1);
    assertThat(runs).hasSize(2 * (5 + 2));
    for (int round = 0; round < runs.size(); round += 2) {
      assertThat(runs.subList(round, round + 2)).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void who_does_ten_times_the_work_is_found_slower() {
    long[] sink = new long[1];
    Map<String, Rounds.Times> times =
        new Rounds(5, 1)
            .enter("little", () -> sink[0] += work(400_000))
            .enter("much", () -> sink[0] += work(4_000_000))
            .run(1000);
    Rounds.Times little = times.getOrDefault("little", Rounds.Times.NONE);
    Rounds.Times much = times.getOrDefault("much", Rounds.Times.NONE);
    assertThat(little.ratioTo(List.of(much))).isGreaterThan(2);
    assertThat(much.ratioTo(List.of(little))).isLessThan(0.5);
    assertThat(much.medianCpuNanos()).isGreaterThan(little.medianCpuNanos());
    assertThat(much.medianWallNanos()).isGreaterThan(little.medianWallNanos());
    assertThat(sink[0]).isNotZero();
  }

  private static long work(int steps) {
    long value = steps;
    for (int i = 0; i < steps; i++) {
      value = value * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
    }
    return value | 1;
  }
}
