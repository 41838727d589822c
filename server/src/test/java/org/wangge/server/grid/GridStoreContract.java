package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.START;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;
import static org.wangge.grid.Areas.square;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Duty;
import org.wangge.grid.GridKind;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of areas promises, on either database. */
abstract class GridStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final AreaKey GRID = AreaKey.tree("990101001001001");
  private static final Instant LATER = START.plus(Duration.ofDays(60));

  private final JdbcGridStore store = new JdbcGridStore();
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
  void an_area_comes_back_as_it_was_put_in() {
    Area grid =
        aGrid(GRID.code())
            .kind(GridKind.EXCLUSIVE)
            .anchor(new LatticePoint(1_110_000_001, 290_000_007))
            .inCharge(
                List.of(new InCharge(Duty.GRID_HEAD, "S0002"), new InCharge(Duty.POLICE, "S0001")))
            .build();
    add(grid);
    Area found = find(GRID, now()).orElseThrow();
    assertThat(found.sameStateAs(grid)).isTrue();
    assertThat(found.shape()).isEqualTo(grid.shape());
    assertThat(found.validity()).isEqualTo(grid.validity());
    assertThat(found.version()).isEqualTo(1);
  }

  @Test
  void an_area_without_an_outline_is_kept_too() {
    add(aDistrict("990101").build());
    assertThat(find(AreaKey.tree("990101"), now()).orElseThrow().shape()).isEmpty();
  }

  @Test
  void a_change_leaves_yesterday_and_what_was_known_yesterday_as_they_were() {
    add(aGrid(GRID.code()).name("老名").build());
    Instant knownBefore = now().known();
    change(find(GRID, now()).orElseThrow(), "新名", LATER);

    assertThat(nameAt(LATER.minusSeconds(1), now().known())).contains("老名");
    assertThat(nameAt(LATER, now().known())).contains("新名");
    assertThat(nameAt(LATER, knownBefore)).contains("老名");
    assertThat(nameAt(START.minusSeconds(1), now().known())).isEmpty();
    assertThat(history()).extracting(Area::name).containsExactly("老名", "新名");
  }

  @Test
  void a_change_replaces_what_was_planned_for_later() {
    add(aGrid(GRID.code()).name("一").build());
    change(find(GRID, now()).orElseThrow(), "三", LATER.plusSeconds(1000));
    Area first = find(GRID, now()).orElseThrow();
    change(first.edit().version(2).build(), "二", LATER);
    assertThat(nameAt(LATER.plusSeconds(5000), now().known())).contains("二");
    assertThat(history()).hasSize(2);
  }

  @Test
  void a_change_against_an_old_version_is_refused_and_changes_nothing() {
    add(aGrid(GRID.code()).name("一").build());
    Area seen = find(GRID, now()).orElseThrow();
    change(seen, "二", LATER);
    assertThatThrownBy(() -> change(seen, "三", LATER))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
    assertThat(nameAt(LATER, now().known())).contains("二");
  }

  @Test
  void a_retired_area_ends_and_its_code_is_never_given_again() {
    add(aGrid(GRID.code()).build());
    write(
        tx -> {
          store.retire(tx, CALLER, GRID, LATER, 1);
          return 0;
        });
    assertThat(find(GRID, new AsOf(LATER, now().known()))).isEmpty();
    assertThat(find(GRID, new AsOf(LATER.minusSeconds(1), now().known()))).isPresent();
    assertThatThrownBy(() -> add(aGrid(GRID.code()).build()))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("code-taken");
  }

  @Test
  void a_code_is_unique_within_its_partition_only() {
    write(
        tx -> {
          store.addPartition(tx, CALLER, new Partition("police", "警务区", "Police beats"));
          return 0;
        });
    add(aGrid(GRID.code()).build());
    Area beat =
        aGrid(GRID.code())
            .key(new AreaKey("police", GRID.code()))
            .level(Level.OVERLAY)
            .parentCode(null)
            .build();
    add(beat);
    assertThat(find(beat.key(), now())).isPresent();
    assertThat(partitions()).extracting(Partition::id).contains("police");
  }

  @Test
  void a_list_narrows_by_level_parent_box_text_and_page() {
    addTree();
    assertThat(codes(query(Level.GRID, null, null, null, "", 10)))
        .containsExactly("990101001001001", "990101001001002", "990101001001003");
    assertThat(codes(query(null, "990101001", null, null, "", 10))).containsExactly("990101001001");
    assertThat(codes(query(Level.GRID, null, null, null, "990101001001001", 1)))
        .containsExactly("990101001001002");
    assertThat(codes(query(null, null, null, "网格二", "", 10))).containsExactly("990101001001002");
    assertThat(codes(query(null, null, null, "990101001001003", "", 10)))
        .containsExactly("990101001001003");
    assertThat(codes(query(null, null, null, "%", "", 10))).isEmpty();
    LatticeBox onlyThird = new LatticeBox(1_110_024_000, 290_004_000, 1_110_026_000, 290_006_000);
    assertThat(codes(query(null, null, onlyThird, null, "", 10)))
        .containsExactly("990101001001003");
  }

  @Test
  void a_fresh_database_knows_the_usual_code_scheme_and_no_other() {
    assertThat(codeScheme("gb-grid/1")).contains(CodeScheme.GB_GRID_1);
    assertThat(codeScheme("gb-grid/2")).isEmpty();
  }

  @Test
  void an_added_code_scheme_is_known_and_stays_as_it_is_when_it_is_added_again() {
    CodeScheme next = CodeScheme.GB_GRID_1.next();
    addScheme(next);
    addScheme(new CodeScheme(next.id(), next.version(), Map.of(Level.GRID, 16)));
    assertThat(codeScheme("gb-grid/2")).contains(next);
    assertThat(codeScheme("gb-grid/1")).contains(CodeScheme.GB_GRID_1);
  }

  private void addScheme(CodeScheme scheme) {
    write(
        tx -> {
          store.addCodeScheme(tx, CALLER, scheme);
          return 0;
        });
  }

  private Optional<CodeScheme> codeScheme(String reference) {
    return read(tx -> store.findCodeScheme(tx, CALLER, reference));
  }

  @Test
  void the_last_number_below_a_code_counts_areas_that_have_ended_and_no_other_level() {
    add(aGrid("990101001001002").build());
    add(aGrid("990101001001007").build());
    add(aGrid("990101001002009").build());
    write(
        tx -> {
          store.retire(tx, CALLER, AreaKey.tree("990101001001007"), LATER, 1);
          return 0;
        });
    assertThat(lastNumber("990101001001")).isEqualTo(7);
    assertThat(lastNumber("990101001002")).isEqualTo(9);
    assertThat(lastNumber("990101001003")).isZero();
    assertThat(lastNumber("990101001001007")).isZero();
  }

  private int lastNumber(String prefix) {
    return read(tx -> store.lastNumber(tx, Partition.TREE, prefix, 3));
  }

  @Test
  void every_change_counts_up_the_coverage_version() {
    long before = read(store::coverageVersion);
    add(aGrid(GRID.code()).build());
    change(find(GRID, now()).orElseThrow(), "新", LATER);
    long after = read(store::coverageVersion);
    assertThat(after).isEqualTo(before + 2);
  }

  @Test
  void the_next_planned_change_is_known() {
    add(aGrid(GRID.code()).build());
    Instant future = now().at().plus(Duration.ofDays(3));
    change(find(GRID, now()).orElseThrow(), "新", future);
    assertThat(nextChangeAfter(now().at())).contains(future);
    assertThat(nextChangeAfter(future)).isEmpty();
  }

  @Test
  void of_8_writers_who_also_roll_back_none_loses_a_committed_change() throws Exception {
    add(aGrid(GRID.code()).households(0).build());
    AtomicInteger committed = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int writer = 0; writer < 8; writer++) {
      Random random = new Random(writer);
      threads.execute(() -> countUp(random, committed));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(120, TimeUnit.SECONDS)).isTrue();

    Area newest = history().get(0);
    assertThat(committed.get()).isGreaterThan(20);
    assertThat(newest.households()).isEqualTo(committed.get());
    assertThat(newest.version()).isEqualTo(1 + committed.get());
  }

  /**
   * Adds one household thirty times, against the version it read; every tenth time it changes its
   * mind.
   */
  private void countUp(Random random, AtomicInteger committed) {
    for (int i = 0; i < 30; i++) {
      Area seen = history().get(0);
      boolean rollBack = random.nextInt(10) == 0;
      try {
        write(
            tx -> {
              Area more =
                  seen.edit().households(seen.households() + 1).version(seen.version() + 1).build();
              store.change(tx, CALLER, more, seen.version());
              if (rollBack) {
                throw new IllegalStateException("changed its mind");
              }
              return 0;
            });
        committed.incrementAndGet();
      } catch (Conflict | IllegalStateException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }

  private void addTree() {
    add(aDistrict("990101").name("区").build());
    add(aStreet("990101001").name("街道").build());
    add(aCommunity("990101001001").name("社区").build());
    String[] names = {"网格一", "网格二", "网格三"};
    for (int i = 0; i < 3; i++) {
      add(
          aGrid("99010100100100" + (i + 1))
              .name(names[i])
              .shape(square(1_110_000_000 + i * 10_000, 290_000_000, 10_000))
              .build());
    }
  }

  private List<Area> history() {
    return read(tx -> store.history(tx, CALLER, GRID));
  }

  private List<Partition> partitions() {
    return read(tx -> store.partitions(tx, CALLER));
  }

  private Optional<Instant> nextChangeAfter(Instant instant) {
    return read(tx -> store.nextChangeAfter(tx, instant));
  }

  private static AreaQuery query(
      @Nullable Level level,
      @Nullable String parent,
      @Nullable LatticeBox box,
      @Nullable String text,
      String after,
      int limit) {
    return new AreaQuery("tree", now(), level, parent, box, text, after, limit);
  }

  private List<String> codes(AreaQuery query) {
    return read(tx -> store.list(tx, CALLER, query)).stream().map(Area::code).toList();
  }

  private Optional<String> nameAt(Instant at, Instant known) {
    return find(GRID, new AsOf(at, known)).map(Area::name);
  }

  private void add(Area area) {
    write(
        tx -> {
          store.add(tx, CALLER, List.of(area));
          return 0;
        });
  }

  private void change(Area seen, String name, Instant from) {
    write(
        tx -> {
          Area changed =
              seen.edit()
                  .name(name)
                  .validity(Validity.since(from))
                  .version(seen.version() + 1)
                  .build();
          store.change(tx, CALLER, changed, seen.version());
          return 0;
        });
  }

  private Optional<Area> find(AreaKey key, AsOf asOf) {
    return read(tx -> store.find(tx, CALLER, key, asOf));
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }

  private <T> void write(Function<Tx, T> work) {
    database.write(CALLER, work);
  }

  private static AsOf now() {
    return AsOf.now(Instant.now().truncatedTo(ChronoUnit.MICROS));
  }
}
