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
  void two_readers_of_different_rights_cut_at_random_each_get_all_that_is_theirs_and_no_more()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (LiveDesk desk = LiveDesk.on(kind(), LiveDesk.TIGHT)) {
      Random random = new Random(7);
      List<String> drafts = new ArrayList<>();
      List<String> all = new ArrayList<>();
      Future<List<String>> wall = threads.submit(() -> followAs(desk, "wall", new Random(1)));
      Future<List<String>> planner = threads.submit(() -> followAs(desk, "planner", new Random(2)));
      for (int i = 0; i < 300; i++) {
        String name = "s-" + i;
        all.add(name);
        // Long runs of what is not everybody's business, longer than what is held in memory.
        if ((i >= 50 && i < 150) || random.nextInt(3) == 0) {
          drafts.add(name);
          desk.draw(name);
        } else {
          desk.write(name);
        }
      }
      desk.write("last");
      all.add("last");
      assertThat(planner.get()).isEqualTo(all);
      assertThat(drafts).hasSizeGreaterThan(100);
      all.removeAll(drafts);
      assertThat(wall.get()).isEqualTo(all);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Reads as a page does: what comes before the next is judged by the last id that came. */
  private static List<String> followAs(LiveDesk desk, String role, Random random) {
    List<String> seen = new ArrayList<>();
    long last = 0;
    while (seen.isEmpty() || !seen.get(seen.size() - 1).equals("last")) {
      long told = last;
      try (LiveReader reader = desk.readAs(role, last)) {
        for (int bite = 1 + random.nextInt(40); bite > 0; bite--) {
          Message message = reader.next().orElseThrow();
          assertThat(message.event()).isIn("hello", "change", "beat");
          if (message.is("change")) {
            assertThat(message.number("prev")).isEqualTo(told).isLessThanOrEqualTo(last);
            assertThat(message.number("number")).isGreaterThan(last);
            told = message.number("number");
            seen.add(message.data().path("subject").asText());
            bite = seen.get(seen.size() - 1).equals("last") ? 0 : bite;
          }
          last = Long.parseLong(message.id());
        }
      }
    }
    return seen;
  }

  @Test
  void what_is_not_a_readers_business_is_covered_by_the_next_beat() {
    try (LiveDesk desk = LiveDesk.on(kind(), LiveDesk.TIGHT);
        LiveReader wall = desk.readAs("wall", 0);
        LiveReader planner = desk.readAs("planner", 0)) {
      for (int i = 0; i < 5; i++) {
        desk.draw("draft");
      }
      for (int i = 1; i <= 5; i++) {
        assertThat(planner.await("change").number("number")).isEqualTo(i);
      }
      Message beat = wall.await("beat");
      while (beat.number("upTo") < 5) {
        beat = wall.await("beat");
      }
      assertThat(beat.id()).isEqualTo("5");
      desk.write("for all");
      assertThat(wall.await("change").number("prev")).isEqualTo(0);
      assertThat(planner.await("change").number("prev")).isEqualTo(5);
    }
  }

  @Test
  void when_its_session_ends_a_stream_says_so_and_ends_and_others_go_on() {
    try (LiveDesk desk = LiveDesk.on(kind(), LiveDesk.TIGHT);
        LiveReader planner = desk.readAs("planner", 0);
        LiveReader visitor = desk.readNews()) {
      assertThat(planner.await().data().path("account").asText()).isEqualTo("planner");
      assertThat(visitor.await().data().path("account").asText()).isEqualTo("anonymous");
      desk.signOut("planner");
      Message end = planner.await("end");
      assertThat(end.data().path("reason").asText()).isEqualTo("session-ended");
      assertThat(planner.next()).isEmpty();
      desk.write("after");
      assertThat(visitor.await().data().path("subject").asText()).isEqualTo("after");
    }
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
