package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackQuery;
import org.wangge.patrol.TrackStore.Walked;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfBatches;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of tracks promises, on either database. */
abstract class TrackStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final String FIRST = "990101001001001";
  private static final String SECOND = "990101001002001";

  private final JdbcTrackStore store = new JdbcTrackStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_track_comes_back_fix_by_fix() {
    Walked walked = walked("a", "D0001", T0, 0, FIRST, SECOND);
    add(walked);
    List<Track> found =
        database.read(tx -> store.list(tx, ALL, query(null, null, null, null, "", 9)));
    assertThat(found).containsExactly(walked.track());
  }

  @Test
  void a_list_narrows_by_area_box_time_and_page() {
    add(
        walked("a", "D0001", T0, 0, FIRST),
        walked("b", "D0002", T0.plusSeconds(3600), 1_000_000, FIRST, SECOND),
        walked("c", "D0002", T0.plusSeconds(7200), 2_000_000, SECOND));
    assertThat(ids(ALL, query("990101001002", null, null, null, "", 9))).containsExactly("b", "c");
    LatticeBox around = new LatticeBox(1_126_990_000, 289_000_000, 1_127_010_000, 289_100_000);
    assertThat(ids(ALL, query(null, around, null, null, "", 9))).containsExactly("b");
    assertThat(ids(ALL, query(null, null, T0.plusSeconds(3600), T0.plusSeconds(7200), "", 9)))
        .as("still going on after the first instant, begun before the last")
        .containsExactly("b");
    assertThat(ids(ALL, query(null, null, null, null, "a", 1))).containsExactly("b");
  }

  @Test
  void whoever_is_limited_to_some_areas_sees_only_walks_that_led_there() {
    add(
        walked("a", "D0001", T0, 0, FIRST),
        walked("b", "D0002", T0, 0, FIRST, SECOND),
        walked("c", "D0002", T0.plusSeconds(60), 0, SECOND));
    Caller second = limitedTo("990101001002");
    assertThat(ids(second, query(null, null, null, null, "", 9))).containsExactly("b", "c");
    assertThat(ids(limitedTo("990101001001", "990101001002"), query(null, null, null, null, "", 9)))
        .containsExactly("a", "b", "c");
    assertThat(ids(limitedTo(), query(null, null, null, null, "", 9))).isEmpty();
    assertThat(people(second, "990101")).isEqualTo(1);
    assertThat(people(ALL, "990101")).isEqualTo(2);
    assertThat(people(ALL, "990101001002")).isEqualTo(1);
  }

  @Test
  void an_id_is_taken_once() {
    add(walked("a", "D0001", T0, 0, FIRST));
    assertThatThrownBy(() -> add(walked("a", "D0009", T0, 5, SECOND)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("track-taken");
  }

  @Test
  void of_8_writers_who_add_the_same_ids_and_also_roll_back_exactly_one_gets_each() {
    RaceOfWriters.eachIdGoesToOne(
        database, (tx, id) -> store.add(tx, ALL, List.of(walked(id, "D0001", T0, 0, FIRST))));
    assertThat(ids(ALL, query(null, null, null, null, "", 1000))).hasSize(RaceOfWriters.IDS);
  }

  @Test
  void of_8_writers_of_the_same_batches_in_any_order_exactly_one_gets_each() throws Exception {
    int all =
        RaceOfBatches.eachGoesToOne(
            database,
            n -> walked("id-" + n, "D0001", T0, 0, FIRST),
            (tx, batch) -> store.add(tx, ALL, batch));
    assertThat(ids(ALL, query(null, null, null, null, "", 1000))).hasSize(all);
  }

  private static TrackQuery query(
      @Nullable String area,
      @Nullable LatticeBox box,
      @Nullable Instant from,
      @Nullable Instant to,
      String after,
      int limit) {
    return new TrackQuery(area, box, from, to, Set.of(), after, limit);
  }

  private static Walked walked(String id, String staff, Instant from, int east, String... grids) {
    List<Fix> fixes =
        List.of(
            new Fix(new LatticePoint(1_126_000_000 + east, 289_050_000), from),
            new Fix(new LatticePoint(1_126_000_500 + east, 289_050_300), from.plusSeconds(30)),
            new Fix(new LatticePoint(1_126_001_000 + east, 289_049_900), from.plusSeconds(61)));
    return new Walked(new Track(id, staff, fixes, true), Set.of(grids), false);
  }

  private static Caller limitedTo(String... codes) {
    return Caller.of("test", Set.of(Role.OPERATOR), AreaScope.of(List.of(codes)), Purpose.USE);
  }

  private List<String> ids(Caller caller, TrackQuery query) {
    return database.read(tx -> store.list(tx, caller, query)).stream().map(Track::id).toList();
  }

  private int people(Caller caller, String area) {
    return database.<Integer>read(tx -> store.countPeople(tx, caller, area, T0.minusSeconds(1)));
  }

  private void add(Walked... walked) {
    database.write(
        ALL,
        tx -> {
          store.add(tx, ALL, List.of(walked));
          return 0;
        });
  }
}
