package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Limit;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;
import org.wangge.incident.limit.StageLimits;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of limits promises, on either database. */
abstract class LimitStoreContract {
  private static final Caller CALLER = Caller.upkeep();

  private final JdbcLimitStore store = new JdbcLimitStore();
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
  void a_place_begins_with_the_limits_of_the_field_and_the_closest_holds() {
    List<StageLimit> all = read(tx -> store.list(tx, CALLER));
    StageLimits limits = new StageLimits(all);
    for (String[] wanted :
        new String[][] {
          {"noise", "", "ACCEPT", "15 urgent minutes"},
          {"noise", "loud", "HANDLE", "5 working days"},
          {"exposed-rubbish", "", "HANDLE", "4 working hours"},
          {"exposed-rubbish", "", "TOTAL", "15 calendar days"},
          {"manhole-cover", "missing", "HANDLE", "2 urgent hours"},
          {"manhole-cover", "rattling", "HANDLE", "2 working days"},
          {"manhole-cover", "", "HANDLE", "5 working days"},
          {"manhole-cover", "missing", "CHECK", "30 urgent minutes"},
        }) {
      Stage stage = Stage.valueOf(wanted[2]);
      List<StageLimit> found = read(tx -> store.listOf(tx, CALLER, wanted[0], wanted[1]));
      assertThat(found).filteredOn(one -> one.scope().stage() == stage).hasSize(1);
      StageLimit one = limits.find(wanted[0], wanted[1], stage).orElseThrow();
      assertThat(one.limit().words()).isEqualTo(wanted[3]);
      assertThat(found).contains(one);
    }
    List<StageLimit> noise = read(tx -> store.listOf(tx, CALLER, "noise", ""));
    assertThat(noise)
        .extracting(one -> one.scope().stage())
        .as("nothing is said of filing")
        .containsExactly(Stage.ACCEPT, Stage.DISPATCH, Stage.HANDLE, Stage.CHECK, Stage.TOTAL);
  }

  @Test
  void what_was_in_force_stays_on_record() {
    StageLimit added = write(tx -> store.add(tx, CALLER, limit(tx, 1)));
    assertThatThrownBy(() -> write(tx -> store.add(tx, CALLER, limit(tx, 2))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("limit-taken");
    Instant first = now();
    StageLimit changed = write(tx -> change(tx, added, 1, 7));
    Instant second = now();
    assertThatThrownBy(() -> write(tx -> change(tx, added, 1, 9)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
    assertThatThrownBy(() -> remove(added.id(), 1)).isInstanceOf(Conflict.class);
    remove(added.id(), 2);
    assertThat(at(first)).contains(added).doesNotContain(changed);
    assertThat(at(second)).contains(changed).doesNotContain(added);
    assertThat(at(now())).extracting(StageLimit::id).doesNotContain(added.id());
    assertThatThrownBy(() -> remove(added.id(), 2)).hasMessageContaining("limit-unknown");
  }

  @Test
  void of_8_writers_who_also_roll_back_none_loses_a_committed_change() throws Exception {
    StageLimit added = write(tx -> store.add(tx, CALLER, limit(tx, 1)));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int writer = 0; writer < 8; writer++) {
      Random random = new Random(writer);
      threads.execute(
          () -> {
            for (int done = 0; done < 5; ) {
              done += step(added.id(), random.nextInt(10) == 0) ? 1 : 0;
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    StageLimit newest = read(tx -> store.find(tx, CALLER, added.id()).orElseThrow());
    assertThat(newest.version()).isEqualTo(41);
    assertThat(newest.limit().amount()).isEqualTo(41);
  }

  /** One more than the newest; false when another writer was faster or the mind was changed. */
  private boolean step(long id, boolean rollBack) {
    try {
      return write(
          tx -> {
            StageLimit now = store.find(tx, CALLER, id).orElseThrow();
            change(tx, now, now.version(), now.limit().amount() + 1);
            if (rollBack) {
              throw new Conflict("version-conflict", Map.of());
            }
            return true;
          });
    } catch (Conflict e) {
      return false;
    }
  }

  private StageLimit change(Tx tx, StageLimit before, int ifVersion, int days) {
    StageLimit changed =
        before.with(new Limit(ClockKind.WORKING_DAYS, days), List.of(80), tx.now());
    store.change(tx, CALLER, changed, ifVersion);
    return changed;
  }

  private void remove(long id, int ifVersion) {
    write(
        tx -> {
          store.remove(tx, CALLER, id, ifVersion);
          return 0;
        });
  }

  private static StageLimit limit(Tx tx, int days) {
    return new StageLimit(
        0,
        1,
        new StageLimit.Scope("noise", "loud", Stage.HANDLE),
        new Limit(ClockKind.WORKING_DAYS, days),
        List.of(50, 90),
        tx.now());
  }

  private List<StageLimit> at(Instant instant) {
    return read(tx -> store.listAt(tx, CALLER, instant));
  }

  private Instant now() {
    return read(Tx::now).truncatedTo(ChronoUnit.MICROS);
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }
}
