package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class PastPositionTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");

  private static Track track(String staff, int... seconds) {
    return new Track(
        staff + seconds[0],
        staff,
        Arrays.stream(seconds)
            .mapToObj(at -> new Fix(new LatticePoint(at, at), T0.plusSeconds(at)))
            .toList(),
        true);
  }

  @Test
  void everybody_is_where_their_phone_had_said_last_and_nothing_is_known_of_what_came_after() {
    List<PastPosition> then =
        PastPosition.at(
            List.of(
                track("b", 200, 390, 410),
                track("a", 0, 101),
                track("c", 401),
                track("b", 90, 130)),
            T0.plusSeconds(400));
    assertThat(then)
        .extracting(PastPosition::staffCode, one -> one.fix().location().lon())
        .containsExactly(tuple("a", 101), tuple("b", 390));
  }

  @Test
  void of_who_was_silent_for_five_minutes_nobody_can_say() {
    assertThat(PastPosition.at(List.of(track("a", 100)), T0.plusSeconds(400))).isEmpty();
    assertThat(PastPosition.at(List.of(track("a", 100)), T0.plusSeconds(399))).hasSize(1);
    assertThat(PastPosition.at(List.of(track("a", 100)), T0.plusSeconds(100))).hasSize(1);
  }
}
