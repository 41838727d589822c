package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

class TrackSummaryTest {
  private static final Instant BEGIN = Instant.parse("2026-11-02T01:00:00Z");
  private static final LatticePoint HOME = LatticePoint.ofDegrees(112.5, 37.8);

  private final List<Fix> fixes = new ArrayList<>(List.of(new Fix(HOME, BEGIN)));

  private Fix last() {
    return fixes.get(fixes.size() - 1);
  }

  /** Goes east, a fix every so often. */
  private TrackSummaryTest walk(int times, double meters, Duration each) {
    for (int i = 0; i < times; i++) {
      LatticePoint next = Geodesy.destination(last().location(), 90, meters);
      fixes.add(new Fix(next, last().at().plus(each)));
    }
    return this;
  }

  private TrackSummaryTest tremble(int times, Duration each) {
    LatticePoint place = last().location();
    for (int i = 0; i < times; i++) {
      fixes.add(new Fix(Geodesy.destination(place, i * 77 % 360, 8), last().at().plus(each)));
    }
    return this;
  }

  private TrackSummary summary() {
    return TrackSummary.of(new Track("t", "S-1", fixes, true));
  }

  @Test
  void a_walk_without_a_pause_is_its_length() {
    TrackSummary told = walk(100, 7, Duration.ofSeconds(5)).summary();
    assertThat(told.walkedMeters()).isCloseTo(700, within(1.0));
    assertThat(told.stops()).isEmpty();
    assertThat(told.gaps()).isEmpty();
  }

  @Test
  void who_stands_long_enough_stops_and_does_not_walk_while_the_device_trembles() {
    Duration each = Duration.ofSeconds(5);
    TrackSummary told = walk(50, 7, each).tremble(120, each).walk(50, 7, each).summary();
    assertThat(told.stops()).hasSize(1);
    TrackSummary.Stop stop = told.stops().get(0);
    assertThat(Duration.between(stop.from(), stop.to())).isBetween(minutes(10), minutes(12));
    assertThat(Geodesy.distanceMeters(stop.middle(), fixes.get(50).location())).isLessThan(30);
    assertThat(told.walkedMeters()).isBetween(680.0, 720.0);
  }

  @Test
  void a_traffic_light_is_no_stop() {
    Duration each = Duration.ofSeconds(5);
    assertThat(walk(50, 7, each).tremble(40, each).walk(50, 7, each).summary().stops()).isEmpty();
  }

  @Test
  void a_silence_is_a_gap_and_a_leap_is_no_walk() {
    TrackSummary told =
        walk(10, 7, Duration.ofSeconds(5))
            .walk(1, 400, Duration.ofMinutes(4))
            .walk(1, 5_000, Duration.ofSeconds(5))
            .walk(10, 7, Duration.ofSeconds(5))
            .summary();
    assertThat(told.gaps())
        .containsExactly(new TrackSummary.Gap(fixes.get(10).at(), fixes.get(11).at()));
    assertThat(told.walkedMeters()).isCloseTo(70 + 400 + 70, within(1.0));
  }

  @Test
  void one_fix_is_no_walk() {
    assertThat(summary()).isEqualTo(new TrackSummary(0, List.of(), List.of()));
  }

  private static Duration minutes(int many) {
    return Duration.ofMinutes(many);
  }
}
