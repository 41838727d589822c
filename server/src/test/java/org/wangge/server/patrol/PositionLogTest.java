package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.OpenQuarters;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.TrackCut;
import org.wangge.patrol.TrackRegister;
import org.wangge.server.config.Settings;
import org.wangge.server.http.TooBusy;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

@Timeout(60)
class PositionLogTest {
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");

  private final JdbcPositionStore store = new JdbcPositionStore();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Database database;
  private OpenQuarters open = new OpenQuarters();
  private PositionLog log;

  @BeforeEach
  void open() {
    database = TestDatabase.H2.open();
    log = freshLog();
  }

  private PositionLog freshLog() {
    open = new OpenQuarters();
    return new PositionLog(database, store, open);
  }

  private void pack() {
    TrackRegister tracks =
        new TrackRegister(
            database,
            new JdbcTrackStore(),
            store,
            open,
            new TrackCut(Settings.CHINA),
            point -> Optional.empty());
    try (PositionPacker packer =
        new PositionPacker(database, store, open, tracks, Clock.systemUTC())) {
      packer.pack(T0.plusSeconds(99_999));
    }
  }

  @AfterEach
  void close() {
    log.close();
    threads.shutdownNow();
    database.close();
  }

  @Test
  void what_is_sent_again_is_known_again_in_any_pieces_after_packing_and_after_a_restart() {
    log.start();
    assertThat(count(log.append(List.of(walk("D1", 0, 200))))).isEqualTo(200);
    assertThat(log.append(List.of(walk("D1", 0, 200)))).isEmpty();
    assertThat(count(log.append(List.of(walk("D1", 150, 90), walk("D2", 0, 5))))).isEqualTo(45);
    pack();
    assertThat(database.read(store::unpacked)).isEmpty();
    assertThat(log.append(List.of(walk("D1", 3, 1), walk("D2", 1, 2)))).isEmpty();
    log.close();
    log = freshLog();
    log.start();
    assertThat(log.append(List.of(walk("D1", 17, 200)))).isEmpty();
    assertThat(count(log.append(List.of(walk("D1", 230, 20))))).isEqualTo(10);
  }

  @Test
  void the_same_batch_from_many_at_once_is_new_once() throws Exception {
    log.start();
    Random random = new Random(2);
    List<Future<Integer>> sending = new ArrayList<>();
    List<PersonFixes> batches = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      for (int again = 0; again < 4; again++) {
        batches.add(walk("D" + i % 3, i * 6, 10));
      }
    }
    Collections.shuffle(batches, random);
    for (PersonFixes batch : batches) {
      sending.add(threads.submit((Callable<Integer>) () -> count(log.append(List.of(batch)))));
    }
    int fresh = 0;
    for (Future<Integer> one : sending) {
      fresh += one.get();
    }
    long distinct =
        batches.stream()
            .flatMap(one -> one.fixes().stream().map(fix -> one.staffCode() + fix.at()))
            .distinct()
            .count();
    assertThat(fresh).isEqualTo((int) distinct);
    assertThat(stored()).isEqualTo((int) distinct);
  }

  @Test
  void when_too_much_waits_the_rest_is_told_so_at_once_and_is_not_kept() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<?> slow = threads.submit(() -> holdTheDatabase(held, go));
    assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
    log.start();
    List<Future<Integer>> sending = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PersonFixes batch = walk("D" + i, 0, 40_000);
      sending.add(threads.submit((Callable<Integer>) () -> count(log.append(List.of(batch)))));
      Thread.sleep(60);
    }
    assertThatThrownBy(() -> log.append(List.of(walk("D9", 0, 40_000))))
        .isInstanceOfSatisfying(
            TooBusy.class, busy -> assertThat(busy.retryAfterSeconds()).isBetween(1, 60));
    go.countDown();
    slow.get(10, TimeUnit.SECONDS);
    int kept = 0;
    for (Future<Integer> one : sending) {
      try {
        kept += one.get();
      } catch (java.util.concurrent.ExecutionException refused) {
        assertThat(refused).hasCauseInstanceOf(TooBusy.class);
      }
    }
    assertThat(kept).isBetween(40_000, 7 * 40_000);
    assertThat(stored()).as("what was acknowledged and nothing else").isEqualTo(kept);
    assertThat(count(log.append(List.of(walk("D9", 0, 3))))).as("and it goes on").isEqualTo(3);
  }

  private Void holdTheDatabase(CountDownLatch held, CountDownLatch go) {
    database.write(
        Caller.upkeep(),
        tx -> {
          held.countDown();
          try {
            return go.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    return null;
  }

  private int stored() {
    return database.read(store::unpacked).stream().mapToInt(logged -> count(logged.said())).sum();
  }

  private static int count(List<PersonFixes> people) {
    return people.stream().mapToInt(one -> one.fixes().size()).sum();
  }

  private static PersonFixes walk(String code, int first, int count) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      fixes.add(new Fix(new LatticePoint(1_126_000_000 + i % 999, 289_000_000), T0.plusSeconds(i)));
    }
    return new PersonFixes(code, fixes, false);
  }
}
