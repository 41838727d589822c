package org.wangge.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wangge.server.live.LiveReader.Message;
import org.wangge.server.storage.TestDatabase;

/** What the live stream promises over real HTTP, on either database. */
@Timeout(60)
abstract class LiveContract {
  private static final int WRITERS = 8;
  private static final int READERS = 20;
  private static final int TRANSACTIONS_A_WRITER = 80;

  abstract TestDatabase kind();

  @Test
  void twenty_readers_cut_at_random_miss_nothing_and_see_nothing_twice_under_8_writers()
      throws Exception {
    Queue<String> committed = new ConcurrentLinkedQueue<>();
    CountDownLatch writing = new CountDownLatch(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
    try (LiveDesk desk = LiveDesk.on(kind(), LiveDesk.TIGHT)) {
      List<Future<List<Message>>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        Random random = new Random(reader);
        readers.add(threads.submit(() -> follow(desk, writing, committed, random)));
      }
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        threads.execute(() -> writeMany(desk, number, committed, writing));
      }
      Set<String> all = null;
      for (Future<List<Message>> reader : readers) {
        List<Message> seen = reader.get();
        all = new HashSet<>(committed);
        verifyComplete(seen, all);
      }
      assertThat(all).hasSizeGreaterThan(WRITERS * TRANSACTIONS_A_WRITER);
    } finally {
      threads.shutdownNow();
    }
  }

  /** One to three events a transaction; one transaction in ten is rolled back. */
  private static void writeMany(
      LiveDesk desk, int writer, Queue<String> committed, CountDownLatch writing) {
    Random random = new Random(100 + writer);
    try {
      for (int i = 0; i < TRANSACTIONS_A_WRITER; i++) {
        String name = writer + "-" + i + "-";
        List<String> subjects =
            IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(part -> name + part).toList();
        boolean rollBack = random.nextInt(10) == 0;
        desk.write(subjects, "", rollBack);
        if (!rollBack) {
          committed.addAll(subjects);
        }
      }
    } finally {
      writing.countDown();
    }
  }

  /** Reads, is cut, and resumes after what it saw last, until all that was committed has come. */
  private static List<Message> follow(
      LiveDesk desk, CountDownLatch writing, Queue<String> committed, Random random) {
    List<Message> seen = new ArrayList<>();
    while (writing.getCount() > 0 || seen.size() < committed.size()) {
      long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).number("number");
      try (LiveReader reader =
          random.nextBoolean() ? desk.readAfter(last) : desk.resumeAfter(last)) {
        for (int bite = 1 + random.nextInt(300); bite > 0; bite--) {
          Message message = reader.next().orElseThrow();
          assertThat(message.event()).isIn("hello", "change", "beat");
          if (message.is("change")) {
            seen.add(message);
          } else if (message.is("beat")
              && writing.getCount() == 0
              && seen.size() >= committed.size()) {
            break;
          }
        }
      }
    }
    return seen;
  }

  private static void verifyComplete(List<Message> seen, Set<String> committed) {
    long expected = 1;
    Set<String> subjects = new HashSet<>();
    for (Message change : seen) {
      assertThat(change.number("number")).isEqualTo(expected);
      assertThat(change.number("prev")).isEqualTo(expected - 1);
      assertThat(change.id()).isEqualTo(Long.toString(expected));
      assertThat(subjects.add(change.data().path("subject").asText())).isTrue();
      expected++;
    }
    assertThat(subjects).isEqualTo(committed);
  }

  @Test
  void the_log_is_read_once_for_all_readers() {
    List<LiveReader> readers = new ArrayList<>();
    try (LiveDesk desk = LiveDesk.on(kind(), LiveDesk.TIGHT)) {
      for (int i = 0; i < READERS; i++) {
        LiveReader reader = desk.readNews();
        assertThat(reader.await().event()).isEqualTo("hello");
        readers.add(reader);
      }
      for (int i = 1; i <= 10; i++) {
        desk.write("subject-" + i);
        for (LiveReader reader : readers) {
          assertThat(reader.await("change").number("number")).isEqualTo(i);
        }
      }
      assertThat(desk.rowsRead()).isEqualTo(10);
      desk.closeStreams();
      assertThat(readers.stream().map(LiveContract::end)).allMatch(Optional::isEmpty);
    }
  }

  /** What comes last: nothing, where the stream has ended. */
  private static Optional<Message> end(LiveReader reader) {
    Optional<Message> message = reader.next();
    while (message.isPresent() && message.get().is("beat")) {
      message = reader.next();
    }
    return message;
  }
}
