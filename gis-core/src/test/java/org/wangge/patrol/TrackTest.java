package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

class TrackTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");

  private static Fix fix(int second) {
    return new Fix(new LatticePoint(100 + second, 200 - second), T0.plusSeconds(second));
  }

  private static Track track(int... seconds) {
    return new Track("track", "D1", Arrays.stream(seconds).mapToObj(TrackTest::fix).toList(), true);
  }

  @Test
  void a_track_has_a_fix_and_each_is_later_than_the_one_before() {
    assertThatIllegalArgumentException().isThrownBy(() -> track());
    assertThatIllegalArgumentException().isThrownBy(() -> track(0, 5, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> track(0, 5, 4))
        .withMessageContaining("at 2");
    assertThat(track(0).from()).isEqualTo(track(0).to());
  }

  @Test
  void it_holds_its_first_and_its_last_instant_and_none_beyond() {
    Track track = track(10, 20);
    assertThat(track.holds(T0.plusSeconds(10))).isTrue();
    assertThat(track.holds(T0.plusSeconds(20))).isTrue();
    assertThat(track.holds(T0.plusSeconds(10).minusNanos(1))).isFalse();
    assertThat(track.holds(T0.plusSeconds(20).plusNanos(1))).isFalse();
  }

  @Test
  void what_may_not_be_told_parts_it_into_stretches_of_which_the_first_keeps_the_id() {
    Set<Fix> hidden = Set.of(fix(0), fix(3), fix(4), fix(6));
    List<Track> stretches = track(0, 1, 2, 3, 4, 5, 6, 7).stretches(one -> !hidden.contains(one));
    assertThat(stretches).extracting(Track::id).containsExactly("track", "track~2", "track~3");
    assertThat(stretches)
        .extracting(Track::fixes)
        .containsExactly(List.of(fix(1), fix(2)), List.of(fix(5)), List.of(fix(7)));
    assertThat(stretches).allMatch(Track::generated);
  }

  @Test
  void all_that_may_be_told_is_the_track_itself_and_nothing_is_none() {
    assertThat(track(1, 2).stretches(fix -> true)).containsExactly(track(1, 2));
    assertThat(track(1, 2).stretches(fix -> false)).isEmpty();
  }

  @Test
  void its_box_touches_its_outermost_fixes() {
    assertThat(track(2, 7, 9).box()).isEqualTo(new LatticeBox(102, 191, 109, 198));
  }
}
