package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wangge.server.http.TooBusy;

class PasswordHashesTest {
  private static final String PASSWORD = "茉莉 and a long walk";

  /** What the reference program prints for "password" and "somesalt", at 64 MiB and two passes. */
  private static final String OF_THE_REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  private final PasswordHashes hashes = new PasswordHashes();

  @Test
  void a_hash_knows_its_password_and_no_other() {
    String hash = hashes.hash(PASSWORD);
    assertThat(hashes.verify(PASSWORD, hash)).isTrue();
    assertThat(hashes.verify(PASSWORD + " ", hash)).isFalse();
    assertThat(hashes.verify("", hash)).isFalse();
    assertThat(hash).doesNotContain("walk").startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void the_same_password_has_another_hash_each_time() {
    assertThat(hashes.hash(PASSWORD)).isNotEqualTo(hashes.hash(PASSWORD));
  }

  @Test
  void a_password_is_the_same_however_a_keyboard_writes_it() {
    String fullWidth = hashes.hash("ｐａｓｓ２０２６é");
    assertThat(hashes.verify("pass2026e\u0301", fullWidth)).isTrue();
  }

  @Test
  void a_hash_of_the_reference_program_is_understood() {
    assertThat(hashes.verify("password", OF_THE_REFERENCE)).isTrue();
    assertThat(hashes.verify("Password", OF_THE_REFERENCE)).isFalse();
  }

  @Test
  void a_hash_that_cost_less_than_today_is_to_be_made_anew() {
    byte[] bytes = new byte[32];
    assertThat(hashes.needsRehash(encoded(new Argon2.Cost(12 * 1024, 2, 1), bytes))).isTrue();
    assertThat(hashes.needsRehash(encoded(new Argon2.Cost(64 * 1024, 1, 1), bytes))).isTrue();
    assertThat(hashes.needsRehash(encoded(PasswordHashes.COST, bytes))).isFalse();
    assertThat(hashes.needsRehash(OF_THE_REFERENCE)).isFalse();
  }

  @Test
  void the_hash_of_a_password_that_all_may_read_is_cheap_and_made_anew_where_they_may_not() {
    PasswordHashes shown = PasswordHashes.ofShownPasswords();
    String hash = shown.hash("demo");
    assertThat(hash).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
    assertThat(shown.verify("demo", hash)).isTrue();
    assertThat(shown.needsRehash(hash)).isFalse();
    assertThat(hashes.verify("demo", hash)).isTrue();
    assertThat(hashes.needsRehash(hash)).isTrue();
  }

  @Test
  void what_is_no_hash_is_refused_and_not_told() {
    for (String broken : List.of("", "plain text", "$2a$10$abc", OF_THE_REFERENCE + "!")) {
      assertThatThrownBy(() -> hashes.verify(PASSWORD, broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not a hash of Argon2id");
    }
  }

  @Test
  void of_20_at_once_never_more_than_two_are_at_it() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    PasswordHashes watched =
        new PasswordHashes(
            PasswordHashes.COST,
            (password, salt, cost, bytes) -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              byte[] key = Argon2.derive(password, salt, cost, bytes);
              running.decrementAndGet();
              return key;
            },
            Duration.ofMinutes(1));
    ExecutorService threads = Executors.newFixedThreadPool(20);
    List<Future<String>> made = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      made.add(threads.submit(() -> watched.hash(PASSWORD)));
    }
    for (Future<String> one : made) {
      assertThat(one.get(1, TimeUnit.MINUTES)).startsWith("$argon2id$");
    }
    threads.shutdown();
    assertThat(most).hasValue(2);
  }

  @Test
  void the_third_waits_and_is_sent_away_only_when_its_patience_ends() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch twoAreIn = new CountDownLatch(2);
    PasswordHashes held =
        new PasswordHashes(
            PasswordHashes.COST,
            (password, salt, cost, bytes) -> {
              twoAreIn.countDown();
              await(go);
              return new byte[bytes];
            },
            Duration.ofMillis(150));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<String> first = threads.submit(() -> held.hash("a"));
    Future<String> second = threads.submit(() -> held.hash("b"));
    await(twoAreIn);
    long began = System.nanoTime();
    assertThatThrownBy(() -> held.spend("c"))
        .isInstanceOfSatisfying(
            TooBusy.class,
            busy -> {
              assertThat(busy.code()).isEqualTo("sign-in-busy");
              assertThat(busy.retryAfterSeconds()).isPositive();
            });
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(150_000_000L);
    go.countDown();
    assertThat(first.get()).isNotEmpty();
    assertThat(second.get()).isNotEmpty();
    threads.shutdown();
    // Places were given back, so that the next goes straight in.
    assertThat(held.hash("d")).isNotEmpty();
  }

  @Test
  void a_hash_takes_the_memory_and_the_work_it_says_whether_the_account_exists_or_not() {
    String kept = hashes.hash(PASSWORD);
    for (int warm = 0; warm < 5; warm++) {
      hashes.spend(PASSWORD);
    }
    Spent known = spent(() -> hashes.verify("wrong", kept));
    Spent unknown = spent(() -> hashes.spend("wrong"));
    assertThat(known.bytes()).isGreaterThan(19L * 1024 * 1024);
    assertThat(known.cpuNanos()).isGreaterThan(5_000_000L);
    assertThat((double) unknown.bytes() / known.bytes()).isBetween(0.9, 1.1);
    assertThat((double) unknown.cpuNanos() / known.cpuNanos()).isBetween(0.5, 2.0);
  }

  private record Spent(long cpuNanos, long bytes) {}

  /** What ten runs cost this thread, the machine's other work left out. */
  private static Spent spent(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    var memory = (com.sun.management.ThreadMXBean) threads;
    long id = Thread.currentThread().getId();
    long cpu = threads.getCurrentThreadCpuTime();
    long bytes = memory.getThreadAllocatedBytes(id);
    for (int i = 0; i < 10; i++) {
      work.run();
    }
    return new Spent(
        (threads.getCurrentThreadCpuTime() - cpu) / 10,
        (memory.getThreadAllocatedBytes(id) - bytes) / 10);
  }

  private static String encoded(Argon2.Cost cost, byte[] bytes) {
    return Argon2.Encoded.of(cost, bytes, bytes).text();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
