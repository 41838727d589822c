package org.wangge.server.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.TimerTarget;
import org.wangge.event.DomainEvent;
import org.wangge.event.Tx;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What timers promise, on either database. */
abstract class TimerContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final TimerSubject ONE = new TimerSubject("thing", "1");

  private final JdbcTimerStore store = new JdbcTimerStore();
  private final SettableClock clock = new SettableClock();
  private Database database;
  private ClockTimers timers;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(clock);
    timers = timers(new Ringing());
  }

  @AfterEach
  void close() {
    timers.close();
    database.close();
  }

  private ClockTimers timers(TimerTarget target) {
    ClockTimers made = new ClockTimers(database, store, clock);
    made.tell("thing", target);
    return made;
  }

  /** A clock that goes where it is put. */
  private static final class SettableClock extends Clock {
    private volatile Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void put(Duration sinceStart) {
      now = START.plus(sinceStart);
    }
  }

  /** Something rang. */
  private record Rang(Timer timer) implements DomainEvent {
    @Override
    public String type() {
      return "thing-rang";
    }

    @Override
    public String subject() {
      return timer.subject().id() + " " + timer.alarm().mark();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of();
    }
  }

  /** Records what rings. */
  private static class Ringing implements TimerTarget {
    @Override
    public void hold(Tx tx, Caller caller, TimerSubject subject) {}

    @Override
    public void ring(Tx tx, Caller caller, Timer timer) {
      tx.record(new Rang(timer));
    }
  }

  private static Alarm alarm(String mark, int minutes) {
    return new Alarm(mark, START.plus(Duration.ofMinutes(minutes)));
  }

  private void arm(TimerSubject subject, Alarm... alarms) {
    database.write(
        CALLER,
        tx -> {
          store.arm(tx, CALLER, subject, "handle", List.of(alarms));
          return 0;
        });
  }

  private List<String> ringAt(int minutes) {
    clock.put(Duration.ofMinutes(minutes));
    int before = rang().size();
    int count = timers.ringDue();
    List<String> all = rang();
    assertThat(all).hasSize(before + count);
    return all.subList(before, all.size());
  }

  private List<String> rang() {
    return database.read(
        tx ->
            JdbcTx.of(tx)
                .query(
                    "select subject from event_log where type = 'thing-rang' order by id",
                    row -> row.string("subject")));
  }

  @Test
  void what_is_due_rings_once_and_the_earliest_first_however_late() {
    arm(ONE, alarm("due", 20), alarm("warn-75", 15));
    arm(new TimerSubject("thing", "2"), alarm("due", 10));
    arm(new TimerSubject("nobody-told", "3"), alarm("due", 1));
    assertThat(ringAt(9)).isEmpty();
    assertThat(ringAt(10)).containsExactly("2 due");
    assertThat(ringAt(10)).isEmpty();
    assertThat(ringAt(50_000)).containsExactly("1 warn-75", "1 due");
  }

  @Test
  void a_clock_that_is_set_back_or_forward_makes_nothing_ring_twice_or_never() {
    arm(ONE, alarm("warn-75", 15), alarm("due", 20));
    assertThat(ringAt(16)).containsExactly("1 warn-75");
    assertThat(ringAt(-500)).isEmpty();
    assertThat(ringAt(15)).isEmpty();
    assertThat(ringAt(700)).containsExactly("1 due");
    assertThat(ringAt(20)).isEmpty();
  }

  @Test
  void what_has_rung_rings_again_only_when_it_is_later_now() {
    arm(ONE, alarm("warn-75", 15), alarm("due", 20));
    assertThat(ringAt(16)).containsExactly("1 warn-75");
    // Paused: the warning is past, nobody knows when it is due.
    arm(ONE, alarm("warn-75", 15));
    assertThat(ringAt(30)).isEmpty();
    // Resumed: the warning is where it was.
    arm(ONE, alarm("warn-75", 15), alarm("due", 40));
    assertThat(ringAt(39)).isEmpty();
    // Extended: it is warned anew.
    arm(ONE, alarm("warn-75", 45), alarm("due", 60));
    assertThat(ringAt(45)).containsExactly("1 warn-75");
    // Earlier than it has rung is no news.
    arm(ONE, alarm("warn-75", 44), alarm("due", 50));
    assertThat(ringAt(51)).containsExactly("1 due");
    // Another clock in its place begins anew.
    database.write(
        CALLER,
        tx -> {
          store.disarm(tx, CALLER, ONE, "handle");
          store.arm(tx, CALLER, ONE, "handle", List.of(alarm("due", 52)));
          return 0;
        });
    assertThat(ringAt(52)).containsExactly("1 due");
    arm(ONE, alarm("due", 60));
    database.write(
        CALLER,
        tx -> {
          store.disarm(tx, CALLER, ONE);
          return 0;
        });
    assertThat(ringAt(70)).isEmpty();
  }

  @Test
  void what_fails_is_undone_keeps_nobody_else_from_ringing_and_is_tried_again() {
    AtomicBoolean broken = new AtomicBoolean(true);
    ClockTimers some =
        timers(
            new Ringing() {
              @Override
              public void ring(Tx tx, Caller caller, Timer timer) {
                super.ring(tx, caller, timer);
                if (timer.subject().equals(ONE) && broken.get()) {
                  throw new IllegalStateException("on purpose");
                }
              }
            });
    arm(ONE, alarm("due", 1));
    arm(new TimerSubject("thing", "2"), alarm("due", 2));
    clock.put(Duration.ofMinutes(5));
    assertThat(some.ringDue()).isEqualTo(1);
    assertThat(rang()).containsExactly("2 due");
    broken.set(false);
    // It waits a moment before it is tried again; one that was started meanwhile need not.
    assertThat(some.ringDue()).isZero();
    assertThat(timers.ringDue()).isEqualTo(1);
    assertThat(rang()).containsExactly("2 due", "1 due");
    some.close();
  }

  @Test
  void of_several_who_ring_at_once_only_one_rings_each() throws InterruptedException {
    List<String> wanted = new ArrayList<>();
    for (int i = 100; i < 160; i++) {
      arm(new TimerSubject("thing", "" + i), alarm("due", 1));
      wanted.add(i + " due");
    }
    clock.put(Duration.ofMinutes(2));
    AtomicInteger rang = new AtomicInteger();
    CountDownLatch begin = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ClockTimers own = timers(new Ringing());
      Thread thread =
          new Thread(
              () -> {
                try {
                  begin.await();
                } catch (InterruptedException e) {
                  return;
                }
                rang.addAndGet(own.ringDue());
              });
      thread.start();
      threads.add(thread);
    }
    begin.countDown();
    for (Thread thread : threads) {
      thread.join(60_000);
    }
    rang.addAndGet(timers.ringDue());
    assertThat(rang()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(rang).hasValue(60);
  }

  @Test
  void a_started_one_looks_by_itself() throws InterruptedException {
    arm(ONE, alarm("due", 0));
    timers.start();
    for (int i = 0; i < 200 && rang().isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(rang()).containsExactly("1 due");
  }
}
