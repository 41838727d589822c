package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RecentDaysTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private final AtomicInteger workedOut = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void the_days_asked_for_last_are_kept_and_no_more() {
    RecentDays<String> days = new RecentDays<>(2, this::named);
    assertThat(days.of(MONDAY)).isSameAs(days.of(MONDAY)).isEqualTo("2026-11-02");
    days.of(MONDAY.plusDays(1));
    days.of(MONDAY);
    assertThat(workedOut).hasValue(2);
    days.of(MONDAY.plusDays(2));
    days.of(MONDAY);
    assertThat(workedOut).as("Tuesday gave way, Monday had been asked for since").hasValue(3);
    days.of(MONDAY.plusDays(1));
    assertThat(workedOut).hasValue(4);
  }

  @Test
  void of_many_who_ask_for_a_day_at_once_one_works_it_out() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    RecentDays<String> days =
        new RecentDays<>(
            5,
            day -> {
              await(go);
              return named(day);
            });
    List<Future<String>> asking = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asking.add(threads.submit((Callable<String>) () -> days.of(MONDAY)));
    }
    go.countDown();
    for (Future<String> one : asking) {
      assertThat(one.get()).isSameAs(days.of(MONDAY));
    }
    assertThat(workedOut).hasValue(1);
  }

  @Test
  void who_asks_for_another_day_does_not_wait() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    RecentDays<String> days =
        new RecentDays<>(
            5,
            day -> {
              if (day.equals(MONDAY)) {
                begun.countDown();
                await(go);
              }
              return named(day);
            });
    Future<String> slow = threads.submit((Callable<String>) () -> days.of(MONDAY));
    await(begun);
    assertThat(days.of(MONDAY.plusDays(1))).isEqualTo("2026-11-03");
    assertThat(slow.isDone()).isFalse();
    go.countDown();
    assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("2026-11-02");
  }

  @Test
  void a_day_that_failed_is_tried_again() {
    RecentDays<String> days =
        new RecentDays<>(
            5,
            day -> {
              if (workedOut.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
              }
              return day.toString();
            });
    assertThatThrownBy(() -> days.of(MONDAY)).isInstanceOf(IllegalStateException.class);
    assertThat(days.of(MONDAY)).isEqualTo("2026-11-02");
  }

  private String named(LocalDate day) {
    workedOut.incrementAndGet();
    return day.toString();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
