package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRule;
import org.wangge.grid.SizeRule.Measure;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of size rules promises, on either database. */
abstract class SizeRuleStoreContract {
  private static final Caller CALLER = Caller.upkeep();

  private final JdbcSizeRuleStore store = new JdbcSizeRuleStore();
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
  void a_place_begins_with_the_rules_of_the_field() {
    List<SizeRule> rules = read(tx -> store.list(tx, CALLER));
    assertThat(rules)
        .extracting(
            one ->
                "%s %s %d-%d %s"
                    .formatted(
                        one.level().word(),
                        one.measure().word(),
                        one.min(),
                        one.max(),
                        one.inForce()))
        .containsExactly(
            "grid buildings 25-35 false",
            "grid households 300-500 true",
            "micro-grid households 10-15 true");
  }

  @Test
  void a_rule_comes_back_as_it_was_put_in_and_only_once_for_an_area() {
    SizeRule added = write(tx -> store.add(tx, CALLER, rule("990101001", 200)));
    Optional<SizeRule> found = read(tx -> store.find(tx, CALLER, added.id()));
    assertThat(found).contains(added);
    assertThat(added.id()).isPositive();
    assertThat(added.min()).isEqualTo(200);
    assertThatThrownBy(() -> write(tx -> store.add(tx, CALLER, rule("990101001", 100))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("rule-taken");
  }

  @Test
  void a_change_or_removal_from_an_old_version_is_refused() {
    SizeRule added = write(tx -> store.add(tx, CALLER, rule("990101001", 200)));
    change(added.with(250, 400, false), 1);
    assertThatThrownBy(() -> change(added.with(1, 2, true), 1))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
    assertThatThrownBy(() -> remove(added.id(), 1)).isInstanceOf(Conflict.class);
    Optional<SizeRule> found = read(tx -> store.find(tx, CALLER, added.id()));
    assertThat(found).contains(added.with(250, 400, false));
    remove(added.id(), 2);
    Optional<SizeRule> gone = read(tx -> store.find(tx, CALLER, added.id()));
    assertThat(gone).isEmpty();
  }

  @Test
  void of_8_writers_who_also_roll_back_none_loses_a_committed_change() throws Exception {
    SizeRule added = write(tx -> store.add(tx, CALLER, rule("990101001", 0)));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int writer = 0; writer < 8; writer++) {
      Random random = new Random(writer);
      threads.execute(
          () -> {
            for (int done = 0; done < 10; ) {
              done += step(added.id(), random.nextInt(10) == 0) ? 1 : 0;
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    SizeRule newest = read(tx -> store.find(tx, CALLER, added.id()).orElseThrow());
    assertThat(newest.version()).isEqualTo(81);
    assertThat(newest.min()).isEqualTo(80);
  }

  /** One more than the newest; false when another writer was faster or the mind was changed. */
  private boolean step(long id, boolean rollBack) {
    try {
      return write(
          tx -> {
            SizeRule now = store.find(tx, CALLER, id).orElseThrow();
            store.change(tx, CALLER, now.with(now.min() + 1, 500, true), now.version());
            if (rollBack) {
              throw new Conflict("version-conflict", Map.of());
            }
            return true;
          });
    } catch (Conflict e) {
      return false;
    }
  }

  private void change(SizeRule rule, int ifVersion) {
    write(
        tx -> {
          store.change(tx, CALLER, rule, ifVersion);
          return 0;
        });
  }

  private void remove(long id, int ifVersion) {
    write(
        tx -> {
          store.remove(tx, CALLER, id, ifVersion);
          return 0;
        });
  }

  private static SizeRule rule(String area, int min) {
    return new SizeRule(0, 1, area, Level.GRID, GridKind.BASE, Measure.HOUSEHOLDS, min, 500, true);
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }
}
