package org.wangge.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;

/**
 * What people call incidents: day and sequence, such as {@code 20261103-0042}. Numbers of today are
 * taken from the store some at a time and beforehand, so that reports that come in together need
 * not wait for each other; a program that ends leaves what it had not used as a gap. Thread-safe.
 */
public final class IncidentNumbers {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int AT_ONCE = 20;

  private final Transactions transactions;
  private final IncidentStore store;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Deque<String> free = new ArrayDeque<>();
  private String today = "";

  /**
   * Makes them.
   *
   * @param zone whose days they follow
   */
  public IncidentNumbers(
      Transactions transactions, IncidentStore store, InstantSource clock, ZoneId zone) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.zone = zone;
  }

  /** Numbers of today that nobody else gets. Not to be called within a transaction. */
  synchronized List<String> take(int count) {
    String day = day(clock.instant());
    if (!day.equals(today)) {
      free.clear();
      today = day;
    }
    if (free.size() < count) {
      int more = Math.max(AT_ONCE, count);
      free.addAll(transactions.write(Caller.upkeep(), tx -> take(tx, day, more)));
    }
    List<String> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(free.remove());
    }
    return taken;
  }

  /** Gives back numbers that were not used, and are on record nowhere. */
  synchronized void giveBack(List<String> unused) {
    for (int i = unused.size() - 1; i >= 0; i--) {
      if (unused.get(i).startsWith(today)) {
        free.addFirst(unused.get(i));
      }
    }
  }

  /** Numbers of a day in a row that nobody else gets, once the transaction is committed. */
  List<String> take(Tx tx, String day, int count) {
    int first = store.takeNumbers(tx, day, count);
    return IntStream.range(first, first + count)
        .mapToObj(n -> "%s-%04d".formatted(day, n))
        .toList();
  }

  /** The day of an instant, as numbers tell it. */
  String day(Instant instant) {
    return DAY.format(instant.atZone(zone).toLocalDate());
  }
}
