package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.HeardTx;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.TrackGrowth.Grown;

class TrackGrowthTest {
  private static final TrackCut CUT = new TrackCut(ZoneId.of("Asia/Shanghai"));
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final int PAUSE = (int) TrackCut.LONGEST_PAUSE.toSeconds();

  private final Tx tx = new HeardTx(T0);
  private final KnownTracks known = new KnownTracks();
  private final TrackGrowth growth = new TrackGrowth(known, CUT);

  private static Fix fix(int second) {
    return new Fix(new LatticePoint(second, 2), T0.plusSeconds(second));
  }

  private static PersonFixes said(String staffCode, int... seconds) {
    return new PersonFixes(
        staffCode, Arrays.stream(seconds).mapToObj(TrackGrowthTest::fix).toList(), false);
  }

  private void knows(PersonFixes walked) {
    List<TrackStore.Walked> tracks =
        CUT.cut(walked.staffCode(), walked.fixes(), walked.generated()).stream()
            .map(track -> new TrackStore.Walked(track, Set.of(), false))
            .toList();
    known.add(tx, Caller.upkeep(), tracks);
  }

  private Grown grown(PersonFixes... said) {
    return growth.of(tx, List.of(said));
  }

  private static List<Fix> onlyFixes(Grown grown) {
    assertThat(grown.grown()).hasSize(1);
    return grown.grown().get(0).fixes();
  }

  @Test
  void where_nobody_said_anything_nothing_is_looked_up() {
    assertThat(grown()).isEqualTo(new Grown(Set.of(), List.of()));
    assertThat(known.asked()).isZero();
  }

  @Test
  void the_first_fixes_of_a_person_begin_a_track_and_none_gives_way() {
    Grown grown = grown(said("D1", 0, 20));
    assertThat(grown.given()).isEmpty();
    assertThat(grown.grown())
        .extracting(Track::id, Track::staffCode)
        .containsExactly(tuple("track-20261102-D1-0900", "D1"));
    assertThat(onlyFixes(grown)).containsExactly(fix(0), fix(20));
  }

  @Test
  void what_follows_within_the_longest_pause_is_joined_on() {
    knows(said("D1", 0, 20));
    Grown grown = grown(said("D1", 20 + PAUSE));
    assertThat(grown.given()).containsExactly("track-20261102-D1-0900");
    assertThat(onlyFixes(grown)).containsExactly(fix(0), fix(20), fix(20 + PAUSE));
  }

  @Test
  void what_comes_after_a_longer_pause_leaves_the_track_alone() {
    knows(said("D1", 0, 20));
    Grown grown = grown(said("D1", 21 + PAUSE));
    assertThat(grown.given()).isEmpty();
    assertThat(onlyFixes(grown)).containsExactly(fix(21 + PAUSE));
  }

  @Test
  void what_came_late_puts_itself_before_and_between() {
    knows(said("D1", 100, 200));
    Grown grown = grown(said("D1", 40, 150));
    assertThat(grown.given()).containsExactly("track-20261102-D1-0901");
    assertThat(onlyFixes(grown)).containsExactly(fix(40), fix(100), fix(150), fix(200));
    assertThat(grown.grown().get(0).id()).isEqualTo("track-20261102-D1-0900");
  }

  @Test
  void a_fix_in_a_silence_makes_one_track_of_the_two_beside_it() {
    knows(said("D1", 0, 2 * PAUSE));
    assertThat(known.tracks()).hasSize(2);
    Grown grown = grown(said("D1", PAUSE));
    assertThat(grown.given()).containsExactlyInAnyOrderElementsOf(ids(known.tracks()));
    assertThat(grown.given()).hasSize(2);
    assertThat(onlyFixes(grown)).containsExactly(fix(0), fix(PAUSE), fix(2 * PAUSE));
  }

  private static List<String> ids(List<Track> tracks) {
    return tracks.stream().map(Track::id).toList();
  }

  @Test
  void whatever_was_known_of_an_instant_stands() {
    knows(said("D1", 0, 20));
    Fix elsewhere = new Fix(new LatticePoint(77, 77), fix(20).at());
    Grown again = grown(new PersonFixes("D1", List.of(elsewhere), false));
    assertThat(again).isEqualTo(new Grown(Set.of(), List.of()));
    Grown more = grown(new PersonFixes("D1", List.of(elsewhere, fix(40)), false));
    assertThat(onlyFixes(more)).containsExactly(fix(0), fix(20), fix(40));
  }

  @Test
  void of_what_is_said_twice_of_an_instant_the_first_counts() {
    Fix elsewhere = new Fix(new LatticePoint(77, 77), fix(20).at());
    Grown grown =
        grown(said("D1", 20, 40), new PersonFixes("D1", List.of(fix(0), elsewhere), false));
    assertThat(onlyFixes(grown)).containsExactly(fix(0), fix(20), fix(40));
  }

  @Test
  void a_track_is_made_up_only_where_all_of_it_is() {
    PersonFixes madeUp = new PersonFixes("D1", List.of(fix(0)), true);
    assertThat(grown(madeUp).grown()).allMatch(Track::generated);
    assertThat(grown(madeUp, said("D1", 20)).grown()).noneMatch(Track::generated);
    knows(madeUp);
    assertThat(grown(said("D1", 40)).grown()).noneMatch(Track::generated);
    PersonFixes more = new PersonFixes("D1", List.of(fix(60)), true);
    assertThat(grown(more).grown()).allMatch(Track::generated);
  }

  @Test
  void each_person_grows_by_what_they_said_alone() {
    knows(said("D1", 4 * PAUSE));
    knows(said("D2", 0));
    knows(said("D3", 20));
    Grown grown = grown(said("D2", 5 * PAUSE, 5 * PAUSE + 20), said("D1", 0));
    assertThat(grown.given()).as("near others only").doesNotContain("track-20261102-D1-0940");
    assertThat(grown.grown()).extracting(Track::staffCode).startsWith("D1").doesNotContain("D3");
    assertThat(grown.grown().get(0).fixes()).containsExactly(fix(0));
    assertThat(known.asked()).as("all people at once").isEqualTo(1);
  }
}
