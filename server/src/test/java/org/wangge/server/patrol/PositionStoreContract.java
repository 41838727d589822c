package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.FixCodec;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of positions promises, on either database. */
abstract class PositionStoreContract {
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LATER = T0.plusSeconds(100_000);

  private final JdbcPositionStore store = new JdbcPositionStore();
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
  void what_was_said_comes_back_from_the_log_as_it_came_in_until_it_is_forgotten() {
    List<PersonFixes> together = List.of(said("D1", 0, 600), said("D2", 300, 1_500));
    List<PersonFixes> alone = List.of(said("D1", 400, 1_200));
    long first = append(together);
    long second = append(alone);
    assertThat(second).isGreaterThan(first);
    assertThat(unpacked())
        .containsExactly(
            new PositionStore.Logged(first, together), new PositionStore.Logged(second, alone));
    forget(List.of(first));
    assertThat(unpacked()).containsExactly(new PositionStore.Logged(second, alone));
  }

  @Test
  void a_day_of_fixes_that_came_in_at_once_is_no_longer_than_a_row_holds() {
    PersonFixes day = said("D1", 0, 20 * 20_000);
    long row = append(List.of(day));
    List<Fix> back =
        unpacked().get(0).said().stream().flatMap(one -> one.fixes().stream()).toList();
    assertThat(unpacked()).extracting(PositionStore.Logged::row).containsExactly(row);
    assertThat(back).isEqualTo(day.fixes());
  }

  @Test
  void a_row_of_the_version_before_is_read_as_it_was_written() {
    PersonFixes old = said("D1", 0, 600);
    database.write(
        Caller.upkeep(),
        tx ->
            org.wangge.server.storage.JdbcTx.of(tx)
                .update(
                    """
                    insert into patrol_position_log (staff_code, last_at, fixes, generated)
                    values (?, ?, ?, ?)
                    """,
                    "D1",
                    T0.plusSeconds(600),
                    FixCodec.encode(old.fixes()),
                    true));
    assertThat(unpacked().get(0).said()).containsExactly(old);
  }

  @Test
  void packed_again_it_changes_nothing_and_what_comes_late_is_merged_each_instant_once() {
    pack(said("D1", 0, 600), said("D2", 300, 900));
    pack(said("D1", 0, 600));
    pack(said("D1", 400, 880));
    assertThat(packed())
        .isEqualTo(
            new TreeSet<>(
                Stream.of(said("D1", 0, 880), said("D2", 300, 900))
                    .flatMap(one -> texts(one).stream())
                    .toList()));
    assertThat(fixesIn("patrol_chunk")).isEqualTo(880 / 20 + 600 / 20);
    assertThat(instants("D1", 860, 2_000)).containsExactly(T0.plusSeconds(860));
    assertThat(instants("D1", 861, 2_000)).isEmpty();
    assertThat(instants("D3", 0, 2_000)).isEmpty();
  }

  @Test
  void what_was_kept_long_enough_is_removed_by_whole_quarters() {
    pack(said("D1", 0, 900), said("D1", 900, 1_800), said("D2", 0, 600));
    assertThat(database.read(store::oldest)).contains(T0);
    assertThat(remove(T0.plusSeconds(899))).isZero();
    assertThat(remove(T0.plusSeconds(900))).isEqualTo(2);
    assertThat(packed()).hasSize(900 / 20);
    assertThat(database.read(store::oldest)).contains(T0.plusSeconds(900));
    assertThat(remove(LATER)).isEqualTo(1);
    assertThat(database.read(store::oldest)).isEmpty();
  }

  private int remove(Instant before) {
    return database.write(Caller.upkeep(), tx -> store.removeBefore(tx, before));
  }

  @Test
  void of_8_who_pack_and_roll_back_the_same_quarters_nothing_is_lost_and_nothing_twice()
      throws Exception {
    Set<String> written = java.util.concurrent.ConcurrentHashMap.newKeySet();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    CyclicBarrier together = new CyclicBarrier(8);
    List<Future<?>> running = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      int writer = n;
      running.add(pool.submit(() -> write(writer, together, written)));
    }
    for (Future<?> one : running) {
      one.get(60, TimeUnit.SECONDS);
    }
    pool.shutdownNow();
    assertThat(packed()).isEqualTo(new TreeSet<>(written));
    assertThat(fixesIn("patrol_chunk")).isEqualTo(written.size());
  }

  private Void write(int writer, CyclicBarrier together, Set<String> written) throws Exception {
    for (int i = 0; i < 15; i++) {
      together.await(30, TimeUnit.SECONDS);
      // All write the same quarters in each round, each some fixes of its own.
      PersonFixes one = said("D1", i * 900 + writer * 100, i * 900 + writer * 100 + 100);
      PersonFixes other = said("D2", i * 900 + writer * 60, i * 900 + writer * 60 + 100);
      boolean rollBack = (writer + i) % 10 == 0;
      try {
        database.write(
            Caller.upkeep(),
            tx -> {
              store.pack(tx, writer % 2 == 0 ? List.of(one, other) : List.of(other, one));
              if (rollBack) {
                throw new IllegalStateException("rolled back");
              }
              return 0;
            });
        written.addAll(texts(one));
        written.addAll(texts(other));
      } catch (IllegalStateException rolledBack) {
        assertThat(rollBack).isTrue();
      }
    }
    return null;
  }

  private long append(List<PersonFixes> said) {
    return database.write(Caller.upkeep(), tx -> store.append(tx, said));
  }

  private List<PositionStore.Logged> unpacked() {
    return database.read(store::unpacked);
  }

  private void forget(List<Long> rows) {
    database.write(
        Caller.upkeep(),
        tx -> {
          store.forget(tx, rows);
          return 0;
        });
  }

  private void pack(PersonFixes... quarters) {
    database.write(
        Caller.upkeep(),
        tx -> {
          store.pack(tx, List.of(quarters));
          return 0;
        });
  }

  private Set<Instant> instants(String staffCode, int from, int to) {
    return database.read(
        tx -> store.packedInstants(tx, staffCode, T0.plusSeconds(from), T0.plusSeconds(to)));
  }

  private Set<String> packed() {
    Set<String> all = new TreeSet<>();
    database.read(tx -> store.packedSince(tx, T0)).forEach(one -> all.addAll(texts(one)));
    return all;
  }

  private int fixesIn(String table) {
    return database.read(
        tx ->
            org.wangge.server.storage.JdbcTx.of(tx)
                .queryOne(
                    "select coalesce(sum(fix_count), 0) as fixes from " + table,
                    row -> row.integer("fixes"))
                .orElseThrow());
  }

  private static List<String> texts(PersonFixes said) {
    return said.fixes().stream()
        .map(fix -> said.staffCode() + " " + fix.at() + " " + fix.location())
        .toList();
  }

  /** A fix every 20 seconds, from one second to another. */
  private static PersonFixes said(String staffCode, int from, int to) {
    List<Fix> fixes = new ArrayList<>();
    for (int second = from; second < to; second += 20) {
      fixes.add(
          new Fix(
              new LatticePoint(1_126_000_000 + second, 289_000_000 - second),
              T0.plusSeconds(second)));
    }
    return new PersonFixes(staffCode, fixes, true);
  }
}
