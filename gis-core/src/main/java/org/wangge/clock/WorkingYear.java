package org.wangge.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a year by the clock of UTC, as spans of microseconds, with what was counted
 * before each. An instant belongs to a session when the clock on the wall shows a time of it: in a
 * doubled hour it does twice, in a skipped one never. Immutable.
 */
final class WorkingYear {
  private long[] starts = new long[600];
  private long[] ends = new long[600];
  private final long[] countedUntil;
  private int size;

  WorkingYear(CalendarRules rules, Map<LocalDate, SpecialDay> special, int year) {
    long begin = epochDay(year) * Micros.DAY;
    long end = epochDay(year + 1) * Micros.DAY;
    ZoneRules zone = rules.zone().getRules();
    while (begin < end) {
      Instant instant = Micros.instant(begin);
      @Nullable ZoneOffsetTransition next = zone.nextTransition(instant);
      long until = next == null ? end : Math.min(end, next.toEpochSecond() * Micros.SECOND);
      long offset = zone.getOffset(instant).getTotalSeconds() * Micros.SECOND;
      addSpan(rules, special, begin, until, offset);
      begin = until;
    }
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    countedUntil = new long[size];
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += ends[i] - starts[i];
      countedUntil[i] = sum;
    }
  }

  private static long epochDay(int year) {
    return LocalDate.of(year, 1, 1).toEpochDay();
  }

  /** Adds the sessions of a span in which the clock on the wall is not changed. */
  private void addSpan(
      CalendarRules rules, Map<LocalDate, SpecialDay> special, long begin, long end, long offset) {
    long lastDay = Math.floorDiv(end - 1 + offset, Micros.DAY);
    for (long day = Math.floorDiv(begin + offset, Micros.DAY); day <= lastDay; day++) {
      List<WorkSession> sessions = rules.sessionsOn(LocalDate.ofEpochDay(day), special);
      for (WorkSession session : sessions) {
        long midnight = day * Micros.DAY - offset;
        add(
            Math.max(begin, midnight + session.fromMinute() * Micros.MINUTE),
            Math.min(end, midnight + session.toMinute() * Micros.MINUTE));
      }
    }
  }

  private void add(long start, long end) {
    if (start >= end) {
      return;
    }
    if (size > 0 && ends[size - 1] == start) {
      ends[size - 1] = end;
      return;
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /** What is counted in the whole year. */
  long total() {
    return size == 0 ? 0 : countedUntil[size - 1];
  }

  /** What is counted from the year's begin to an instant of it. */
  long until(long at) {
    int found = Arrays.binarySearch(starts, at);
    int session = found >= 0 ? found : -found - 2;
    return session < 0 ? 0 : countedUntil[session] - Math.max(0, ends[session] - at);
  }

  /** The first instant at which an amount, more than none and at most the total, is counted. */
  long when(long amount) {
    int found = Arrays.binarySearch(countedUntil, amount);
    int session = found >= 0 ? found : -found - 1;
    return ends[session] - (countedUntil[session] - amount);
  }

  /**
   * Appends the spans counted between two instants; one that goes on where the last ended joins it.
   */
  void collect(long from, long to, List<Counted> found) {
    int first = Arrays.binarySearch(ends, from + 1);
    for (int i = first >= 0 ? first : -first - 1; i < size && starts[i] < to; i++) {
      long start = Math.max(from, starts[i]);
      long end = Math.min(to, ends[i]);
      int last = found.size() - 1;
      if (last >= 0 && found.get(last).to().equals(Micros.instant(start))) {
        Counted before = found.remove(last);
        start = Micros.of(before.from());
      }
      found.add(Micros.counted(start, end, end - start));
    }
  }
}
