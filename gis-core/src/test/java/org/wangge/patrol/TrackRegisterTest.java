package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.geo.LatticePoint;

class TrackRegisterTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final String EAST = "990101001001001";
  private static final String WEST = "990101001002001";
  private static final TrackQuery ALL = new TrackQuery(null, null, null, null, Set.of(), "", 10);

  private final HeardTx tx = new HeardTx(T0);
  private final KnownTracks known = new KnownTracks();
  private final Log log = new Log();
  private final OpenQuarters open = new OpenQuarters();
  private final TrackRegister register =
      new TrackRegister(
          new OneTx(tx),
          known,
          log,
          open,
          new TrackCut(ZoneId.of("Asia/Shanghai")),
          TrackRegisterTest::gridOf);

  private static Optional<String> gridOf(LatticePoint at) {
    return Optional.of(at.lon() < 0 ? WEST : EAST);
  }

  private static Caller supervisor(AreaScope scope) {
    return Caller.of("supervisor", Set.of(Role.SUPERVISOR), scope, Purpose.USE);
  }

  private static final Caller EVERYWHERE = supervisor(AreaScope.unlimited());

  /** Each at a second after the start, in the west where it is odd. */
  private static PersonFixes said(String staffCode, int... seconds) {
    return new PersonFixes(
        staffCode, Arrays.stream(seconds).mapToObj(TrackRegisterTest::fix).toList(), true);
  }

  private static Fix fix(int second) {
    return new Fix(new LatticePoint(second % 2 == 0 ? 5 : -5, 2), T0.plusSeconds(second));
  }

  private static Track walk(String id, String staffCode, int... seconds) {
    return new Track(id, staffCode, said(staffCode, seconds).fixes(), true);
  }

  private void grow(List<PersonFixes> said) {
    said.forEach(known::packed);
    register.grow(tx, said);
  }

  private void load(Track... walks) {
    register.load(tx, Caller.owner(), List.of(walks), TrackRegisterTest::gridOf);
  }

  @Test
  void what_is_packed_is_kept_with_the_grids_it_led_through() {
    grow(List.of(said("D1", 0, 2)));
    assertThat(known.get("track-20261102-D1-0900").gridCodes()).containsExactly(EAST);
    grow(List.of(said("D1", 5)));
    assertThat(known.tracks()).hasSize(1);
    assertThat(known.get("track-20261102-D1-0900").gridCodes())
        .containsExactlyInAnyOrder(EAST, WEST);
  }

  @Test
  void what_is_not_packed_yet_is_told_in_place_of_what_it_grew_from_and_not_kept() {
    grow(List.of(said("D1", 0, 2), said("D2", 0)));
    open.add(1, List.of(said("D1", 4)));
    List<Track> told = register.list(EVERYWHERE, ALL);
    assertThat(told).extracting(Track::staffCode).containsExactly("D1", "D2");
    assertThat(told.get(0).fixes()).containsExactly(fix(0), fix(2), fix(4));
    assertThat(known.get("track-20261102-D1-0900").track().fixes()).hasSize(2);
  }

  @Test
  void a_page_is_full_though_some_of_it_gave_way() {
    grow(List.of(said("D1", 60), said("D2", 0), said("D3", 0)));
    open.add(1, List.of(said("D1", 0)));
    assertThat(register.list(EVERYWHERE, ALL.withLimit(2)))
        .extracting(Track::id)
        .containsExactly("track-20261102-D1-0900", "track-20261102-D2-0900");
  }

  @Test
  void whoever_may_look_at_one_area_is_not_told_where_people_went_beyond_it() {
    grow(List.of(said("D1", 0, 1, 2), said("D2", 1)));
    open.add(1, List.of(said("D3", 3)));
    Caller east = supervisor(AreaScope.of(List.of(EAST.substring(0, 12))));
    List<Track> told = register.list(east, ALL);
    assertThat(told)
        .extracting(Track::id)
        .containsExactly("track-20261102-D1-0900", "track-20261102-D1-0900~2");
    assertThat(told).extracting(Track::fixes).containsExactly(List.of(fix(0)), List.of(fix(2)));
  }

  @Test
  void a_query_for_an_area_finds_what_is_not_packed_yet_there() {
    open.add(1, List.of(said("D1", 0), said("D2", 1)));
    TrackQuery west = new TrackQuery(WEST.substring(0, 12), null, null, null, Set.of(), "", 10);
    assertThat(register.list(EVERYWHERE, west)).extracting(Track::staffCode).containsExactly("D2");
  }

  @Test
  void what_a_device_told_itself_stands_and_the_rest_of_a_walk_is_filled_in() {
    grow(List.of(new PersonFixes("D1", List.of(fix(10), fix(20)), false)));
    load(walk("walk-1", "D1", 0, 15, 30), walk("walk-2", "D2", 0));
    assertThat(known.get("track-20261102-D1-0900").track().fixes())
        .containsExactly(fix(0), fix(10), fix(20), fix(30));
    assertThat(known.tracks()).extracting(Track::staffCode).containsExactly("D1", "D2");
    assertThat(tx.events()).containsExactly(new TrackEvent.TracksLoaded(2));
  }

  @Test
  void walks_are_loaded_as_they_are_where_nothing_is_known() {
    load(walk("walk-1", "D1", 0, 1));
    assertThat(known.get("walk-1").gridCodes()).containsExactlyInAnyOrder(EAST, WEST);
  }

  @Test
  void what_was_kept_long_enough_is_removed_a_day_at_a_time_and_on_record() {
    load(walk("walk-1", "D1", 0), walk("walk-2", "D2", 3 * 86_400));
    log.oldest = T0;
    assertThat(register.removeBefore(T0.plusSeconds(2 * 86_400))).isOne();
    assertThat(known.tracks()).extracting(Track::id).containsExactly("walk-2");
    assertThat(log.removed).containsExactly(T0.plusSeconds(86_400), T0.plusSeconds(2 * 86_400));
    assertThat(register.removeBefore(T0)).isZero();
  }

  @Test
  void only_who_runs_the_installation_loads_and_only_who_may_see_tracks_lists() {
    assertThatThrownBy(() -> register.load(tx, EVERYWHERE, List.of(), TrackRegisterTest::gridOf))
        .isInstanceOf(Forbidden.class);
    Caller planner = Caller.of("planner", Set.of(Role.PLANNER), AreaScope.unlimited(), Purpose.USE);
    assertThatThrownBy(() -> register.list(planner, ALL)).isInstanceOf(Forbidden.class);
  }

  /** What devices said and nobody packed. */
  private static final class Log implements PositionStore {
    private final List<Instant> removed = new ArrayList<>();
    private @Nullable Instant oldest;

    @Override
    public Optional<Instant> oldest(Tx tx) {
      return Optional.ofNullable(oldest);
    }

    @Override
    public int removeBefore(Tx tx, Instant instant) {
      removed.add(instant);
      return 0;
    }

    @Override
    public long append(Tx tx, List<PersonFixes> said) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Logged> unpacked(Tx tx) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void pack(Tx tx, List<PersonFixes> quarters) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forget(Tx tx, Collection<Long> rows) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<PersonFixes> packedSince(Tx tx, Instant instant) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<Instant> packedInstants(Tx tx, String staffCode, Instant from, Instant to) {
      throw new UnsupportedOperationException();
    }
  }
}
