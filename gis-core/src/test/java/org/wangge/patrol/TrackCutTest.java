package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;

class TrackCutTest {
  private static final TrackCut CHINA = new TrackCut(ZoneId.of("Asia/Shanghai"));

  private static List<Fix> at(String... instants) {
    return Arrays.stream(instants)
        .map(instant -> new Fix(new LatticePoint(1, 2), Instant.parse(instant)))
        .toList();
  }

  @Test
  void a_silence_of_ten_minutes_is_within_a_track_and_a_longer_one_ends_it() {
    List<Track> tracks =
        CHINA.cut(
            "D1",
            at(
                "2026-11-02T01:00:00Z",
                "2026-11-02T01:10:00Z",
                "2026-11-02T01:20:00.001Z",
                "2026-11-02T01:20:20Z"),
            false);
    assertThat(tracks.stream().map(Track::id))
        .containsExactly("track-20261102-D1-0900", "track-20261102-D1-0920");
    assertThat(tracks.stream().map(track -> track.fixes().size())).containsExactly(2, 2);
  }

  @Test
  void midnight_ends_a_track_and_the_very_instant_still_belongs_to_the_old_day() {
    List<Track> tracks =
        CHINA.cut(
            "D1",
            at(
                "2026-11-02T15:59:40Z",
                "2026-11-02T16:00:00Z",
                "2026-11-02T16:00:20Z",
                "2026-11-02T16:00:40Z"),
            true);
    assertThat(tracks.stream().map(Track::id))
        .containsExactly("track-20261102-D1-2359", "track-20261103-D1-0000");
    assertThat(tracks).allMatch(Track::generated);
  }

  @Test
  void an_hour_that_comes_twice_gives_two_ids() {
    TrackCut berlin = new TrackCut(ZoneId.of("Europe/Berlin"));
    assertThat(
            berlin.cut("D1", at("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"), false).stream()
                .map(Track::id))
        .containsExactly("track-20261025-D1-0230", "track-20261025-D1-0230-2");
  }

  @Test
  void nothing_said_is_no_track() {
    assertThat(CHINA.cut("D1", List.of(), false)).isEmpty();
  }
}
