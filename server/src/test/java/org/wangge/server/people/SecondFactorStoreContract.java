package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.SecondFactor;
import org.wangge.people.Totp;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of second factors promises, on either database. */
abstract class SecondFactorStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final String ACCOUNT = "liaison";
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00.123456Z");

  private final JdbcSecondFactorStore store = new JdbcSecondFactorStore();
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
  void one_that_waits_comes_back_as_it_was_put_in_and_gives_way_to_a_newer_one() {
    begin("first");
    assertThat(find()).contains(SecondFactor.begun(ACCOUNT, "first", T0));
    begin("second");
    assertThat(find()).contains(SecondFactor.begun(ACCOUNT, "second", T0));
    assertThat(find().orElseThrow().isInForce()).isFalse();
  }

  @Test
  void one_that_was_left_half_done_is_no_way_in_a_day_later_and_goes_with_the_next_that_begins() {
    begin("left");
    assertThat(find().orElseThrow().isWaitingAt(T0.plus(SecondFactor.WAIT).minusMillis(1)))
        .isTrue();
    assertThat(find().orElseThrow().isWaitingAt(T0.plus(SecondFactor.WAIT))).isFalse();
    begin("admin", T0.plus(SecondFactor.WAIT).minusMillis(1));
    assertThat(find()).isPresent();
    begin("admin", T0.plus(SecondFactor.WAIT));
    assertThat(find()).isEmpty();
  }

  private void begin(String account, Instant at) {
    change(
        tx -> {
          store.begin(tx, CALLER, SecondFactor.begun(account, "other", at));
          return true;
        });
  }

  @Test
  void one_in_force_gives_way_to_nothing() {
    begin("first");
    assertThat(change(tx -> store.confirm(tx, CALLER, ACCOUNT, 7))).isTrue();
    SecondFactor inForce = find().orElseThrow();
    assertThat(inForce.isInForce()).isTrue();
    assertThat(inForce.lastStep()).isEqualTo(7);
    assertThatThrownBy(() -> begin("second"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("second-factor-taken");
    assertThat(find()).contains(inForce);
    assertThat(change(tx -> store.confirm(tx, CALLER, ACCOUNT, 8))).isFalse();
  }

  @Test
  void a_step_is_used_once_and_no_older_one_after_it() {
    begin("first");
    assertThat(useStep(5)).as("not in force yet").isFalse();
    change(tx -> store.confirm(tx, CALLER, ACCOUNT, 7));
    assertThat(useStep(7)).isFalse();
    assertThat(useStep(8)).isTrue();
    assertThat(useStep(8)).isFalse();
    assertThat(useStep(6)).isFalse();
    assertThat(find().orElseThrow().lastStep()).isEqualTo(8);
  }

  @Test
  void a_recovery_code_is_used_once_and_none_outlives_its_replacement() {
    begin("first");
    replaceCodes("a", "b");
    assertThat(useCode("a")).isTrue();
    assertThat(useCode("a")).isFalse();
    assertThat(useCode("c")).isFalse();
    assertThat(codesLeft()).isEqualTo(1);
    replaceCodes("c", "d", "e");
    assertThat(useCode("b")).isFalse();
    assertThat(codesLeft()).isEqualTo(3);
  }

  @Test
  void codes_of_one_account_open_no_other() {
    begin("first");
    replaceCodes("a");
    change(
        tx -> {
          store.begin(tx, CALLER, SecondFactor.begun("admin", "other", T0));
          return true;
        });
    assertThat(change(tx -> store.useRecoveryCode(tx, CALLER, "admin", "a"))).isFalse();
    assertThat(useCode("a")).isTrue();
  }

  @Test
  void removing_takes_the_codes_along() {
    begin("first");
    replaceCodes("a");
    assertThat(change(tx -> store.remove(tx, CALLER, ACCOUNT))).isTrue();
    assertThat(find()).isEmpty();
    assertThat(codesLeft()).isZero();
    assertThat(change(tx -> store.remove(tx, CALLER, ACCOUNT))).isFalse();
  }

  @Test
  void of_8_who_show_the_same_code_one_gets_in_though_others_roll_back() throws Exception {
    begin("first");
    change(tx -> store.confirm(tx, CALLER, ACCOUNT, 0));
    replaceCodes("code");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (long step = 1; step <= 10; step++) {
      long same = step;
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        boolean rollBack = new Random(same * 8 + i).nextInt(10) == 0;
        tries.add(
            threads.submit(() -> isIn(tx -> store.useStep(tx, CALLER, ACCOUNT, same), rollBack)));
      }
      // Who rolled back may have kept the others out; then the code is still good.
      assertThat(countTrue(tries) + (useStep(step) ? 1 : 0)).isEqualTo(1);
    }
    List<Future<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(
          threads.submit(
              () -> isIn(tx -> store.useRecoveryCode(tx, CALLER, ACCOUNT, "code"), false)));
    }
    assertThat(countTrue(tries)).isEqualTo(1);
    threads.shutdown();
  }

  private boolean isIn(Function<Tx, Boolean> work, boolean rollBack) {
    try {
      return change(
          tx -> {
            boolean used = work.apply(tx);
            if (rollBack) {
              throw new ChangedMind();
            }
            return used;
          });
    } catch (ChangedMind e) {
      return false;
    }
  }

  private static final class ChangedMind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static int countTrue(List<Future<Boolean>> tries) throws Exception {
    int count = 0;
    for (Future<Boolean> one : tries) {
      count += one.get() ? 1 : 0;
    }
    return count;
  }

  private void begin(String sealed) {
    change(
        tx -> {
          store.begin(tx, CALLER, new SecondFactor(ACCOUNT, sealed, T0, null, Totp.NO_STEP));
          return true;
        });
  }

  private Optional<SecondFactor> find() {
    return database.read(tx -> store.find(tx, CALLER, ACCOUNT));
  }

  private boolean useStep(long step) {
    return change(tx -> store.useStep(tx, CALLER, ACCOUNT, step));
  }

  private boolean useCode(String hash) {
    return change(tx -> store.useRecoveryCode(tx, CALLER, ACCOUNT, hash));
  }

  private void replaceCodes(String... hashes) {
    change(
        tx -> {
          store.replaceRecoveryCodes(tx, CALLER, ACCOUNT, List.of(hashes));
          return true;
        });
  }

  private int codesLeft() {
    return database.read(tx -> store.countRecoveryCodes(tx, CALLER, ACCOUNT));
  }

  private boolean change(Function<Tx, Boolean> work) {
    return database.write(CALLER, work);
  }
}
