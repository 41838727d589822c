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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;
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
  void fixes_are_the_same_before_and_after_packing_each_once() {
    append(said("D1", 0, 600), said("D2", 300, 1_500));
    append(said("D1", 400, 1_200));
    Set<String> before = all();
    assertThat(before).hasSize(1_200 / 20 + 1_200 / 20);
    assertThat(pack(LATER)).isEqualTo(3);
    assertThat(all()).isEqualTo(before);
    assertThat(pack(LATER)).isZero();
    append(said("D1", 1_000, 1_400));
    assertThat(pack(LATER)).isEqualTo(1);
    assertThat(fixesIn("patrol_chunk")).isEqualTo(all().size());
  }

  @Test
  void what_was_kept_long_enough_is_removed_by_whole_quarters() {
    append(said("D1", 0, 1_800), said("D2", 0, 600));
    assertThat(pack(LATER)).isEqualTo(2);
    assertThat(database.read(store::oldest)).contains(T0);
    assertThat(remove(T0.plusSeconds(899))).isZero();
    assertThat(remove(T0.plusSeconds(900))).isEqualTo(2);
    assertThat(all()).hasSize(900 / 20);
    assertThat(database.read(store::oldest)).contains(T0.plusSeconds(900));
    assertThat(remove(LATER)).isEqualTo(1);
    assertThat(database.read(store::oldest)).isEmpty();
  }

  private int remove(Instant before) {
    return database.write(Caller.upkeep(), tx -> store.removeBefore(tx, before));
  }

  @Test
  void what_is_not_over_stays_in_the_log() {
    append(said("D1", 0, 600), said("D2", 0, 1_800));
    assertThat(pack(T0.plusSeconds(900))).isEqualTo(1);
    assertThat(all()).hasSize(600 / 20 + 1_800 / 20);
  }

  @Test
  void while_8_writers_append_and_roll_back_and_two_pack_nothing_is_lost_and_nothing_twice()
      throws Exception {
    Set<String> written = java.util.concurrent.ConcurrentHashMap.newKeySet();
    ExecutorService pool = Executors.newFixedThreadPool(10);
    List<Future<?>> running = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      int writer = n;
      running.add(pool.submit(() -> write(writer, written)));
    }
    for (int n = 0; n < 2; n++) {
      running.add(
          pool.submit(
              () -> {
                for (int i = 0; i < 15; i++) {
                  pack(LATER);
                }
              }));
    }
    for (Future<?> one : running) {
      one.get(60, TimeUnit.SECONDS);
    }
    pool.shutdownNow();
    assertThat(all()).isEqualTo(new TreeSet<>(written));
    while (pack(LATER) > 0) {
      assertThat(all()).hasSameSizeAs(written);
    }
    assertThat(fixesIn("patrol_chunk")).isEqualTo(written.size());
  }

  @Test
  void of_two_who_pack_a_quarter_for_the_first_time_at_once_neither_writes_over_the_other()
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int round = 0; round < 60; round++) {
      int start = round * 900;
      append(said("D1", start, start + 200));
      append(said("D1", start + 300, start + 500));
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<Integer>> packing = new ArrayList<>();
      for (int packer = 0; packer < 2; packer++) {
        packing.add(
            pool.submit(
                () -> {
                  together.await(10, TimeUnit.SECONDS);
                  return packOne(LATER);
                }));
      }
      for (Future<Integer> one : packing) {
        one.get(20, TimeUnit.SECONDS);
      }
      while (pack(LATER) > 0) {
        // One of the two may have found the row taken by the other.
      }
      assertThat(fixesIn("patrol_chunk")).as("round %d", round).isEqualTo((round + 1) * 20);
    }
    pool.shutdownNow();
  }

  private int packOne(Instant before) {
    return database.write(Caller.upkeep(), tx -> store.pack(tx, before, 1).rows());
  }

  private void write(int writer, Set<String> written) {
    for (int i = 0; i < 15; i++) {
      PersonFixes said = said("D" + writer % 3, (writer * 15 + i) * 60, (writer * 15 + i + 1) * 60);
      boolean rollBack = (writer + i) % 10 == 0;
      try {
        database.write(
            Caller.upkeep(),
            tx -> {
              store.append(tx, List.of(said));
              if (rollBack) {
                throw new IllegalStateException("rolled back");
              }
              return 0;
            });
        written.addAll(texts(said));
      } catch (IllegalStateException rolledBack) {
        assertThat(rollBack).isTrue();
      }
    }
  }

  private void append(PersonFixes... said) {
    database.write(
        Caller.upkeep(),
        tx -> {
          store.append(tx, List.of(said));
          return 0;
        });
  }

  private int pack(Instant before) {
    return database.write(Caller.upkeep(), tx -> store.pack(tx, before, 100).rows());
  }

  private Set<String> all() {
    Set<String> all = new TreeSet<>();
    database.read(tx -> store.since(tx, T0.minusSeconds(1))).forEach(one -> all.addAll(texts(one)));
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
