package org.wangge.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.Entry;

@Timeout(20)
class IntakeLineTest {
  private static final Caller ONE = Caller.anonymous();
  private static final Caller OTHER =
      Caller.of("sensor", Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE);

  private final ExecutorService threads = Executors.newFixedThreadPool(40);
  private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch held = new CountDownLatch(1);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private List<Receipt> write(Caller caller, List<Submission> some) {
    List<String> keys = some.stream().map(Submission::key).toList();
    written.add(keys);
    if (keys.contains("first")) {
      await();
    }
    if (keys.contains("bad")) {
      throw new Invalid("category", "category-unknown", Map.of());
    }
    if (keys.contains("broken")) {
      throw new IllegalStateException("the storage is away");
    }
    return keys.stream().map(IntakeLineTest::receipt).toList();
  }

  private void await() {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Receipt receipt(String key) {
    Category category =
        Category.first("noise", Entry.of("噪声", "Noise", Priority.ORDINARY), Instant.EPOCH);
    Incident incident =
        Incident.reported(
            key, category, "", Channel.SENSOR, new LatticePoint(1, 2), null, Instant.EPOCH, true);
    return new Receipt("token-" + key, incident, true);
  }

  private static Submission submission(String key) {
    Report report = new Report(key, "noise", "", Channel.SENSOR, new LatticePoint(1, 2), "", true);
    return new Submission(report, Reporter.ANONYMOUS, Enclosures.Enclosed.NOTHING);
  }

  /** Sends one that is being written until {@link #held} opens, and others that come meanwhile. */
  private List<Future<Receipt>> sendBehindAnother(IntakeLine line, Caller caller, String... keys)
      throws InterruptedException {
    List<Future<Receipt>> sent = new ArrayList<>();
    sent.add(threads.submit(() -> line.take(ONE, submission("first"))));
    while (written.isEmpty()) {
      Thread.sleep(1);
    }
    for (String key : keys) {
      sent.add(threads.submit(() -> line.take(caller, submission(key))));
    }
    while (line.length() < keys.length) {
      Thread.sleep(1);
    }
    held.countDown();
    return sent;
  }

  @Test
  void what_comes_in_while_one_is_written_goes_together_and_each_gets_its_own_receipt()
      throws Exception {
    IntakeLine line = new IntakeLine(this::write);
    String[] keys = IntStream.range(0, 30).mapToObj(i -> "key-" + i).toArray(String[]::new);
    List<Future<Receipt>> sent = sendBehindAnother(line, ONE, keys);
    for (int i = 0; i < keys.length; i++) {
      assertThat(sent.get(i + 1).get().token()).isEqualTo("token-" + keys[i]);
    }
    assertThat(written).hasSize(2);
    assertThat(written.get(1)).containsExactlyInAnyOrder(keys);
  }

  @Test
  void one_that_is_refused_is_refused_alone() throws Exception {
    IntakeLine line = new IntakeLine(this::write);
    List<Future<Receipt>> sent = sendBehindAnother(line, ONE, "good", "bad", "fine");
    assertThat(sent.get(1).get().token()).isEqualTo("token-good");
    assertThat(sent.get(3).get().token()).isEqualTo("token-fine");
    assertThatThrownBy(() -> sent.get(2).get()).hasMessageContaining("category-unknown");
  }

  @Test
  void a_failure_of_the_storage_is_told_to_all_and_the_next_are_written() throws Exception {
    IntakeLine line = new IntakeLine(this::write);
    List<Future<Receipt>> sent = sendBehindAnother(line, ONE, "good", "broken");
    assertThatThrownBy(() -> sent.get(1).get()).hasMessageContaining("away");
    assertThatThrownBy(() -> sent.get(2).get()).hasMessageContaining("away");
    assertThat(written).as("not tried again one by one").hasSize(2);
    assertThat(line.take(ONE, submission("later")).token()).isEqualTo("token-later");
  }

  @Test
  void what_others_send_is_not_written_in_their_name() throws Exception {
    IntakeLine line = new IntakeLine(this::write);
    List<Future<Receipt>> sent = sendBehindAnother(line, OTHER, "a", "b");
    Receipt own = line.take(ONE, submission("c"));
    assertThat(own.token()).isEqualTo("token-c");
    for (Future<Receipt> one : sent) {
      assertThat(one.get().isNew()).isTrue();
    }
    assertThat(written).noneMatch(keys -> keys.contains("c") && keys.contains("a"));
  }
}
