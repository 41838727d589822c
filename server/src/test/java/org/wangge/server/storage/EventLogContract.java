package org.wangge.server.storage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.DomainEvent;
import org.wangge.event.NumberedEvent;

/** What the event log promises, on either database. */
abstract class EventLogContract {
  private static final int WRITERS = 8;
  private static final int TRANSACTIONS_A_WRITER = 150;
  private static final Caller CALLER = Caller.upkeep();

  private Database database;
  private JdbcEventLog log;
  private Sequencer sequencer;
  private final AtomicLong announced = new AtomicLong();

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
    log = new JdbcEventLog(database);
    sequencer = new Sequencer(database, announced::set);
    sequencer.start();
  }

  @AfterEach
  void close() {
    sequencer.close();
    database.close();
  }

  @Test
  void an_event_gets_its_number_within_50_milliseconds_of_the_commit_on_the_median() {
    List<Long> delays = new ArrayList<>();
    for (int i = 1; i <= 21; i++) {
      write("subject-" + i);
      Instant committed = Instant.now();
      awaitNewest(i);
      delays.add(Duration.between(committed, Instant.now()).toMillis());
    }
    delays.sort(Long::compare);
    assertThat(delays.get(delays.size() / 2)).isLessThan(50);
  }

  @Test
  void an_event_of_a_transaction_that_failed_is_nowhere() {
    write("kept");
    try {
      database.write(
          CALLER,
          tx -> {
            tx.record(new Happened("lost", 1));
            throw new RolledBack();
          });
    } catch (RolledBack expected) {
      assertThat(expected).isNotNull();
    }
    write("kept too");
    awaitNewest(2);
    assertThat(log.after(CALLER, 0, 10))
        .extracting(NumberedEvent::subject)
        .containsExactly("kept", "kept too");
  }

  @Test
  void what_an_event_says_comes_back_as_it_was() {
    write("subject");
    awaitNewest(1);
    NumberedEvent event = log.after(CALLER, 0, 10).get(0);
    assertThat(event.type()).isEqualTo("test-happened");
    assertThat(event.facts()).isEqualTo(Map.of("part", 1));
  }

  @Test
  void a_reader_resuming_by_number_misses_nothing_and_sees_nothing_twice_under_8_writers()
      throws Exception {
    Queue<String> committed = new ConcurrentLinkedQueue<>();
    CountDownLatch writing = new CountDownLatch(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
    try {
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        threads.execute(
            () -> {
              try {
                writeMany(number, committed);
              } finally {
                writing.countDown();
              }
            });
      }
      Future<List<NumberedEvent>> steady = threads.submit(() -> follow(writing, committed, 1));
      Future<List<NumberedEvent>> hasty = threads.submit(() -> follow(writing, committed, 7));
      verifyComplete(steady.get(), committed);
      verifyComplete(hasty.get(), committed);
    } finally {
      threads.shutdownNow();
    }
    assertThat(announced.get()).isEqualTo(log.newest());
  }

  /** One to three events a transaction; one transaction in ten is rolled back. */
  private void writeMany(int writer, Queue<String> committed) {
    Random random = new Random(writer);
    for (int i = 0; i < TRANSACTIONS_A_WRITER; i++) {
      List<String> subjects = new ArrayList<>();
      int parts = 1 + random.nextInt(3);
      boolean rollBack = random.nextInt(10) == 0;
      String name = writer + "-" + i;
      try {
        database.write(
            CALLER,
            tx -> {
              for (int part = 0; part < parts; part++) {
                subjects.add(name + "-" + part);
                tx.record(new Happened(name + "-" + part, part));
              }
              if (rollBack) {
                throw new RolledBack();
              }
              return 0;
            });
        committed.addAll(subjects);
      } catch (RolledBack expected) {
        subjects.clear();
      }
    }
  }

  /**
   * Reads on after the last number seen, in bites of odd sizes, until all that was committed must
   * have come.
   */
  private List<NumberedEvent> follow(CountDownLatch writing, Queue<String> committed, int seed)
      throws InterruptedException {
    Random random = new Random(seed);
    List<NumberedEvent> seen = new ArrayList<>();
    long last = 0;
    Instant deadline = Instant.now().plusSeconds(120);
    while (Instant.now().isBefore(deadline)) {
      boolean finished = writing.getCount() == 0;
      List<NumberedEvent> bite = log.after(CALLER, last, 1 + random.nextInt(40));
      seen.addAll(bite);
      last = bite.isEmpty() ? last : bite.get(bite.size() - 1).number();
      if (finished && seen.size() >= committed.size()) {
        return seen;
      }
      Thread.sleep(random.nextInt(5));
    }
    return seen;
  }

  private static void verifyComplete(List<NumberedEvent> seen, Queue<String> committed) {
    long expected = 1;
    Set<String> subjects = new HashSet<>();
    for (NumberedEvent event : seen) {
      assertThat(event.number()).isEqualTo(expected++);
      assertThat(subjects.add(event.subject())).as("seen twice: " + event.subject()).isTrue();
    }
    assertThat(subjects).isEqualTo(new HashSet<>(committed));
    verifyOrderWithinTransactions(seen);
  }

  private static void verifyOrderWithinTransactions(List<NumberedEvent> seen) {
    Map<String, Integer> lastPart = new HashMap<>();
    for (NumberedEvent event : seen) {
      String transaction = event.subject().substring(0, event.subject().lastIndexOf('-'));
      int part = ((Number) requireNonNull(event.facts().get("part"))).intValue();
      assertThat(lastPart.getOrDefault(transaction, -1)).isEqualTo(part - 1);
      lastPart.put(transaction, part);
    }
  }

  private void write(String subject) {
    database.write(
        CALLER,
        tx -> {
          tx.record(new Happened(subject, 1));
          return 0;
        });
  }

  private void awaitNewest(long number) {
    Instant deadline = Instant.now().plusSeconds(10);
    while (log.newest() < number && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(log.newest()).isEqualTo(number);
  }

  record Happened(String subject, int part) implements DomainEvent {
    @Override
    public String type() {
      return "test-happened";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("part", part);
    }
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
