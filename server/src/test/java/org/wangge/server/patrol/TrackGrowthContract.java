package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.OpenQuarters;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackCut;
import org.wangge.patrol.TrackQuery;
import org.wangge.patrol.TrackRegister;
import org.wangge.server.config.Settings;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** How tracks grow out of what devices say, on either database. */
abstract class TrackGrowthContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T14:00:00Z");
  private static final TrackCut CUT = new TrackCut(Settings.CHINA);
  private static final String WEST = "990101001001001";
  private static final String EAST = "990101001002001";
  private static final int MIDDLE = 1_126_100_000;

  private final JdbcPositionStore said = new JdbcPositionStore();
  private final OpenQuarters open = new OpenQuarters();
  private Database database;
  private TrackRegister register;
  private PositionPacker packer;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
    register =
        new TrackRegister(
            database, new JdbcTrackStore(), said, open, CUT, TrackGrowthContract::gridOf);
    packer = new PositionPacker(database, said, open, register, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    packer.close();
    database.close();
  }

  private static Optional<String> gridOf(LatticePoint point) {
    return Optional.of(point.lon() < MIDDLE ? WEST : EAST);
  }

  @Test
  void whatever_the_order_and_the_pieces_tracks_are_those_of_all_that_was_said() {
    Random random = new Random(3);
    for (int round = 0; round < 6; round++) {
      Map<String, NavigableMap<Instant, Fix>> truth = new TreeMap<>();
      List<PersonFixes> pieces = new ArrayList<>();
      for (String code : List.of("A" + round, "B" + round)) {
        List<Fix> life = life(random, 260);
        truth.put(code, new TreeMap<>());
        life.forEach(fix -> truth.get(code).put(fix.at(), fix));
        pieces.addAll(cutUp(random, code, life));
      }
      Collections.shuffle(pieces, random);
      List<PersonFixes> told = new ArrayList<>();
      for (PersonFixes piece : pieces) {
        append(piece);
        told.add(piece);
        if (random.nextInt(9) == 0) {
          assertThat(mine(round)).isEqualTo(expected(told));
        }
        if (random.nextInt(5) == 0) {
          pack(T0.plusSeconds(random.nextInt(30_000)));
        }
      }
      pack(T0.plus(Duration.ofDays(2)));
      List<Track> all = new ArrayList<>();
      truth.forEach((code, fixes) -> all.addAll(CUT.cut(code, fixes.values(), true)));
      all.sort(Comparator.comparing(Track::id));
      assertThat(mine(round)).isEqualTo(all);
      assertThat(all).hasSizeGreaterThan(4);
    }
  }

  @Test
  void tracks_that_go_on_quarter_by_quarter_hold_no_fixes_twice_also_after_something_came_late() {
    Random random = new Random(4);
    List<Fix> life = life(random, 700);
    Fix late = life.remove(300);
    List<PersonFixes> told = new ArrayList<>();
    int packs = 0;
    for (PersonFixes piece : cutUp(random, "A0", life)) {
      append(piece);
      told.add(piece);
      packs += pack(piece.fixes().get(0).at().minusSeconds(120));
      assertThat(list()).isEqualTo(expected(told));
    }
    assertThat(packs).isGreaterThan(20);
    told.add(new PersonFixes("A0", List.of(late), true));
    append(told.get(told.size() - 1));
    assertThat(list()).isEqualTo(expected(told));
    pack(T0.plus(Duration.ofDays(2)));
    assertThat(list()).isEqualTo(expected(told)).hasSizeGreaterThan(4);
    assertThat(holdingFixes()).isZero();
  }

  private int holdingFixes() {
    return database.read(
        tx ->
            org.wangge.server.storage.JdbcTx.of(tx)
                .queryOne(
                    "select count(fixes) as alone from patrol_track", row -> row.integer("alone"))
                .orElseThrow());
  }

  @Test
  void what_was_said_a_moment_ago_is_in_the_list_by_area_box_time_page_and_scope() {
    append(walk("D1", 0, 10, MIDDLE - 5_000, true));
    append(walk("D2", 0, 10, MIDDLE + 5_000, true));
    pack(T0.plusSeconds(3_600));
    append(walk("D1", 10, 10, MIDDLE + 9_000, true));
    append(walk("D3", 0, 5, MIDDLE - 5_000, true));
    assertThat(ids(ALL, query(null, null, null, "", 9))).hasSize(3);
    assertThat(ids(ALL, query(EAST, null, null, "", 9)))
        .as("D1 has just crossed over")
        .containsExactly("track-20261101-D1-2200", "track-20261101-D2-2200");
    assertThat(ids(ALL, query(null, T0.plusSeconds(200), null, "", 9)))
        .containsExactly("track-20261101-D1-2200");
    assertThat(ids(ALL, query(null, null, null, "", 1))).containsExactly("track-20261101-D1-2200");
    assertThat(ids(ALL, query(null, null, null, "track-20261101-D1-2200", 1)))
        .containsExactly("track-20261101-D2-2200");
    assertThat(ids(ALL, query(null, null, T0, "", 9))).isEmpty();
    assertThat(ids(limitedTo("990101001002"), query(null, null, null, "", 9)))
        .containsExactly("track-20261101-D1-2200", "track-20261101-D2-2200");
    assertThat(ids(limitedTo("990101001003"), query(null, null, null, "", 9))).isEmpty();
  }

  @Test
  void a_walk_that_was_made_up_gives_way_to_what_the_device_told_and_is_doubled_by_nothing() {
    PersonFixes made = walk("D1", 0, 30, MIDDLE, true);
    Track madeUp = new Track("track-20261101-D1-2200", "D1", made.fixes(), true);
    load(madeUp);
    append(new PersonFixes("D1", made.fixes().subList(10, 30), true));
    assertThat(list()).containsExactly(madeUp);
    PersonFixes real = walk("D1", 30, 5, MIDDLE + 700, false);
    append(real);
    pack(T0.plusSeconds(7_200));
    List<Track> grown = list();
    assertThat(grown).hasSize(1);
    assertThat(grown.get(0).fixes()).hasSize(35);
    assertThat(grown.get(0).id()).isEqualTo(madeUp.id());
    assertThat(grown.get(0).generated()).as("part of it is real").isFalse();
    load(
        new Track(
            "track-20261101-D1-2200", "D1", walk("D1", 0, 40, MIDDLE - 900, true).fixes(), true));
    Track filledIn = list().get(0);
    assertThat(filledIn.fixes().subList(0, 35)).isEqualTo(grown.get(0).fixes());
    assertThat(filledIn.fixes()).hasSize(40);
  }

  @Test
  void packing_that_fails_leaves_tracks_and_log_as_they_were() {
    append(walk("D1", 0, 10, MIDDLE, true));
    List<Track> before = list();
    assertThat(before).hasSize(1);
    TrackRegister fails =
        new TrackRegister(
            database,
            new JdbcTrackStore(),
            said,
            open,
            CUT,
            point -> {
              throw new IllegalStateException("after all of it");
            });
    try (PositionPacker one = new PositionPacker(database, said, open, fails, Clock.systemUTC())) {
      assertThatThrownBy(() -> one.pack(T0.plusSeconds(3_600))).hasMessage("after all of it");
    }
    assertThat(database.read(said::unpacked)).hasSize(1);
    List<PersonFixes> packed = database.read(tx -> said.packedSince(tx, Instant.EPOCH));
    assertThat(packed).isEmpty();
    assertThat(list()).isEqualTo(before);
    assertThat(pack(T0.plusSeconds(3_600))).isEqualTo(1);
    assertThat(list()).isEqualTo(before);
  }

  /** Fixes with pauses of every length, over some nine hours and a midnight. */
  private static List<Fix> life(Random random, int count) {
    List<Fix> fixes = new ArrayList<>();
    Instant at = T0;
    for (int i = 0; i < count; i++) {
      at =
          at.plusSeconds(
              random.nextInt(25) == 0 ? 400 + random.nextInt(900) : 20 + random.nextInt(60));
      fixes.add(new Fix(new LatticePoint(MIDDLE + random.nextInt(9_000), 289_000_000), at));
    }
    return fixes;
  }

  /** In pieces of a few fixes, some of them sent twice. */
  private static List<PersonFixes> cutUp(Random random, String code, List<Fix> life) {
    List<PersonFixes> pieces = new ArrayList<>();
    for (int from = 0; from < life.size(); ) {
      int to = Math.min(life.size(), from + 1 + random.nextInt(12));
      PersonFixes piece = new PersonFixes(code, life.subList(from, to), true);
      pieces.add(piece);
      if (random.nextInt(6) == 0) {
        pieces.add(piece);
      }
      from = to;
    }
    return pieces;
  }

  private static List<Track> expected(List<PersonFixes> told) {
    Map<String, NavigableMap<Instant, Fix>> known = new TreeMap<>();
    told.forEach(
        one ->
            one.fixes()
                .forEach(
                    fix ->
                        known
                            .computeIfAbsent(one.staffCode(), code -> new TreeMap<>())
                            .put(fix.at(), fix)));
    List<Track> tracks = new ArrayList<>();
    known.forEach((code, fixes) -> tracks.addAll(CUT.cut(code, fixes.values(), true)));
    tracks.sort(Comparator.comparing(Track::id));
    return tracks;
  }

  private List<Track> mine(int round) {
    return list().stream().filter(track -> track.staffCode().endsWith("" + round)).toList();
  }

  /** A fix every 20 seconds. */
  private static PersonFixes walk(String code, int first, int count, int lon, boolean generated) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      fixes.add(new Fix(new LatticePoint(lon + i, 289_000_000), T0.plusSeconds(20L * i)));
    }
    return new PersonFixes(code, fixes, generated);
  }

  private static TrackQuery query(
      @Nullable String area,
      @Nullable Instant from,
      @Nullable Instant to,
      String after,
      int limit) {
    return new TrackQuery(area, null, from, to, Set.of(), after, limit);
  }

  private static Caller limitedTo(String code) {
    return Caller.of("test", Set.of(Role.OPERATOR), AreaScope.of(List.of(code)), Purpose.USE);
  }

  private List<Track> list() {
    return register.list(ALL, query(null, null, null, "", 1_000));
  }

  private List<String> ids(Caller caller, TrackQuery query) {
    return register.list(caller, query).stream().map(Track::id).toList();
  }

  private void append(PersonFixes one) {
    long row = database.write(ALL, tx -> said.append(tx, List.of(one)));
    open.add(row, List.of(one));
  }

  private void load(Track walk) {
    database.write(
        ALL,
        tx -> {
          register.load(tx, ALL, List.of(walk), TrackGrowthContract::gridOf);
          return 0;
        });
  }

  private int pack(Instant before) {
    return packer.pack(before);
  }
}
